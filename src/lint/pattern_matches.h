#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/page_words.h"
#include "lint/pattern_keys.h"
#include "text/span.h"

namespace rubric {

/// A stretch of a page as the patterns of one scope see it; see scope_text.h. Points into what the scan of
/// the page owns.
struct ScopeSlice {
  Span span;                    ///< in the page
  std::string_view text;        ///< as long as the span
  uint32_t words = UINT32_MAX;  ///< it holds at most so many words
};

/// A place where a pattern of a rule matches.
struct PatternMatch {
  Span span;              ///< in the page
  uint32_t pattern = 0;   ///< index among the rule's patterns
  uint32_t slice = 0;     ///< index of the slice that it lies in
  bool excepted = false;  ///< by the rule's exceptions
};

/// What the patterns of one rule found on a page.
struct PatternMatches {
  const PatternKeys& keys;
  const std::vector<ScopeSlice>& slices;  ///< of the rule's scope, in the order of the page
  PageWords& words;
  std::vector<PatternMatch> matches;  ///< by slice and place; the longer first where two begin together
  bool any_word = false;              ///< the rule's pattern matches every word
  bool captured = false;  ///< of conditional: the matches of `second` are what its groups captured

  /// The match as patterns saw it.
  std::string_view seen(const PatternMatch& match) const;
};

/// Drops what overlaps an earlier or longer match.
void drop_overlaps(std::vector<PatternMatch>& matches);

/// The text with each run of white space as one space, for messages.
std::string with_single_spaces(std::string_view text);

}  // namespace rubric
