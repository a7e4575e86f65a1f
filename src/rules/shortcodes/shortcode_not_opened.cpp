// How it works: two errors of pairing read alike to an author: a closing tag whose shortcode is not open, and
// a closing tag or final `/` for a template that takes no inner text, which is never open. The `/` of a path
// without quotes is such a one, too.

#include <algorithm>

#include "lint/context.h"

namespace rubric {

namespace {

bool has_path_without_quotes(const std::vector<Token>& tokens, Span tag) {
  auto token = std::partition_point(tokens.begin(), tokens.end(),
                                    [&](const Token& candidate) { return candidate.span.begin < tag.begin; });
  uint32_t value_end = 0;
  for (; token != tokens.end() && token->span.begin < tag.end; ++token) {
    if (token->kind == TokenKind::close && token->span.begin == value_end) return true;
    const bool value = token->kind == TokenKind::parameter || token->kind == TokenKind::parameter_value;
    value_end = value ? token->span.end : 0;
  }
  return false;
}

std::string help_for(const Shortcodes& shortcodes, const SyntaxError& error) {
  if (has_path_without_quotes(shortcodes.tokens, error.tag)) return "A path needs quotes.";
  return error.open.empty() ? "" : "`" + error.open + "` is open here.";
}

}  // namespace

void shortcode_not_opened(PageContext& context) {
  const Shortcodes& shortcodes = context.document().shortcodes;
  for (const SyntaxError& error : shortcodes.errors) {
    const bool takes_no_inner = error.kind == ShortcodeError::takes_no_inner;
    if (error.kind != ShortcodeError::not_opened && !takes_no_inner) continue;
    const std::string what = error.name.empty() ? "A shortcode" : "`" + error.name + "`";
    const std::string reason = takes_no_inner ? "its template takes no inner text" : "none is open";
    context.report(error, {{"what", what}, {"reason", reason}}, help_for(shortcodes, error));
  }
}

}  // namespace rubric
