#pragma once

#include <span>
#include <string_view>

#include "prose/function_words.h"
#include "prose/prose.h"
#include "prose/word_set.h"
#include "text/ascii.h"

namespace rubric {

/// The words of a sentence or block, asked by index. What lies beyond either end is an empty mark, so a rule
/// that looks at neighbours needs no border checks; the index before the first, 0 - 1, may be asked too. A
/// view of the Prose that it comes from; cheap to copy.
class SentenceView {
 public:
  explicit SentenceView(std::span<const Word> words) : words_(words) {}

  size_t size() const { return words_.size(); }
  bool has(size_t index) const { return index < words_.size(); }
  const Word& operator[](size_t index) const { return has(index) ? words_[index] : beyond; }

  /// Whether a word in the narrow sense stands there: no number, mark or opaque thing.
  bool is_word(size_t index) const { return has(index) && words_[index].kind == WordKind::word; }
  bool is_opaque(size_t index) const { return has(index) && words_[index].kind == WordKind::opaque; }
  bool is_number(size_t index) const { return has(index) && words_[index].kind == WordKind::number; }

  /// Whether the mark `mark` stands there.
  bool is_mark(size_t index, std::string_view mark) const {
    return has(index) && words_[index].kind == WordKind::punctuation && words_[index].text == mark;
  }

  /// Whether the word there is `lower`, a word in lower-case ASCII letters, in any letter case.
  bool is(size_t index, std::string_view lower) const {
    return is_word(index) && equal_ignoring_case(words_[index].text, lower);
  }

  /// Whether the word there is in a set, in any letter case.
  template <size_t size>
  bool is_one_of(size_t index, const WordSet<size>& set) const {
    return is_word(index) && set.holds(words_[index]);
  }

  /// The classes of the word there, as bits of FunctionWord; 0 for content words and for what is no word.
  uint8_t classes(size_t index) const {
    return has(index) ? words_[index].classes & static_cast<uint8_t>(~foreign)
                      : static_cast<uint8_t>(no_function_word);
  }

 private:
  static constexpr Word beyond{{}, {}, WordKind::punctuation};
  std::span<const Word> words_;
};

}  // namespace rubric
