#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "prose/prose.h"
#include "prose/word_key.h"
#include "text/ascii.h"

namespace rubric {

/// A fixed set of words that the compiler puts into a table. What is no member is found out by one look at
/// its key, however many members there are.
///
///     static constexpr WordSet articles("a an the");
///
/// Words are separated by single spaces; no two differ in letter case alone.
template <size_t size>
class WordSet {
 public:
  consteval explicit WordSet(const char (&words)[size]) : words_(words, size - 1) {
    for (size_t begin = 0; begin < words_.size();) {
      size_t end = words_.find(' ', begin);
      if (end == std::string_view::npos) end = words_.size();
      add(begin, end - begin);
      begin = end + 1;
    }
  }

  /// Whether the word is a member, in whatever letter case. No mark is; ask for its text.
  bool holds(const Word& word) const { return holds(word.text, word.key); }

  bool holds(std::string_view text) const { return holds(text, word_key(text)); }

  /// Whether the text is a member in the very letter case that it has in the set.
  bool holds_exactly(std::string_view text) const {
    return !text.empty() && find(text, word_key(text)) == text;
  }

 private:
  struct Slot {
    uint32_t key = 0;
    uint16_t begin = 0;  // in words_
    uint16_t length = 0;
  };
  // A word and its space are two bytes at least, so half of the slots stay free.
  static constexpr size_t slot_count = std::bit_ceil(size);

  bool holds(std::string_view text, uint32_t key) const { return !find(text, key).empty(); }

  /// The member that differs from `text` in letter case at most, or nothing.
  std::string_view find(std::string_view text, uint32_t key) const {
    for (size_t at = key % slot_count; slots_[at].length != 0; at = (at + 1) % slot_count) {
      const std::string_view member = words_.substr(slots_[at].begin, slots_[at].length);
      if (slots_[at].key == key && equal_ignoring_case(text, member)) return member;
    }
    return {};
  }

  consteval void add(size_t begin, size_t length) {
    const uint32_t key = word_key(words_.substr(begin, length));
    size_t at = key % slot_count;
    while (slots_[at].length != 0) at = (at + 1) % slot_count;
    slots_[at] = {key, static_cast<uint16_t>(begin), static_cast<uint16_t>(length)};
  }

  std::string_view words_;
  std::array<Slot, slot_count> slots_{};
};

}  // namespace rubric
