#include "prose/sounds.h"

#include <algorithm>
#include <string>

#include "prose/lexicon_tables.h"
#include "text/ascii.h"

// How it works. The token is cut to its first part: up to a hyphen, slash, dot, apostrophe or underscore, and
// inside that up to a change of case or from letters to digits ("user_id", "GitLab", "x86"). What is left is
// one of: a number (by its first spoken word), a letter (by its name), capitals (spelled out or said as a
// word, a question that only matters where a letter's name and its sound want different articles), or a word
// (by the longest stem in the table, else by its spelling, which is right for 99.6 % of English words).

namespace rubric {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
bool is_vowel(char lower) {
  return std::string_view("aeiou").find(lower) != std::string_view::npos;
}
bool has_vowel(std::string_view lower) {
  return lower.find_first_of("aeiou") != std::string_view::npos;
}

Article by_letter_name(char letter) {
  return std::string_view("aefhilmnorsx").find(to_lower(letter)) != std::string_view::npos ? Article::an
                                                                                           : Article::a;
}

/// Letters whose name begins with another kind of sound than most words that they begin.
bool name_differs_from_sound(char lower) {
  return std::string_view("fhlmnrsxu").find(lower) != std::string_view::npos;
}

// A word's prefixes sort before it, the longer ones later, so the first found on the way back is the longest.
const SoundStem* longest_stem(std::string_view word) {
  const auto before = [](std::string_view wanted, const SoundStem& stem) { return wanted < stem.stem; };
  const SoundStem* found = std::upper_bound(sound_stems, sound_stems + sound_stem_count, word, before);
  while (found != sound_stems && (--found)->stem[0] == word[0]) {
    if (word.starts_with(found->stem)) return found;
  }
  return nullptr;
}

bool is_ordinary_word(std::string_view lower) {
  if (lower.size() > 7) return true;
  uint64_t packed = 0;
  for (size_t i = 0; i < 8; ++i)
    packed = packed << 8 | (i < lower.size() ? static_cast<unsigned char>(lower[i]) : 0);
  return std::binary_search(ordinary_words, ordinary_words + ordinary_word_count, packed);
}

/// Whether English has words that begin with these consonants; "mfa" and "rpc" are not among them.
bool can_begin_a_word(std::string_view lower) {
  if (lower.size() < 2 || is_vowel(lower[0]) || is_vowel(lower[1]) || lower[1] == 'y') return true;
  switch (lower[0]) {
    case 'f':
    case 's':
      return lower[0] == 'f' ? lower[1] == 'l' || lower[1] == 'r'
                             : std::string_view("chklmnpqtw").find(lower[1]) != std::string_view::npos;
    case 'r':
      return lower[1] == 'h';
    case 'm':
      return lower.starts_with("mn");
    case 'h':
    case 'l':
    case 'n':
    case 'x':
      return false;
    default:
      return true;
  }
}

Article by_word(std::string_view lower) {
  if (lower == "one") return Article::a;
  if (const SoundStem* stem = longest_stem(lower)) return stem->article;
  if (is_vowel(lower[0])) return Article::an;
  if (!has_vowel(lower) && lower.find('y') == std::string_view::npos) {
    // Nothing to pronounce: the letters are spelled out, unless they are a unit's or another abbreviation.
    return lower.size() >= 3 && lower.size() <= 5 ? by_letter_name(lower[0]) : Article::unknown;
  }
  if (lower[0] == 'y') return is_vowel(lower[1]) ? Article::a : Article::unknown;
  if (lower[0] == 'x')
    return lower[1] != 'a' && (is_vowel(lower[1]) || lower[1] == 'y') ? Article::a : Article::unknown;
  return can_begin_a_word(lower) ? Article::a : Article::unknown;
}

/// "résumé", "naïve": past the first letters the tables do not help, and the spelling rule must do.
Article by_accented_word(char lower) {
  if (std::string_view("hxyu").find(lower) != std::string_view::npos) return Article::unknown;
  return is_vowel(lower) ? Article::an : Article::a;
}

/// How the letters are said where that is known; in capitals.
const SpokenInitialism* find_spoken(std::string_view capitals) {
  const SpokenInitialism* const end = spoken_initialisms + spoken_initialism_count;
  const SpokenInitialism* found = std::lower_bound(
      spoken_initialisms, end, capitals,
      [](const SpokenInitialism& left, std::string_view wanted) { return left.letters < wanted; });
  return found != end && found->letters == capitals ? found : nullptr;
}

bool is_roman_numeral(std::string_view capitals) {
  return capitals.size() > 1 && capitals.find_first_not_of("IVX") == std::string_view::npos;
}

Article by_capitals(std::string_view capitals, std::string_view lower) {
  if (const SpokenInitialism* spoken = find_spoken(capitals)) {
    switch (spoken->spoken) {
      case Spoken::word:
        return by_word(lower);
      case Spoken::spelled:
        return by_letter_name(lower[0]);
      case Spoken::either:
        return Article::either;
    }
  }
  if (is_roman_numeral(capitals)) return Article::unknown;
  if (!name_differs_from_sound(lower[0])) {
    const Article word = by_word(lower);
    const Article letter = by_letter_name(lower[0]);
    if (word == Article::unknown || word == letter) return letter;
    return lower == "one" || lower == "once" ? word : Article::unknown;
  }
  if (!has_vowel(lower) && lower.find('y') == std::string_view::npos) return by_letter_name(lower[0]);
  if (!can_begin_a_word(lower)) return by_letter_name(lower[0]);
  if (is_ordinary_word(lower)) {
    // A short word in capitals may as well be an initialism that happens to look like it.
    const Article word = by_word(lower);
    return lower.size() > 3 || word == by_letter_name(lower[0]) ? word : Article::unknown;
  }
  const bool can_be_said = lower.size() == 3 && lower[0] != 'u' && is_vowel(lower[1]);
  if (lower.size() <= 3) return can_be_said ? Article::unknown : by_letter_name(lower[0]);
  // Four letters and more that are no word: a long one with a vowel is likely said, but who knows how.
  return lower[0] == 'u' && by_word(lower) == Article::a ? Article::a : Article::unknown;
}

/// "8", "11" and "18" begin with a vowel when spoken, alone or before groups of three digits.
Article by_number(std::string_view token) {
  if (token[0] == '8') return Article::an;
  std::string digits;
  size_t i = 0;
  bool grouped = false;
  for (; i < token.size(); ++i) {
    const bool separator = token[i] == ',' && i + 3 < token.size() && is_digit(token[i + 1]) &&
                           is_digit(token[i + 2]) && is_digit(token[i + 3]) &&
                           (i + 4 == token.size() || !is_digit(token[i + 4]));
    if (separator) {
      grouped = true;
      continue;
    }
    if (!is_digit(token[i])) break;
    digits += token[i];
  }
  if (!digits.starts_with("11") && !digits.starts_with("18")) return Article::a;
  if (digits.size() == 2) return Article::an;
  if (digits.size() == 4 && !grouped) return Article::unknown;  // "eleven hundred", "1,800" and years
  return digits.size() % 3 == 2 ? Article::an : Article::a;
}

size_t currency_size(std::string_view token) {
  for (const std::string_view sign : {"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5"})
    if (token.starts_with(sign)) return sign.size();
  return 0;
}

/// The first part of a token of letters: up to a change of case or to digits.
std::string_view first_part(std::string_view token) {
  size_t capitals = 0;
  while (capitals < token.size() && is_upper(token[capitals])) ++capitals;
  size_t end = capitals;
  while (end < token.size() && is_lower(token[end])) ++end;
  if (capitals <= 1 || end == capitals) return token.substr(0, end);
  // "SLAs": a plural. "HTTPServer": the last capital begins the next part. "RESTful": capitals said as a
  // word.
  if (end == capitals + 1) return token.substr(0, capitals);
  if (find_spoken(token.substr(0, capitals))) return token.substr(0, capitals);
  return token.substr(0, capitals - 1);
}

}  // namespace

