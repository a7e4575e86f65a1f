#pragma once

#include <bit>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace rubric {

/// The bytes of a word as two numbers, in lower case as far as ASCII goes: all that words of up to sixteen
/// bytes can be told apart by. The bit that makes a capital small makes others of some marks too; that costs
/// nothing but a chance of taking one word for another.
struct PackedWord {
  uint64_t first = 0;  ///< the first eight bytes, the first of them lowest; all of a shorter word
  uint64_t last = 0;   ///< the last eight; 0 of a word that `first` holds whole
  uint32_t size = 0;

  static constexpr size_t whole = 8;  ///< the longest word that `first` holds whole
};

/// Packs the word that `text` begins with, of `size` bytes: faster where more text follows it.
constexpr PackedWord pack_word(std::string_view text, size_t size) {
  constexpr uint64_t small_letters = 0x2020202020202020u;  // turns capitals into small letters
  const auto load = [&](size_t at, size_t count) {
    uint64_t bytes = 0;
    if (std::is_constant_evaluated() || std::endian::native != std::endian::little) {
      for (size_t i = 0; i < count; ++i) bytes |= uint64_t{static_cast<unsigned char>(text[at + i])} << i * 8;
    } else if (count == 8) {
      std::memcpy(&bytes, text.data() + at, 8);
    } else if (count >= 4) {
      uint32_t head = 0;
      uint32_t tail = 0;
      std::memcpy(&head, text.data() + at, 4);
      std::memcpy(&tail, text.data() + at + count - 4, 4);
      bytes = head | uint64_t{tail} << (count - 4) * 8;
    } else {
      for (size_t i = 0; i < count; ++i) bytes |= uint64_t{static_cast<unsigned char>(text[at + i])} << i * 8;
    }
    return bytes;
  };
  PackedWord packed;
  packed.size = static_cast<uint32_t>(size);
  if (size == 0) return packed;
  if (size > PackedWord::whole) {
    packed.first = load(0, 8) | small_letters;
    packed.last = load(size - 8, 8) | small_letters;
    return packed;
  }
  const size_t unused = (PackedWord::whole - size) * 8;
  packed.first = text.size() < 8 ? load(0, size) : load(0, 8) << unused >> unused;
  packed.first |= small_letters >> unused;
  return packed;
}

/// The key of what pack_word() makes of a word without curly apostrophes: the first and the last eight bytes
/// and the length are mixed, and what lies between in a longer word does not count.
constexpr uint32_t mixed_key(const PackedWord& packed) {
  uint64_t mixed = packed.first * 0x9E3779B97F4A7C15u;
  mixed ^= (packed.last + packed.size) * 0xC2B2AE3D27D4EB4Fu;
  mixed *= 0xFF51AFD7ED558CCDu;
  return static_cast<uint32_t>(mixed >> 32);
}

/// The key of a word with letters that are not ASCII, in which every curly apostrophe is taken for a straight
/// one.
constexpr uint32_t key_of_wide_word(std::string_view word, const PackedWord& as_it_is) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  if (word.find(curly) == std::string_view::npos) return mixed_key(as_it_is);
  PackedWord packed;
  for (size_t at = 0; at < word.size(); ++packed.size) {
    const bool apostrophe = word.substr(at).starts_with(curly);
    const uint64_t byte = static_cast<unsigned char>(apostrophe ? '\'' : word[at]) | 0x20u;
    at += apostrophe ? curly.size() : 1;
    if (packed.size < PackedWord::whole) packed.first |= byte << packed.size * 8;
    packed.last = packed.last >> 8 | byte << 56;
  }
  if (packed.size <= PackedWord::whole) packed.last = 0;
  return mixed_key(packed);
}

/// A number that is the same for words that differ in ASCII letter case or in the make of their apostrophes
/// at most ("It's", "it’s"), and nearly always another for other words. It takes the same time for any word
/// but those with letters that are not ASCII.
constexpr uint32_t word_key(std::string_view word, const PackedWord& packed) {
  constexpr uint64_t high_bits = 0x8080808080808080u;
  const bool ascii = ((packed.first | packed.last) & high_bits) == 0;
  return ascii ? mixed_key(packed) : key_of_wide_word(word, packed);
}

constexpr uint32_t word_key(std::string_view word) {
  return word_key(word, pack_word(word, word.size()));
}

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
