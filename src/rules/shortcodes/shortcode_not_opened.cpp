// How it works: two errors of pairing read alike to an author: a closing tag whose shortcode is not open, and
// a closing tag or final `/` for a template that takes no inner text, which is never open.

#include "lint/context.h"

namespace rubric {

void shortcode_not_opened(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    const bool takes_no_inner = error.kind == ShortcodeError::takes_no_inner;
    if (error.kind != ShortcodeError::not_opened && !takes_no_inner) continue;
    const std::string what = error.name.empty() ? "A shortcode" : "`" + error.name + "`";
    const std::string reason = takes_no_inner ? "its template takes no inner text" : "none is open";
    context.report(error.span, {{"what", what}, {"reason", reason}});
  }
}

}  // namespace rubric