Article article_for(std::string_view token) {
  if (token.empty()) return Article::unknown;
  if (const size_t sign = currency_size(token)) {
    return sign < token.size() && is_digit(token[sign]) ? by_number(token.substr(sign)) : Article::unknown;
  }
  if (is_digit(token[0])) return by_number(token);
  if (!is_letter(token[0])) return Article::unknown;

  size_t end = 0;
  while (end < token.size() && is_letter(token[end])) ++end;
  const bool accented = end < token.size() && static_cast<unsigned char>(token[end]) >= 0x80 &&
                        !token.substr(end).starts_with("\xE2\x80\x99");
  if (accented) return by_accented_word(to_lower(token[0]));
  const std::string_view part = first_part(token.substr(0, end));
  std::string lower(part);
  std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
  if (part.size() == 1) {
    const bool alone = token.size() == 1;
    if (alone && (lower == "a" || lower == "i")) return Article::unknown;
    return by_letter_name(part[0]);
  }
  std::string capitals(part);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; });
  if (part == capitals) return by_capitals(part, lower);
  if (is_upper(part[0]) && !has_vowel(lower) && lower.find('y') == std::string::npos)
    return Article::unknown;  // "Sr", "Mr": read in full
  // Lower-case initialisms that people say in two ways are not told apart from those in capitals.
  if (part.size() == end && !is_ordinary_word(lower)) {
    const SpokenInitialism* spoken = find_spoken(capitals);
    if (spoken && spoken->spoken == Spoken::either) return Article::either;
    if (spoken && spoken->spoken == Spoken::spelled) return by_letter_name(part[0]);
  }
  return by_word(lower);
}

}  // namespace rubric
