// How it works: behind `=` Hugo takes any characters up to the next blank, so that quotes which are not its
// own become a part of the value.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "lint/context.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 7> foreign_quotes = {"'", "“", "”", "„", "‘", "’", "″"};

// What stands between two such quotes; nothing where the value is not all quoted, or has quotes inside.
std::optional<std::string_view> unquoted(std::string_view value) {
  bool opened = false;
  bool closed = false;
  for (const std::string_view quote : foreign_quotes) {
    if (!opened && value.starts_with(quote)) {
      opened = true;
      value.remove_prefix(quote.size());
    }
  }
  for (const std::string_view quote : foreign_quotes) {
    if (!closed && value.ends_with(quote)) {
      closed = true;
      value.remove_suffix(quote.size());
    }
  }
  const bool clear = opened && closed && value.find_first_of("\"`\\") == value.npos &&
                     std::none_of(foreign_quotes.begin(), foreign_quotes.end(),
                                  [&](std::string_view quote) { return value.find(quote) != value.npos; });
  return clear ? std::optional(value) : std::nullopt;
}

void judge(PageContext& context, const Shortcode& call) {
  const ShortcodeTemplate* shortcode = context.document().dialect.find(call.name);
  const bool may_fail = shortcode == nullptr || shortcode->may_fail;
  for (const Parameter& parameter : call.parameters) {
    // The value has no quotes of Hugo's.
    if (parameter.name.empty() || parameter.value_span.end != parameter.span.end) continue;
    const std::optional<std::string_view> meant = unquoted(parameter.value);
    if (!meant) continue;
    const std::string repaired = '"' + std::string(*meant) + '"';
    Extras extras;
    extras.help = "Write `" + parameter.name + "=" + repaired + "`.";
    extras.fixes.push_back(context.fix("Replace the quotes by `\"`",
                                       may_fail ? Applicability::unsafe_fix : Applicability::safe,
                                       {{parameter.value_span, repaired}}));
    context.report(parameter.value_span,
                   {{"value", parameter.value}, {"parameter", parameter.name}, {"name", call.name}},
                   std::move(extras));
  }
}

}  // namespace

void shortcode_quote_in_value(PageContext& context) {
  for (const Shortcode& call : context.document().shortcodes.calls) {
    if (call.slip < 0) judge(context, call);
  }
}

}  // namespace rubric
