// How it works: the inner text of such a call, with what is nested in it blanked, is parsed as Markdown would
// be, and the first node that nobody writes by accident is told. Around the call nothing may render its
// output as Markdown after all.

#include <algorithm>
#include <optional>
#include <vector>

#include "lint/context.h"

namespace rubric {

namespace {

// Calls nested very deeply would have their texts copied once a level.
constexpr size_t most_copies = 8;

bool prints_inner(const Dialect& dialect, const Shortcode& call) {
  const ShortcodeTemplate* shortcode = dialect.find(call.name);
  return shortcode != nullptr && shortcode->prints_inner && call.opener == Delimiter::angle && call.slip < 0;
}

// For each call whether what it prints ends up as HTML that nothing renders again.
std::vector<bool> ending_as_html(const Shortcodes& shortcodes, const Dialect& dialect) {
  std::vector<bool> ends;
  for (const Shortcode& call : shortcodes.calls) {
    const bool outside = call.parent < 0 || ends[static_cast<size_t>(call.parent)];
    ends.push_back(outside && prints_inner(dialect, call));
  }
  return ends;
}

// The inner text of a call without the calls nested in it, which have texts of their own.
std::string own_text(const Document& document, size_t index) {
  const std::vector<Shortcode>& calls = document.shortcodes.calls;
  const Span inner = calls[index].inner;
  std::string text(document.source.slice(inner));
  uint32_t blanked = inner.begin;
  for (size_t nested = index + 1; nested < calls.size() && calls[nested].open.begin < inner.end; ++nested) {
    const Span span = calls[nested].span();
    if (span.begin < blanked) continue;
    blanked = span.end;
    for (uint32_t at = span.begin; at < std::min(span.end, inner.end); ++at) {
      char& byte = text[at - inner.begin];
      if (byte != '\n' && byte != '\r') byte = 'x';
    }
  }
  return text;
}

bool is_letter_or_digit(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// Bold words, rather than the stars of two paths or formulas.
bool is_words(std::string_view text) {
  return !text.empty() && text.find('\n') == text.npos && is_letter_or_digit(text.front()) &&
         is_letter_or_digit(text.back());
}

bool is_deliberate(const Node& node, std::string_view text, uint32_t begin) {
  switch (node.kind) {
    case NodeKind::link:
    case NodeKind::image:
      return node.form == LinkForm::inlined;
    case NodeKind::strong:
      return is_words(slice(text, {node.content.begin - begin, node.content.end - begin}));
    case NodeKind::heading:
      return node.level > 1 && text[node.span.begin - begin] == '#';
    default:
      return false;
  }
}

std::optional<Span> find_markdown(std::string_view text, uint32_t begin) {
  // Most inner texts have none of these, and need no parser.
  if (text.find("](") == text.npos && text.find("**") == text.npos && text.find("__") == text.npos &&
      text.find("##") == text.npos)
    return std::nullopt;
  const MarkdownPart part{text, begin};
  const ParsedMarkdown parsed = parse_markdown({&part, 1}, {});
  for (const Node& node : parsed.tree.nodes()) {
    if (is_deliberate(node, text, begin)) return node.span;
  }
  return std::nullopt;
}

std::vector<Edit> with_percent(const Shortcode& call) {
  return {{{call.open.begin, call.open.begin + 3}, "{{%"},
          {{call.open.end - 3, call.open.end}, "%}}"},
          {{call.close.begin, call.close.begin + 3}, "{{%"},
          {{call.close.end - 3, call.close.end}, "%}}"}};
}

}  // namespace

void shortcode_markdown_raw(PageContext& context) {
  const Document& document = context.document();
  const Shortcodes& shortcodes = document.shortcodes;
  if (shortcodes.calls.empty() || !shortcodes.errors.empty()) return;
  const std::vector<bool> as_html = ending_as_html(shortcodes, document.dialect);
  size_t copied = 0;
  for (size_t index = 0; index < shortcodes.calls.size(); ++index) {
    const Shortcode& call = shortcodes.calls[index];
    if (!as_html[index] || call.close.empty() || call.closer != call.opener) continue;
    copied += call.inner.size();
    if (copied > most_copies * document.source.text().size()) return;
    const auto markdown = find_markdown(own_text(document, index), call.inner.begin);
    if (!markdown) continue;
    Extras extras;
    extras.fixes.push_back(
        context.fix("Call it with `{{% %}}`", Applicability::unsafe_fix, with_percent(call)));
    context.report(*markdown, {{"name", call.name}}, std::move(extras));
  }
}

}  // namespace rubric
