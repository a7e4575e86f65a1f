// How it works: of the calls closed under another's name only the innermost are told, since each of them
// makes the calls around it wrong, too. On a page that Hugo refuses, the pairing is a guess and nothing is
// said.

#include <algorithm>
#include <vector>

#include "lint/context.h"

namespace rubric {

namespace {

bool takes_inner(const Dialect& dialect, std::string_view name) {
  const ShortcodeTemplate* shortcode = dialect.find(name);
  return shortcode != nullptr && shortcode->inner != InnerText::none &&
         shortcode->inner != InnerText::unknown;
}

}  // namespace

void shortcode_crossed(PageContext& context) {
  const Document& document = context.document();
  const Shortcodes& shortcodes = document.shortcodes;
  const bool refused = std::any_of(shortcodes.slips.begin(), shortcodes.slips.end(),
                                   [](const Slip& slip) { return slip.fails_build; });
  if (refused || !shortcodes.errors.empty()) return;
  const std::vector<Shortcode>& calls = shortcodes.calls;
  std::vector<bool> holds_crossed(calls.size(), false);
  for (size_t index = calls.size(); index-- > 0;) {
    const Shortcode& call = calls[index];
    const std::string_view closer = document.source.slice(call.close_name);
    const bool crossed = !closer.empty() && closer != call.name;
    if ((crossed || holds_crossed[index]) && call.parent >= 0)
      holds_crossed[static_cast<size_t>(call.parent)] = true;
    if (crossed && !holds_crossed[index] && takes_inner(document.dialect, call.name) &&
        takes_inner(document.dialect, closer))
      context.report(call.close, {{"name", std::string(closer)}, {"open", call.name}});
  }
}

}  // namespace rubric
