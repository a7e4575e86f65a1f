#pragma once

#include <string>
#include <string_view>

#include "lint/rule.h"

namespace rubric {

/// What RE2 says against a pattern of a rule page; empty when it is valid.
std::string pattern_error(std::string_view pattern);

/// The RE2 expression of a rule's pattern: with the rule's letter case and word borders, and in prose any
/// white space for a space. Group 1 is the match.
std::string expression_of(const RuleInfo& info, std::string_view pattern);

}  // namespace rubric
