// How it works: Hugo's lexer reads on past a missing delimiter or quote, through any text, and stops many
// lines below; ours keeps the place where the tag, comment or quoted value began.

#include "lint/context.h"

namespace rubric {

namespace {

struct Unterminated {
  std::string what;
  std::string closer;
};

std::string tag_of(const SyntaxError& error) {
  return error.name.empty() ? "this tag" : "the tag of `" + error.name + "`";
}

Unterminated describe(const SyntaxError& error, std::string_view begin) {
  const std::string right = begin.ends_with('%') ? "%}}" : ">}}";
  if (error.kind == ShortcodeError::unterminated_comment) return {"This comment", "`*/" + right + "`"};
  if (error.kind == ShortcodeError::unterminated_tag) {
    return {error.name.empty() ? "This tag" : "The tag of `" + error.name + "`", "`" + right + "`"};
  }
  return {"A quoted value in " + tag_of(error), begin == "`" ? "the closing backtick" : "`\"`"};
}

}  // namespace

void shortcode_unterminated(PageContext& context) {
  for (const SyntaxError& error : context.document().shortcodes.errors) {
    if (error.kind != ShortcodeError::unterminated_tag && error.kind != ShortcodeError::unterminated_quote &&
        error.kind != ShortcodeError::unterminated_comment) {
      continue;
    }
    const Unterminated unterminated = describe(error, context.document().source.slice(error.span));
    context.report(error, {{"what", unterminated.what}, {"closer", unterminated.closer}});
  }
}

}  // namespace rubric
