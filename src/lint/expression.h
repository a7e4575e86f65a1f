#pragma once

#include <string>
#include <string_view>

#include "lint/pattern_keys.h"

namespace rubric {

/// What RE2 says against a pattern of a rule page; empty when it is valid.
std::string pattern_error(std::string_view pattern);

/// The RE2 expression of a rule's pattern: with the rule's letter case and word borders, and in prose any
/// white space for a space. Group 1 is the match.
std::string expression_of(const PatternKeys& keys, std::string_view pattern);

/// Whether a pattern is open to every word of prose (`\w+`, `[^\s]+`), so that the words of the page answer
/// it: "don't" and "end-user" are one word each then, and code is none.
bool is_any_word(const PatternKeys& keys, std::string_view pattern);

}  // namespace rubric
