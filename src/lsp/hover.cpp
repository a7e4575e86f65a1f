// How it works: what the cursor is on decides what is shown: of a link the page it leads to, of an include
// its text, of a shortcode its template. All is Markdown; texts of pages stand in fences, as they are
// written.

#include "lsp/sections.h"
#include "lsp/subject.h"
#include "report/rule_page.h"

namespace rubric {

namespace {

constexpr size_t most_lines = 12, most_bytes = 1000;  // of a text that is shown

// The lines of a text from a byte on, without the blank ones before and behind.
std::string_view first_lines(std::string_view text, size_t begin) {
  begin = text.find_first_not_of(" \t\r\n", begin);
  if (begin == text.npos) return {};
  size_t end = begin;
  for (size_t line = 0; line < most_lines && end < text.size(); ++line) {
    const size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
    if (next - begin > most_bytes) break;
    end = next;
  }
  while (end > begin && std::string_view(" \t\r\n").find(text[end - 1]) != std::string_view::npos) --end;
  return text.substr(begin, end - begin);
}

std::string code(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string title_of(const Page& page, const Document& document) {
  if (!page.publication.title.empty()) return page.publication.title;
  const std::vector<Section> all = sections(document);
  return all.empty() ? std::string() : all.front().title;
}

// The first lines of a text, from an anchor on or behind its front matter.
std::string shown_text(const Document& document, const Target& target) {
  const size_t begin =
      target.anchored ? document.source.offset({target.position.line, 1}) : document.front_matter.span.end;
  const std::string_view lines = first_lines(document.source.text(), begin);
  return lines.empty() ? std::string() : "\n\n" + fenced(lines, "markdown");
}

std::string about_target(const PageView& page, const Target& target) {
  if (target.page == nullptr) return code(target.path);
  const Workspace& workspace = page.handbook.live.workspace();
  const Document document(target.path, workspace.text(target.path), workspace.dialect_of(target.path));
  std::string text;
  const std::string title = title_of(*target.page, document);
  if (!title.empty()) text += "**" + title + "**\n\n";
  if (!target.page->urls.empty()) text += code(target.page->urls.front()) + " · ";
  text += code(target.path);
  return text + shown_text(document, target);
}

std::string_view about_inner(InnerText inner) {
  switch (inner) {
    case InnerText::none:
      return "It takes no inner text.";
    case InnerText::raw:
      return "It prints its inner text as it is.";
    case InnerText::markdown:
      return "It renders its inner text as Markdown.";
    case InnerText::unknown:
      return "";
  }
  return "";
}

std::string about_shortcode(const PageView& page, const Shortcode& call) {
  const ShortcodeTemplate* shortcode = page.document.dialect.find(call.name);
  if (shortcode == nullptr) return {};
  std::string text = "Shortcode " + code(call.name) + ", ";
  text += shortcode->path.empty() ? std::string("embedded in Hugo") : code(shortcode->path);
  text += "\n\n";
  text += shortcode->include ? "It includes a file." : about_inner(shortcode->inner);
  return text;
}

std::string about(const PageView& page, const Subject& subject) {
  if (subject.kind == Subject::Kind::shortcode) return about_shortcode(page, *subject.call);
  const std::optional<Target> target = target_of(page, subject);
  return target ? about_target(page, *target) : std::string();
}

}  // namespace

void hover(const PageView& page, const Json& params, PlaceWriter& answer) {
  const Subject subject = subject_at(page, page.offset(params["position"]));
  const std::string text = about(page, subject);
  JsonWriter& json = answer.json;
  if (text.empty()) return json.value(nullptr);
  json.object([&] {
    json.object("contents", [&] {
      json.member("kind", page.support.markdown ? "markdown" : "plaintext");
      json.member("value", text);
    });
    json.key("range"), answer.range(page.path, subject.span);
  });
}

}  // namespace rubric
