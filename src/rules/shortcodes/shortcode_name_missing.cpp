#include "lint/context.h"

namespace rubric {

void shortcode_name_missing(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind == ShortcodeError::no_name) context.report(error.tag);
  }
}

}  // namespace rubric
