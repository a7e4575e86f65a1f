#include "prose/sounds.h"

#include <algorithm>
#include <string>

#include "prose/lexicon_tables.h"
#include "prose/spoken_number.h"
#include "text/ascii.h"
#include "text/utf8.h"

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
bool is_one_of(std::string_view letters, char letter) {
  return letters.find(letter) != std::string_view::npos;
}
bool is_vowel(char lower) {
  return is_one_of("aeiou", lower);
}
bool has_vowel(std::string_view lower) {
  return lower.find_first_of("aeiou") != std::string_view::npos;
}
bool can_be_said(std::string_view lower) {
  return lower.find_first_of("aeiouy") != std::string_view::npos;
}

Article by_letter_name(char letter) {
  return is_one_of("aefhilmnorsx", to_lower(letter)) ? Article::an : Article::a;
}

/// Letters whose name begins with another kind of sound than most words that they begin.
bool name_differs_from_sound(char lower) {
  return is_one_of("fhlmnrsxu", lower);
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
  const bool vowel_third = lower.size() > 2 && is_vowel(lower[2]);
  switch (lower[0]) {
    case 'f':
      return is_one_of("jlr", lower[1]);
    case 's':
      // "Sri", "svelte", and names: "Szabo"
      return is_one_of("chklmnpqtw", lower[1]) || (is_one_of("rvz", lower[1]) && vowel_third);
    case 'r':
      return lower[1] == 'h';
    case 'm':
      return lower[1] == 'n' || (lower[1] == 'c' && lower.size() > 4);  // "McAfee"
    case 'l':
      return lower[1] == 'l';
    case 'h':
    case 'n':
    case 'x':
      return false;
    default:
      return true;
  }
}

/// Consonants that names of other languages begin with: "Hsu", "Mbappe", "Nguyen", "Yglesias".
bool may_begin_a_name(std::string_view lower) {
  constexpr std::string_view heads = "hj hl hm hn hr hs hw lh lj mb mf mh ml mr mw ng rw sb sd sf sg sj sz";
  if (lower[0] == 'y') return !is_vowel(lower[1]);
  for (size_t at = 0; at < heads.size(); at += 3)
    if (lower.starts_with(heads.substr(at, 2))) return true;
  return false;
}

/// How the letters are said where that is known; in capitals.
const SpokenInitialism* find_spoken(std::string_view capitals) {
  const SpokenInitialism* const end = spoken_initialisms + spoken_initialism_count;
  const SpokenInitialism* found = std::lower_bound(
      spoken_initialisms, end, capitals,
      [](const SpokenInitialism& left, std::string_view wanted) { return left.letters < wanted; });
  return found != end && found->letters == capitals ? found : nullptr;
}

Article by_word(std::string_view lower) {
  if (const SoundStem* stem = longest_stem(lower)) return stem->article;
  // "udp": letters, as nothing else in it can be pronounced.
  if (lower[0] == 'u' && (lower.size() == 3 || lower.size() == 4) && !can_be_said(lower.substr(1)) &&
      !is_ordinary_word(lower))
    return Article::a;
  if (is_vowel(lower[0])) return Article::an;
  if (!name_differs_from_sound(lower[0])) return Article::a;
  if (!can_be_said(lower)) {
    // Nothing to pronounce: the letters are spelled out ("npm"), unless there are many of them.
    return lower.size() <= 5 ? by_letter_name(lower[0]) : Article::unknown;
  }
  // "xenon", but "xterm", "xpath"; "fresh", but "fsync", "ndarray", "rsync".
  if (lower[0] == 'x' && lower[1] == 'a') return Article::unknown;
  return can_begin_a_word(lower) ? Article::a : Article::an;
}

bool is_roman_numeral(std::string_view capitals) {
  return capitals.size() > 1 && capitals.find_first_not_of("IVX") == std::string_view::npos;
}

/// Whether letters that are no known word are said as one all the same, as "NETCONF" and "SIGTERM" are: they
/// begin as words do, and vowels and consonants take turns.
bool reads_like_a_word(std::string_view lower) {
  if (lower.starts_with("sig")) return true;
  if (lower.size() < 5 || !is_vowel(lower[1])) return false;
  const size_t longest_run = lower.size() > 5 ? 3 : 2;
  size_t run = 1;
  for (size_t i = 1; i < lower.size(); ++i) {
    run = is_vowel(lower[i]) == is_vowel(lower[i - 1]) ? run + 1 : 1;
    if (run > (is_vowel(lower[i]) ? 2 : longest_run)) return false;
  }
  return true;
}

/// The article of an initialism that is said in a known way.
Article by_spoken(Spoken spoken, std::string_view lower) {
  if (spoken == Spoken::either) return Article::either;
  if (spoken == Spoken::spelled) return by_letter_name(lower[0]);
  if (const SoundStem* stem = longest_stem(lower)) return stem->article;
  return is_vowel(lower[0]) ? Article::an : Article::a;
}

