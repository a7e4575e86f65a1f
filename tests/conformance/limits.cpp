#include "limits.h"

#include <algorithm>

namespace rubric {
namespace {

/// Hugo lexes the inner text of such a call a second time, as the template hands it to markdownify, and then
/// a comment's text is a tag.
bool renders_a_comment(const Document& page) {
  const Shortcodes& read = page.shortcodes;
  return std::any_of(read.calls.begin(), read.calls.end(), [&](const Shortcode& call) {
    const ShortcodeTemplate* known = page.dialect.find(call.name);
    if (!known || known->inner != InnerText::markdown) return false;
    return std::any_of(read.tokens.begin(), read.tokens.end(), [&](const Token& token) {
      return token.kind == TokenKind::comment && call.inner.contains(token.span);
    });
  });
}

}  // namespace

std::string_view limit_of(const Document& page) {
  if (renders_a_comment(page)) return "a comment in an inner text that the template renders is lexed again";
  return "";
}

}  // namespace rubric
