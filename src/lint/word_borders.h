#pragma once

#include <span>
#include <string_view>

namespace rubric {

/// What is known of the borders of all that a pattern matches.
struct WordBorders {
  bool begins_in_word = false;  ///< the first character is an ASCII letter or digit, or `_`
  bool ends_in_word = false;    ///< so is the last
};

/// Of a pattern, cut into its elements; false where that cannot be told.
WordBorders word_borders(std::span<const std::string_view> elements);

}  // namespace rubric
