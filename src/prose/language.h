#pragma once

#include <cstdint>
#include <span>

namespace rubric {

struct Word;

/// Words counted by what they say about the language of a text. "a" and "an" say nothing: many languages have
/// them.
struct LanguageCount {
  uint32_t words = 0;
  uint32_t english = 0;   ///< function words of English
  uint32_t foreign = 0;   ///< function words of other languages
  uint32_t accented = 0;  ///< words with letters that are not ASCII

  /// Running English has a function word in every second or third place.
  bool is_english() const { return english * 10 >= words && english > 2 * foreign; }
  /// English headings and lists of terms can do without; so nothing is concluded from a few words, nor
  /// against words that could as well be English.
  bool may_be_english() const { return foreign == 0 && (english > 0 || accented == 0); }
};

/// Counts the words among `words`; numbers, marks and opaque words do not count.
LanguageCount count_language(std::span<const Word> words);

}  // namespace rubric
