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
  existence,       ///< what matches is reported
  substitution,    ///< what matches should be written otherwise
  occurrence,      ///< a slice holds too many matches, or too few
  repetition,      ///< the same match follows itself
  consistency,     ///< of two ways to write something a page keeps to one
  conditional,     ///< what matches must be explained on the page
  capitalization,  ///< a slice has a letter case
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

/// The letter case that a capitalization rule asks for.
enum class LetterCase : uint8_t {
  pattern,   ///< whatever its pattern says
  title,     ///< "How to Write a Rule"
  sentence,  ///< "How to write a rule"
  lower,
  upper,
};

/// Whose title case it is: they differ in prepositions of four letters and more.
enum class TitleStyle : uint8_t { ap, chicago };

/// What a pattern rule's page says of its patterns: Vale's keys, each for some kinds of check only.
struct PatternKeys {
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  Scope scope = Scope::prose;
  bool ignore_case = false;
  bool whole_words = true;  ///< no match begins or ends inside a word
  std::vector<std::string>
      exceptions;  ///< patterns: a match that lies in one of theirs or holds one is right

  std::vector<std::string> tokens;  ///< of existence and repetition; an occurrence rule has one
  std::vector<std::string> raw;     ///< of existence: parts of one pattern before each token, or by itself
  bool append = false;              ///< of existence: `raw` stands after the token

  Pairs swap;                                     ///< of substitution: pattern to replacement
  Applicability fix = Applicability::unsafe_fix;  ///< of substitution's fixes

  uint32_t max = 0;    ///< of occurrence: so many may be there, 0 is no limit; of repetition: so many repeats
  uint32_t min = 0;    ///< of occurrence: so many must be there
  bool alpha = false;  ///< of repetition: only words of letters count

  Pairs either;  ///< of consistency: pairs of patterns

  std::string first;   ///< of conditional: what must be explained
  std::string second;  ///< of conditional: what explains it, or captures what it explains

  LetterCase letter_case = LetterCase::pattern;  ///< of capitalization
  std::string match;                             ///< of capitalization: the pattern, if that is the case
  TitleStyle style = TitleStyle::ap;             ///< of capitalization
  std::vector<std::string> indicators;           ///< of capitalization: ends after which any case is right
  double threshold = 0.8;  ///< of capitalization: a larger share of the words must be right

  friend bool operator==(const PatternKeys&, const PatternKeys&) = default;
};

}  // namespace rubric
