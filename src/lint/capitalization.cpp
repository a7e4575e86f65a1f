// How it works: each word of a slice is right, wrong or does not count. A slice is reported when the right
// ones are no larger a share than the threshold, and at once when a sentence or title begins with a small
// letter. What could be right either way is right: after a number, after an indicator, prepositions that may
// belong to a verb ("Log In").

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "lint/check_kinds.h"
#include "lint/scope_text.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace rubric {

namespace {

struct Letters {
  bool first_is_upper = false;
  bool first_is_lower = false;
  bool more_upper = false;  // after the first character
  bool lower = false;       // anywhere
  bool digits = false;
};

// The case of a character: 'u', 'l', 'd' for a digit, or '-'.
char case_at(std::string_view text, size_t at, size_t length) {
  const char byte = text[at];
  if (byte >= 'A' && byte <= 'Z') return 'u';
  if (byte >= 'a' && byte <= 'z') return 'l';
  if (byte >= '0' && byte <= '9') return 'd';
  if (static_cast<unsigned char>(byte) < 0x80) return '-';
  static const RE2 upper("\\p{Lu}", RE2::Quiet), lower("\\p{Ll}", RE2::Quiet);
  const re2::StringPiece character(text.data() + at, length);
  return RE2::FullMatch(character, upper) ? 'u' : RE2::FullMatch(character, lower) ? 'l' : '-';
}

Letters letters_of(std::string_view word) {
  Letters letters;
  for (size_t at = 0; at < word.size();) {
    const size_t length = std::max<size_t>(1, decode_utf8(word, at).length);
    const char its_case = case_at(word, at, length);
    letters.first_is_upper = letters.first_is_upper || (at == 0 && its_case == 'u');
    letters.first_is_lower = letters.first_is_lower || (at == 0 && its_case == 'l');
    letters.more_upper = letters.more_upper || (at != 0 && its_case == 'u');
    letters.lower = letters.lower || its_case == 'l';
    letters.digits = letters.digits || its_case == 'd';
    at += length;
  }
  return letters;
}

// "Top" of "Top-level", "Client" of "Client's".
std::string_view first_part(std::string_view word) {
  for (const std::string_view joint : {"-", "'", "\u2019"}) word = word.substr(0, word.find(joint));
  return word;
}

// GitLab, HTTP, x86, I: no sentence changes their case.
bool keeps_its_case(const Letters& letters) {
  return letters.more_upper || letters.digits || (letters.first_is_upper && !letters.lower);
}

template <size_t count>
bool is_one_of(const std::array<std::string_view, count>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view one) { return equal_ignoring_case(one, word); });
}

constexpr std::array<std::string_view, 11> small = {"a",   "an", "and", "at",  "but", "for",
                                                    "nor", "of", "or",  "the", "to"};
constexpr std::array<std::string_view, 14> either = {"as",  "by", "if", "in",  "off", "on",  "out",
                                                     "per", "so", "up", "via", "vs",  "yet", "is"};
constexpr std::array<std::string_view, 33> prepositions = {
    "about",  "above", "across", "after",   "against", "along",  "among",  "around", "before",
    "behind", "below", "beside", "between", "beyond",  "down",   "during", "except", "from",
    "inside", "into",  "like",   "near",    "onto",    "over",   "past",   "since",  "through",
    "toward", "under", "until",  "upon",    "with",    "without"};

// One slice being judged.
class Judge {
 public:
  Judge(const PatternMatches& found, const ScopeSlice& slice, std::span<const Word* const> words)
      : keys_(found.keys), slice_(slice), words_(words) {}

