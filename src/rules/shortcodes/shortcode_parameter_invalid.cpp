// How it works: the character that Hugo stops at, and what follows it, tell what the author had in mind.

#include <algorithm>

#include "lint/context.h"
#include "text/code_point_name.h"

namespace rubric {

namespace {

bool is_quote(std::string_view text) {
  for (const std::string_view quote : {"'", "“", "”", "„", "‘", "’", "«"}) {
    if (text == quote) return true;
  }
  return false;
}

// `after` is the rest of the tag.
std::string help_for(std::string_view text, std::string_view after) {
  if (is_quote(text)) return "Hugo's quotes are `\"`.";
  if (text == "\\") return "In quotes a backslash stands only before `\"`.";
  if (text == ">}}" || text == "%}}") return "A value is missing before it.";
  if (text == "*" && after.starts_with('/'))
    return "No comment ends here: one begins with `/*` right behind the left delimiter.";
  if ((text == "," || text == ";") &&
      (after.empty() || after.front() == ' ' || after.front() == '>' || after.front() == '%'))
    return "Blanks alone stand between parameters.";
  if (text == ":" && (after.starts_with(' ') || after.starts_with('"')))
    return "Between a parameter's name and its value stands `=`.";
  switch (visibility_of(text)) {
    case Visibility::blank:
      return "Replace it by a space.";
    case Visibility::hidden:
      return "Delete it.";
    case Visibility::visible:
      return "Put the value in double quotes.";
  }
  return "";
}

}  // namespace

void shortcode_parameter_invalid(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind != ShortcodeError::unexpected_character || error.name.empty()) continue;
    const Source& source = context.document().source;
    const std::string_view text = source.slice(error.span);
    const std::string_view after = source.slice({error.span.end, std::max(error.span.end, error.tag.end)});
    context.report(error, {{"text", visible_name(text)}, {"name", error.name}}, help_for(text, after));
  }
}

}  // namespace rubric
