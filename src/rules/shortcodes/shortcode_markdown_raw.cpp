// How it works: the inner text of such a call, with what is nested in it blanked, is parsed as Markdown would
// be, and the first node that nobody writes by accident is told. Around the call nothing may render its
// output as Markdown after all.

#include <algorithm>
#include <optional>

#include "lint/context.h"

namespace rubric {

namespace {

bool prints_inner(const Dialect& dialect, const Shortcode& call) {
  const ShortcodeTemplate* shortcode = dialect.find(call.name);
  return shortcode != nullptr && shortcode->prints_inner && call.opener == Delimiter::angle && call.slip < 0;
}

bool ends_as_html(const Shortcodes& shortcodes, const Shortcode& call, const Dialect& dialect) {
  for (const Shortcode* at = &call; at != nullptr;
       at = at->parent < 0 ? nullptr : &shortcodes.calls[static_cast<size_t>(at->parent)]) {
    if (!prints_inner(dialect, *at)) return false;
  }
  return true;
}

// The inner text of a call without the calls nested in it, which have texts of their own.
std::string own_text(const Document& document, size_t index) {
  const std::vector<Shortcode>& calls = document.shortcodes.calls;
  const Span inner = calls[index].inner;
  std::string text(document.source.slice(inner));
  for (size_t nested = index + 1; nested < calls.size() && calls[nested].open.begin < inner.end; ++nested) {
    const Span span = calls[nested].span();
    for (uint32_t at = span.begin; at < std::min(span.end, inner.end); ++at) {
      char& byte = text[at - inner.begin];
      if (byte != '\n' && byte != '\r') byte = 'x';
    }
  }
  return text;
}

bool is_deliberate(const Node& node) {
  switch (node.kind) {
    case NodeKind::link:
    case NodeKind::image:
      return node.form == LinkForm::inlined;
    case NodeKind::strong:
      return true;
    case NodeKind::heading:
      return node.level > 1;
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
    const bool underlined = node.kind == NodeKind::heading && text[node.span.begin - begin] != '#';
    if (is_deliberate(node) && !underlined) return node.span;
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
  if (!shortcodes.errors.empty()) return;
  for (size_t index = 0; index < shortcodes.calls.size(); ++index) {
    const Shortcode& call = shortcodes.calls[index];
    if (call.close.empty() || call.closer != call.opener) continue;
    if (!ends_as_html(shortcodes, call, document.dialect)) continue;
    const auto markdown = find_markdown(own_text(document, index), call.inner.begin);
    if (!markdown) continue;
    Extras extras;
    extras.fixes.push_back(
        context.fix("Call it with `{{% %}}`", Applicability::unsafe_fix, with_percent(call)));
    context.report(*markdown, {{"name", call.name}}, std::move(extras));
  }
}

}  // namespace rubric
