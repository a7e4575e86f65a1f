#pragma once

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace rubric {

/// A rule as a Markdown page for readers: what holds, whether it is on, whether its fixes are safe, why it
/// exists, its options, and its examples with what is reported and what fixing makes of them. Made of the
/// rule's own page alone. Ends with a line end.
std::string rule_page(const RuleInfo& rule);

/// The same without its title, for reports that have one already.
std::string rule_help(const RuleInfo& rule);

/// A fenced code block (CommonMark 4.5) that the text cannot end. What is no visible text is spelled out, as
/// \x1b or \u{202e}.
std::string fenced(std::string_view text, std::string_view language);

}  // namespace rubric
