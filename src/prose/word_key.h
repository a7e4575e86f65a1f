#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

namespace rubric {

/// A number that is the same for words that differ in ASCII letter case or in the make of their apostrophes
/// at most ("It's", "it’s"), and nearly always another for other words. It takes the same time for any word
/// but those with letters that are not ASCII.
uint32_t word_key(std::string_view word);

/// A set of words that says of nearly all others at once that they are not in it. It never forgets a word; it
/// may take a few in a hundred others for its own.
class WordFilter {
 public:
  void add(std::string_view word) { add(word_key(word)); }
  void add(uint32_t key) { bits_.set(key >> shift); }

  /// Whether the word of this key (see Word::key) may be in the set.
  bool may_hold(uint32_t key) const { return bits_.test(key >> shift); }

 private:
  static constexpr uint32_t shift = 18;
  std::bitset<size_t{1} << (32 - shift)> bits_;
};

/// One key for two words in a row.
constexpr uint32_t pair_key(uint32_t first, uint32_t second) {
  return (first * 31 + second) * 0x9E3779B1u;
}

}  // namespace rubric
