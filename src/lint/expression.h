#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/pattern_keys.h"

namespace rubric {

/// What is wrong with a pattern of a rule page; empty when it is valid: RE2's syntax, and look-arounds.
std::string pattern_error(const PatternKeys& keys, std::string_view pattern);

/// A pattern cut into its elements: a character, an escape, a class, the opening of a group.
std::vector<std::string_view> elements_of(std::string_view pattern);

/// The patterns of an existence rule: its tokens, each with `raw` before or, if it appends, after it; or
/// `raw` by itself. Where there is a `raw`, the borders of words are in the patterns.
std::vector<std::string> existence_patterns(const PatternKeys& keys);

/// Whether a pattern looks around: `(?=`, `(?!`, `(?<=` or `(?<!`.
bool has_look_around(std::string_view pattern);

/// Whether a pattern has groups that capture.
bool has_captures(std::string_view pattern);

/// An expression for RE2, and where the match is among what it captures.
struct Expression {
  std::string text;
  bool is_whole = false;  ///< the match is all that it matches, group 0; it always is group 1
};

/// The RE2 expression of a rule's pattern, without its look-arounds: with the rule's letter case and word
/// borders, and in prose any white space for a space.
Expression expression_of(const PatternKeys& keys, std::string_view pattern);

/// The same for LookAround, with them; group 1 is the match.
std::string look_around_expression_of(const PatternKeys& keys, std::string_view pattern);

/// The RE2 expression of the pattern without its look-arounds and word borders: where the pattern begins, it
/// does.
Expression candidate_expression_of(const PatternKeys& keys, std::string_view pattern);

/// Whether a pattern is open to every word of prose (`\w+`, `[^\s]+`), so that the words of the page answer
/// it: "don't" and "end-user" are one word each then, and code is none.
bool is_any_word(const PatternKeys& keys, std::string_view pattern);

}  // namespace rubric