  bool is_right(std::span<const Span> exceptions) {
    size_t last = words_.size();
    for (size_t index = 0; index < words_.size(); ++index)
      if (counts(*words_[index])) last = index;
    size_t right = 0, counted = 0;
    bool opening = true;  // nothing that says anything stands before
    for (size_t index = 0; index < words_.size(); ++index) {
      const Word& word = *words_[index];
      if (!counts(word)) {
        opening = opening && word.kind == WordKind::punctuation;
        after_number_ = after_number_ || (counted == 0 && word.kind != WordKind::punctuation);
        continue;
      }
      ++counted;
      const bool free = is_excepted(word, exceptions) || is_after_indicator(index);
      const Letters letters = letters_of(first_part(word.text));
      const bool good = free || is_right(word, letters, counted == 1, index == last);
      if (!good && counted == 1 && opening && must_begin_with_capital() && letters.first_is_lower)
        return false;
      right += good ? 1 : 0;
      after_number_ = false;
    }
    if (keys_.letter_case == LetterCase::lower || keys_.letter_case == LetterCase::upper)
      return right == counted;
    return counted == 0 || static_cast<double>(right) > keys_.threshold * static_cast<double>(counted);
  }

 private:
  // A word that patterns see here; those of an inner text stand among them.
  bool counts(const Word& word) const {
    return word.kind == WordKind::word && slice_.text[word.span.begin - slice_.span.begin] != opaque_byte;
  }

  static bool is_excepted(const Word& word, std::span<const Span> exceptions) {
    const auto found = std::partition_point(exceptions.begin(), exceptions.end(),
                                            [&](Span span) { return span.end < word.span.end; });
    return found != exceptions.end() && found->begin <= word.span.begin;
  }

  bool must_begin_with_capital() const {
    return keys_.letter_case == LetterCase::title || keys_.letter_case == LetterCase::sentence;
  }

  bool is_after_indicator(size_t index) const {
    if (index == 0) return false;
    const std::string_view before = words_[index - 1]->text;
    return std::any_of(keys_.indicators.begin(), keys_.indicators.end(),
                       [&](const std::string& indicator) { return before.ends_with(indicator); });
  }

  bool is_right(const Word& word, const Letters& letters, bool first, bool last) const {
    if (keys_.letter_case == LetterCase::lower) return !letters.first_is_upper && !letters.more_upper;
    if (keys_.letter_case == LetterCase::upper) return !letters.lower;
    if (keeps_its_case(letters)) return true;
    if (after_number_) return true;
    if (first) return letters.first_is_upper;
    if (keys_.letter_case == LetterCase::sentence) return !letters.first_is_upper || word.sentence_start;
    if (last || word.sentence_start) return !letters.first_is_lower || is_one_of(either, word.text);
    if (is_one_of(small, word.text)) return !letters.first_is_upper;
    if (is_one_of(either, word.text)) return true;
    if (keys_.style == TitleStyle::chicago && is_one_of(prepositions, word.text)) return true;
    return letters.first_is_upper;
  }

  const PatternKeys& keys_;
  const ScopeSlice& slice_;
  std::span<const Word* const> words_;
  bool after_number_ = false;  // a number or what is no words opens the slice
};

}  // namespace

void check_capitalization(PageContext& context, PatternMatches found) {
  const bool by_pattern = found.keys.letter_case == LetterCase::pattern;
  size_t next = 0;  // of the matches: of the pattern, or of the exceptions
  std::vector<Span> exceptions;
  for (uint32_t index = 0; index < found.slices.size(); ++index) {
    const ScopeSlice& slice = found.slices[index];
    bool matches = false;
    exceptions.clear();
    for (; next < found.matches.size() && found.matches[next].slice == index; ++next) {
      if (found.matches[next].excepted) exceptions.push_back(found.matches[next].span);
      matches = matches || !found.matches[next].excepted;
    }
    if (slice.span.empty() || (by_pattern && (matches || !exceptions.empty()))) continue;
    if (!by_pattern && Judge(found, slice, found.words.in(slice.span)).is_right(exceptions)) continue;
    context.report(slice.span, {{"match", with_single_spaces(slice.text)}});
  }
}

}  // namespace rubric
