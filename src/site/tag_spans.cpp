// How it works: opening and closing tags and comments are sorted; a binary search finds the first that ends
// after the span begins.

#include "site/tag_spans.h"

#include <algorithm>

namespace rubric {

TagSpans::TagSpans(const Shortcodes& shortcodes) {
  for (const Shortcode& call : shortcodes.calls) {
    if (call.slip >= 0) continue;
    spans_.push_back(call.open);
    if (!call.close.empty()) spans_.push_back(call.close);
  }
  for (const Token& token : shortcodes.tokens) {
    if (token.kind == TokenKind::comment) spans_.push_back(token.span);
  }
  for (const Slip& slip : shortcodes.slips) spans_.push_back(slip.tag);
  std::sort(spans_.begin(), spans_.end());
}

bool TagSpans::overlap(Span span) const {
  const auto after =
      std::partition_point(spans_.begin(), spans_.end(), [&](Span tag) { return tag.end <= span.begin; });
  return after != spans_.end() && after->begin < span.end;
}

std::string_view parsed_slice(const Document& document, Span span) {
  // An inner text's own inner texts follow it, so the last one that holds the span is the innermost.
  for (auto root = document.masked.roots.rbegin(); root != document.masked.roots.rend(); ++root) {
    if (root->span.contains(span))
      return slice(root->text, {span.begin - root->span.begin, span.end - root->span.begin});
  }
  return slice(document.markdown_text(), span);
}

}  // namespace rubric
