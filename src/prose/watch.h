#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "prose/prose.h"
#include "prose/word_key.h"

namespace rubric {

/// A word of a page: the number of its sentence, and its index in the sentence.
struct WordPlace {
  uint32_t sentence = 0;
  uint32_t index = 0;
};

class Watch;

/// What the rules of a run wait for in a text, put together: one walk over the words of a page finds the
/// places for all of them. Many threads may ask once all watches are set.
class Watches {
 public:
  static constexpr size_t most = 16;  ///< watches

  /// A new watch, numbered from 0 on.
  Watch add();

  /// The places of each watch, by its number, in the order of the text. Of words a few may be among them that
  /// are not waited for.
  std::array<std::vector<WordPlace>, most> places_in(const Prose& prose) const;

 private:
  friend class Watch;
  static constexpr uint32_t shift = 18;

  size_t count_ = 0;
  // Each holds a bit for every watch.
  std::array<uint16_t, size_t{1} << (32 - shift)> words_{};  // by the highest bits of their keys
  uint16_t marks_ = 0;
  uint16_t compounds_ = 0;
  uint16_t gaps_ = 0;
  uint16_t repetitions_ = 0;
};

/// What one rule waits for.
class Watch {
 public:
  Watch(Watches& watches, size_t number)
      : watches_(watches), number_(number), bit_(static_cast<uint16_t>(1u << number)) {}

  size_t number() const { return number_; }

  void for_word(std::string_view word) { for_word(word_key(word)); }
  /// Words by their key; see Word::key.
  void for_word(uint32_t key) { watches_.words_[key >> Watches::shift] |= bit_; }
  void for_marks() { watches_.marks_ |= bit_; }
  /// See Word::compound.
  void for_compounds() { watches_.compounds_ |= bit_; }
  /// What stands more than one byte behind the word before, blanks among them.
  void for_wide_gaps() { watches_.gaps_ |= bit_; }
  /// The second of two words in a row that have the same key.
  void for_repetitions() { watches_.repetitions_ |= bit_; }

 private:
  Watches& watches_;
  size_t number_;
  uint16_t bit_;
};

}  // namespace rubric
