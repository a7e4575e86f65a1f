#include "lint/context.h"

namespace rubric {

void shortcode_parameters_mixed(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind != ShortcodeError::mixed_parameters) continue;
    const std::string text(context.document().source.slice(error.span));
    context.report(error, {{"text", text}, {"name", error.name}});
  }
}

}  // namespace rubric
