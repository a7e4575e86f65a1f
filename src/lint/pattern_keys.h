#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lint/diagnostic.h"

namespace rubric {

/// How a rule finds things: by a function of ours, or by patterns on its page. The kinds of pattern rule are
/// Vale's.
enum class Check : uint8_t {
  native,
  existence,     ///< what matches is reported
  substitution,  ///< what matches should be written otherwise
  occurrence,    ///< a slice holds too many matches, or too few
  repetition,    ///< the same match follows itself
};

/// What slice of a page a pattern sees.
enum class Scope : uint8_t {
  prose,      ///< paragraphs, list items, table cells and headings, each by itself
  paragraph,  ///< paragraphs outside lists
  sentence,   ///< sentences of all of these
  heading,
  list_item,
  table_cell,
  link_text,
  link_target,
  code,
  html,
  front_matter,
  shortcode,
  raw,  ///< every byte of the file
};

/// What a pattern rule's page says of its patterns: Vale's keys, each for some kinds of check only.
struct PatternKeys {
  Scope scope = Scope::prose;
  bool ignore_case = false;
  bool whole_words = true;          ///< no match begins or ends inside a word
  std::vector<std::string> tokens;  ///< of existence and repetition; an occurrence rule has one
  std::vector<std::pair<std::string, std::string>> swap;  ///< of substitution: pattern to replacement
  Applicability fix = Applicability::unsafe_fix;          ///< of substitution's fixes
  uint32_t max = 0;    ///< of occurrence: so many may be there, 0 is no limit; of repetition: so many repeats
  uint32_t min = 0;    ///< of occurrence: so many must be there
  bool alpha = false;  ///< of repetition: only words of letters count

  friend bool operator==(const PatternKeys&, const PatternKeys&) = default;
};

}  // namespace rubric
