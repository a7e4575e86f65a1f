// How it works: the characters of Unicode's categories Zs, Zl, Zp, Cc and Cf that turn up in texts, as
// ranges.

#include "text/code_point_name.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace rubric {

namespace {

struct CodePoints {
  char32_t first, last;
};

constexpr std::array<CodePoints, 8> blank_ranges = {{{'\t', '\r'},
                                                     {' ', ' '},
                                                     {0x85, 0x85},
                                                     {0xA0, 0xA0},
                                                     {0x1680, 0x1680},
                                                     {0x2000, 0x200A},
                                                     {0x2028, 0x202F},
                                                     {0x3000, 0x3000}}};
constexpr std::array<CodePoints, 9> hidden_ranges = {{{0, 0x1F},
                                                      {0x7F, 0x9F},
                                                      {0xAD, 0xAD},
                                                      {0x180E, 0x180E},
                                                      {0x200B, 0x200F},
                                                      {0x202A, 0x202E},
                                                      {0x205F, 0x206F},
                                                      {0xFE00, 0xFE0F},
                                                      {0xFEFF, 0xFEFF}}};

template <typename Ranges>
bool holds(const Ranges& ranges, char32_t value) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](CodePoints range) { return range.first <= value && value <= range.last; });
}

}  // namespace

Visibility visibility_of(std::string_view text) {
  const char32_t value = decode_utf8(text, 0).value;
  const bool embedding = value >= 0x202A && value <= 0x202E;
  if (!embedding && holds(blank_ranges, value)) return Visibility::blank;
  return holds(hidden_ranges, value) ? Visibility::hidden : Visibility::visible;
}

std::string visible_name(std::string_view text) {
  if (text.empty() || visibility_of(text) == Visibility::visible) return std::string(text);
  constexpr std::string_view digits = "0123456789ABCDEF";
  const char32_t value = decode_utf8(text, 0).value;
  std::string name = "U+";
  for (int shift = value > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) name += digits[value >> shift & 0xF];
  return name;
}

}  // namespace rubric
