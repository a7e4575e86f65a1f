// How it works: what the cursor is on decides what is shown: of a link the page it leads to, of an include
// its text, of a shortcode its template. All is Markdown; texts of pages stand in fences, as they are
// written.

#include "lsp/first_lines.h"
#include "lsp/sections.h"
#include "lsp/subject.h"
#include "report/formats.h"
#include "rules/rules.h"

namespace rubric {

namespace {

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
  const std::string lines = first_lines(document.source.text(), begin);
  return lines.empty() ? std::string() : "\n\n" + lines;
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

std::string counted(uint32_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string about_parameter(const std::string& name, const ValueUse& use) {
  constexpr size_t most_values = 5;
  const bool positional = name.find_first_not_of("0123456789") == name.npos;
  std::string text = "\n- ";
  text += positional ? "parameter " + std::to_string(std::stoul(name) + 1) : code(name);
  text += ": " + counted(use.count, "call");
  const auto values = use.most_frequent(most_values);
  for (size_t index = 0; index < values.size(); ++index)
    text += (index == 0 ? ", such as " : ", ") + code(values[index].first) + " × " +
            std::to_string(values[index].second);
  return text;
}

std::string about_use(const PageView& page, std::string_view shortcode) {
  SiteUse& site_use = page.handbook.use;
  site_use.bring_up_to_date(page.site, page.handbook.live.workspace());
  const ShortcodeUse use = site_use.of_shortcode(shortcode);
  std::string text = "\n\n" + counted(use.calls, "call") + " on " + counted(use.pages, "page") + ".";
  if (!use.parameters.empty()) text += '\n';
  for (const auto& [name, values] : use.parameters) text += about_parameter(name, values);
  return text;
}

std::string about_shortcode(const PageView& page, const Shortcode& call) {
  const ShortcodeTemplate* shortcode = page.document.dialect.find(call.name);
  if (shortcode == nullptr) return {};
  std::string text = "Shortcode " + code(call.name) + ", ";
  text += shortcode->path.empty() ? std::string("embedded in Hugo") : code(shortcode->path);
  text += "\n\n";
  text += shortcode->include ? "It includes a file." : about_inner(shortcode->inner);
  return text + about_use(page, call.name);
}

std::string about_subject(const PageView& page, const Subject& subject) {
  if (subject.kind == Subject::Kind::shortcode) return about_shortcode(page, *subject.call);
  const std::optional<Target> target = target_of(page, subject);
  return target ? about_target(page, *target) : std::string();
}

std::string about_finding(const PageView& page, const Diagnostic& finding) {
  const RuleInfo* rule = find_rule(page.handbook.live.workspace().rule_table(), finding.rule);
  if (rule == nullptr) return {};
  std::string text = code(rule->id) + ": " + rule->summary + "\n\n" + rule->why;
  if (const std::string url = rule_url(rule->id); !url.empty()) text += "\n\n" + url;
  return text;
}

struct Shown {
  std::string text;
  Span span;
};

// The findings at the place, then what stands there, with a line between.
Shown shown_at(const PageView& page, uint32_t offset) {
  Shown shown;
  const auto add = [&](const std::string& text, Span span) {
    if (text.empty()) return;
    if (shown.text.empty()) shown.span = span;
    shown.text += (shown.text.empty() ? "" : "\n\n---\n\n") + text;
  };
  for (const Diagnostic& finding : page.findings) {
    const Span span = finding.range.span;
    if (span.begin <= offset && offset <= span.end) add(about_finding(page, finding), span);
  }
  const Subject subject = subject_at(page, offset);
  add(about_subject(page, subject), subject.span);
  return shown;
}

}  // namespace

void hover(const PageView& page, const Json& params, PlaceWriter& answer) {
  const Shown shown = shown_at(page, page.offset(params["position"]));
  JsonWriter& json = answer.json;
  if (shown.text.empty()) return json.value(nullptr);
  json.object([&] {
    json.object("contents", [&] {
      json.member("kind", page.support.markdown ? "markdown" : "plaintext");
      json.member("value", shown.text);
    });
    json.key("range"), answer.range(page.path, shown.span);
  });
}

}  // namespace rubric
