// How it works: the first parameter that is of another kind than the one at the head of the tag is to blame.
// A word behind a bare value was most likely a part of it.

#include <algorithm>

#include "lint/context.h"

namespace rubric {

namespace {

// The whole of a value of which the error holds the quote alone.
std::string_view culprit(const Document& document, const SyntaxError& error) {
  const std::string_view text = document.source.slice(error.span);
  if (text != "\"" && text != "`") return text;
  const std::string_view rest =
      document.source.slice({error.span.begin, std::max(error.span.end, error.tag.end)});
  const size_t close = rest.find(text.front(), 1);
  return close == rest.npos ? text : rest.substr(0, close + 1);
}

std::string help_for(const Document& document, const SyntaxError& error) {
  const std::vector<Token>& tokens = document.shortcodes.tokens;
  const auto here = std::partition_point(
      tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.begin < error.span.begin; });
  const bool behind_value = here != tokens.begin() && std::prev(here)->kind == TokenKind::parameter_value;
  const std::string_view value = behind_value ? document.source.slice(std::prev(here)->span) : "";
  const std::string_view after =
      document.source.slice({error.span.end, std::max(error.span.end, error.tag.end)});
  const size_t sign = after.find_first_not_of(" \t");
  if (sign != after.npos && sign > 0 && after[sign] == '=') return "Take the blanks around its `=` away.";
  const bool bare = !value.empty() && value.front() != '"' && value.front() != '`' && value.front() != '\\';
  if (bare && !after.starts_with('=')) return "A value of several words needs double quotes.";
  return "Give all parameters of the tag a name, or none.";
}

}  // namespace

void shortcode_parameters_mixed(PageContext& context) {
  const Document& document = context.document();
  for (const SyntaxError& error : document.shortcodes.errors) {
    if (error.kind != ShortcodeError::mixed_parameters) continue;
    context.report(error, {{"text", std::string(culprit(document, error))}, {"name", error.name}},
                   help_for(document, error));
  }
}

}  // namespace rubric