Article by_capitals(std::string_view capitals, std::string_view lower) {
  const SpokenInitialism* spoken = find_spoken(capitals);
  if (spoken && spoken->in_capitals != Spoken::unlisted) return by_spoken(spoken->in_capitals, lower);
  if (is_roman_numeral(capitals)) return capitals == "IV" ? Article::an : Article::unknown;
  const Article letter = by_letter_name(lower[0]);
  if (!name_differs_from_sound(lower[0])) {
    const Article word = by_word(lower);
    if (word == Article::unknown || word == letter || lower.size() <= 2) return letter;
    return lower == "one" || lower == "once" || lower.size() > 5 ? word : Article::unknown;
  }
  if (lower.starts_with("my") && lower.size() > 4) return Article::a;  // "MYSQL"
  if (!has_vowel(lower) || !can_begin_a_word(lower)) return letter;
  if (is_ordinary_word(lower)) return by_word(lower);
  if (lower[0] == 'u' && lower.size() > 5) return by_word(lower);
  if (lower.size() <= 3 || lower[0] == 'u') return letter;
  // Four letters and more that are no word: who knows how they are said.
  return reads_like_a_word(lower) ? by_word(lower) : Article::unknown;
}

/// A part with one capital at its head, or none. `whole` says that the token has no further letters after it.
Article by_spelling(std::string_view part, bool whole, std::string_view capitals, std::string_view lower) {
  // "Mr", "Sgt" are read in full, and "Mc" begins a name.
  if (is_upper(part[0]) && lower.size() <= 3) {
    constexpr std::string_view read_in_full[] = {"mr",  "mrs", "ms", "mt", "sr",
                                                 "sgt", "lt",  "fr", "rd", "mc"};
    if (std::find(std::begin(read_in_full), std::end(read_in_full), lower) != std::end(read_in_full))
      return Article::a;
  }
  const SpokenInitialism* spoken = whole ? find_spoken(capitals) : nullptr;
  if (spoken && !is_ordinary_word(lower)) {
    // "sql" is said as "SQL" is. "Mia" is a name; "led" is a word.
    if (spoken->in_lower_case == Spoken::either) return Article::either;
    if (spoken->in_lower_case == Spoken::spelled && is_lower(part[0])) return by_letter_name(part[0]);
  }
  if (is_upper(part[0]) && can_be_said(lower) && may_begin_a_name(lower) && !longest_stem(lower))
    return Article::unknown;
  return by_word(lower);
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

/// "MoU", "SoC", "RoIs": initialisms that keep a small "o".
bool is_mixed_initialism(std::string_view token) {
  if (token.size() == 4 && token[3] == 's') token = token.substr(0, 3);
  return token.size() == 3 && is_upper(token[0]) && token[1] == 'o' && is_upper(token[2]);
}

/// They are spelled out, but for those that some say as a word, as they do in capitals: "an SoC", "a SoC".
Article by_mixed_initialism(std::string_view token) {
  const char capitals[] = {token[0], 'O', token[2]};
  const SpokenInitialism* spoken = find_spoken({capitals, 3});
  const Article letter = by_letter_name(lower_case(token)[0]);
  if (!spoken || spoken->in_capitals == Spoken::spelled || !name_differs_from_sound(lower_case(token)[0]))
    return letter;
  return Article::either;
}

/// The token with the accents of Latin letters taken off its head: "élite" begins as "elite" does. Empty when
/// nothing changes.
std::string without_accents(std::string_view token) {
  constexpr std::string_view bases = "aaaaaaaceeeeiiiidnooooo*ouuuuyts";  // of U+00E0 on; U+00C0 on likewise
  constexpr size_t enough = 12;
  std::string plain;
  bool changed = false;
  for (size_t at = 0; at < token.size() && plain.size() < enough;) {
    const CodePoint point = decode_utf8(token, at);
    const char32_t lower = point.value >= 0xC0 && point.value <= 0xDE ? point.value + 32 : point.value;
    if (lower >= 0xE0 && lower < 0x100) {
      const char base = lower == 0xFF ? 'y' : bases[lower - 0xE0];
      plain += point.value == lower ? base : static_cast<char>(base - 32);
      changed = true;
    } else {
      plain += token.substr(at, point.length);
    }
    at += point.length;
  }
  return changed ? plain : std::string();
}

Article by_letter(std::string_view token) {
  if (token == "a" || token == "i" || token == "I") return Article::unknown;
  // "O'Reilly" and "S's", but "L'Oréal".
  const bool elided = token.size() > 3 && token[1] == '\'' && is_one_of("lLmM", token[0]);
  return elided ? Article::unknown : by_letter_name(token[0]);
}

Article by_letters(std::string_view token) {
  size_t end = 0;
  while (end < token.size() && is_letter(token[end])) ++end;
  if (is_mixed_initialism(token.substr(0, end))) return by_mixed_initialism(token);
  const std::string_view part = first_part(token.substr(0, end));
  if (part.size() == 1) return by_letter(token);
  const std::string lower = lower_case(part);
  std::string capitals(part);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; });
  // "us-east-1", "eu-west": letters, where "us" is no pronoun.
  if ((lower == "us" || lower == "eu") && (part == capitals || token.size() > 2))
    return by_letter_name(part[0]);
  return part == capitals ? by_capitals(part, lower) : by_spelling(part, part.size() == end, capitals, lower);
}

}  // namespace

Article article_for(std::string_view token) {
  if (token.empty()) return Article::unknown;
  const size_t sign = currency_sign_size(token);
  if (sign < token.size() && is_digit(token[sign])) return article_for_number(token.substr(sign));
  if (static_cast<unsigned char>(token[0]) >= 0x80 ||
      (token.size() > 1 && static_cast<unsigned char>(token[1]) >= 0x80)) {
    const std::string plain = without_accents(token);
    if (!plain.empty()) return is_letter(plain[0]) ? by_letters(plain) : Article::unknown;
  }
  return is_letter(token[0]) ? by_letters(token) : Article::unknown;
}

}  // namespace rubric
