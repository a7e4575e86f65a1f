// How it works: Hugo's lexer reads on past a missing delimiter, through any text, and stops many lines below;
// ours keeps the opener's place and, where one was read, the shortcode's name.

#include "lint/context.h"

namespace rubric {

void shortcode_unterminated(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind != ShortcodeError::unterminated_tag) continue;
    const std::string_view opener = context.document().source.slice(error.span);
    const std::string closer = opener.ends_with('%') ? "%}}" : ">}}";
    const std::string tag = error.name.empty() ? "This tag" : "The tag of `" + error.name + "`";
    context.report(error.span, {{"tag", tag}, {"closer", closer}});
  }
}

}  // namespace rubric
