// How it works: a character that Hugo's lexer refuses before it has seen a name is one in the name's place.

#include "lint/context.h"
#include "text/code_point_name.h"

namespace rubric {

void shortcode_name_invalid(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    const bool before_name = error.kind == ShortcodeError::unexpected_character && error.name.empty();
    if (error.kind != ShortcodeError::bad_name && !before_name) continue;
    const std::string_view text = context.document().source.slice(error.span);
    const bool closes = text.size() > 1 && text.ends_with('/');
    context.report(error, {{"text", visible_name(text)}}, closes ? "A blank is missing before `/`." : "");
  }
}

}  // namespace rubric
