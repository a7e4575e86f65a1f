#include "prose/spoken_number.h"

// How it works. A number that begins with 8 begins with a vowel in every reading. So do 11 and 18 when
// nothing but groups of three digits follows ("11,000" is eleven thousand, "110" is not). Four digits that
// begin with 11 or 18 are read in two ways: "eleven hundred", a year, or "one thousand one hundred".

namespace rubric {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Whether a comma at `at` stands before a group of exactly three digits.
bool separates_group(std::string_view token, size_t at) {
  if (token[at] != ',' || at + 3 >= token.size()) return false;
  for (size_t i = at + 1; i <= at + 3; ++i)
    if (!is_digit(token[i])) return false;
  return at + 4 == token.size() || !is_digit(token[at + 4]);
}

}  // namespace

Article article_for_number(std::string_view token) {
  if (token[0] == '8') return Article::an;
  if (!token.starts_with("11") && !token.starts_with("18")) return Article::a;
  size_t digits = 0;
  size_t at = 0;
  bool grouped = false;
  for (; at < token.size(); ++at) {
    if (is_digit(token[at])) {
      ++digits;
    } else if (separates_group(token, at)) {
      grouped = true;
    } else {
      break;
    }
  }
  if (digits == 4 && !grouped) return token.substr(at) == "s" ? Article::an : Article::unknown;  // "1800s"
  return digits % 3 == 2 ? Article::an : Article::a;
}

size_t currency_sign_size(std::string_view token) {
  for (const std::string_view sign :
       {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9", "\xE2\x82\xA9"})
    if (token.starts_with(sign)) return sign.size();
  return 0;
}

}  // namespace rubric
