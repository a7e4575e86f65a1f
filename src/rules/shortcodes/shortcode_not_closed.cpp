// How it works: whether a template takes inner text is part of the Dialect, and the pairing of tags has used
// it already; what it left open is an error in the list.

#include "lint/context.h"

namespace rubric {

void shortcode_not_closed(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind != ShortcodeError::not_closed) continue;
    const bool percent = context.document().source.slice(error.tag).starts_with("{{%");
    const std::string closer = (percent ? "{{% /" : "{{< /") + error.name + (percent ? " %}}" : " >}}");
    context.report(error.span, {{"name", error.name}}, {"Close it with `" + closer + "`.", {}, {}});
  }
}

}  // namespace rubric
