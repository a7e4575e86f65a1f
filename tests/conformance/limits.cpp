#include "limits.h"

#include <algorithm>

namespace rubric {
namespace {

bool renders_inner(const Document& page, const Shortcode& call) {
  const ShortcodeTemplate* known = page.dialect.find(call.name);
  return known && known->inner == InnerText::markdown;
}

/// Hugo lexes the inner text of a call again, as the template hands it to markdownify. What another template
/// inside has made of a comment in its own inner text is tags or none then; {{% %}} makes HTML of it before,
/// and so does a template that renders it, which leaves only what was escaped twice.
bool renders_output_of_comment(const Document& page) {
  const Shortcodes& read = page.shortcodes;
  return std::any_of(read.tokens.begin(), read.tokens.end(), [&](const Token& token) {
    if (token.kind != TokenKind::comment) return false;
    size_t rendering = 0;
    const Shortcode* innermost = nullptr;
    for (const Shortcode& call : read.calls) {
      if (call.slip >= 0 || !call.inner.contains(token.span)) continue;
      rendering += renders_inner(page, call);
      innermost = &call;
    }
    if (rendering == 0) return false;
    const bool nested_percent = innermost->opener == Delimiter::percent && innermost->parent >= 0;
    const bool escaped_twice = page.source.slice(token.span).substr(5, 2) == "/*";
    return nested_percent || !renders_inner(page, *innermost) || (rendering > 1 && escaped_twice);
  });
}

}  // namespace

std::string_view limit_of(const Document& page) {
  if (renders_output_of_comment(page)) return "a comment in a call is rendered again by a call around it";
  return "";
}

}  // namespace rubric
