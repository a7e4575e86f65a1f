// How it works: the first and the last eight bytes, in lower case, and the length are mixed; what lies
// between in a longer word does not count. A bit makes a capital small, and some marks others; that costs
// nothing but a chance of taking one word for another.

#include "prose/word_key.h"

#include <cstring>
#include <string>

namespace rubric {

namespace {

constexpr uint64_t high_bits = 0x8080808080808080u;
constexpr uint64_t small_letters = 0x2020202020202020u;

uint32_t mix(uint64_t first, uint64_t last, size_t length) {
  uint64_t mixed = (first | small_letters) * 0x9E3779B97F4A7C15u;
  mixed ^= ((last | small_letters) + length) * 0xC2B2AE3D27D4EB4Fu;
  mixed *= 0xFF51AFD7ED558CCDu;
  return static_cast<uint32_t>(mixed >> 32);
}

uint32_t with_straight_apostrophes(std::string text) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  for (size_t at; (at = text.find(curly)) != std::string::npos;) text.replace(at, curly.size(), "'");
  return word_key(text);
}

}  // namespace

uint32_t word_key(std::string_view word) {
  uint64_t first = 0;
  uint64_t last = 0;
  if (word.size() >= sizeof first) {
    std::memcpy(&first, word.data(), sizeof first);
    std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
  } else {
    for (const char byte : word) first = first << 8 | static_cast<unsigned char>(byte);
  }
  const bool ascii = ((first | last) & high_bits) == 0;
  if (!ascii && word.find("\xE2\x80\x99") != std::string_view::npos)
    return with_straight_apostrophes(std::string(word));
  return mix(first, last, word.size());
}

}  // namespace rubric
