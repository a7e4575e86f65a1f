#include "lint/context.h"

namespace rubric {

namespace {

std::string help_for(std::string_view text) {
  for (const std::string_view quote : {"'", "“", "”", "„", "‘", "’", "«"}) {
    if (text == quote) return "Hugo's quotes are `\"`.";
  }
  return text == "\\" ? "In quotes a backslash stands only before `\"`." : "Put the value in double quotes.";
}

}  // namespace

void shortcode_parameter_invalid(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind != ShortcodeError::unexpected_character || error.name.empty()) continue;
    const std::string_view text = context.document().source.slice(error.span);
    context.report(error, {{"text", std::string(text)}, {"name", error.name}}, help_for(text));
  }
}

}  // namespace rubric
