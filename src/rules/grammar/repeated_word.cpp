// How it works: two equal words in a row are wrong for sure only where English cannot double them. Each class
// of words has a condition of its own, and classes without one ("that that", "had had", "so so") are never
// reported.

#include <algorithm>
#include <optional>

#include "lint/context.h"
#include "prose/function_words.h"
#include "text/ascii.h"

namespace rubric {

namespace {

template <size_t count>
bool contains(const std::string_view (&words)[count], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Never right twice in a row, whatever stands around them.
constexpr std::string_view never_doubled[] = {
    "a",       "almost", "already", "also",    "although", "always", "among", "an",      "and",
    "another", "be",     "because", "between", "could",    "during", "each",  "either",  "every",
    "for",     "from",   "has",     "his",     "if",       "into",   "its",   "must",    "neither",
    "of",      "onto",   "or",      "our",     "shall",    "should", "than",  "the",     "their",
    "these",   "they",   "those",   "until",   "upon",     "we",     "when",  "whether", "while",
    "whose",   "will",   "with",    "within",  "without",  "would",  "your"};

// Right after a verb that they belong to: "log in in the app", "the team he works at at the moment".
constexpr std::string_view verb_particles[] = {"at", "by", "in", "on"};

// Content words that people double on purpose.
constexpr std::string_view doubled_on_purpose[] = {
    "again",  "aye",   "big",    "blah",  "bling", "boo",   "bye",   "cha",    "cheep", "choo",   "chop",
    "chug",   "clap",  "click",  "ding",  "dum",   "extra", "far",   "fifty",  "ha",    "half",   "hear",
    "hee",    "hey",   "ho",     "home",  "honk",  "hush",  "knock", "la",     "less",  "long",   "lots",
    "more",   "much",  "na",     "night", "no",    "nom",   "ok",    "okay",   "pat",   "please", "pom",
    "pretty", "quick", "really", "same",  "sorry", "super", "tap",   "thanks", "tick",  "tut",    "wait",
    "wee",    "well",  "win",    "woof",  "yadda", "yeah",  "yes"};

bool is_plain_lower(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "the the", or "The the" and "The The" where the sentence begins.
bool repeats(const Word& first, const Word& second) {
  if (first.kind != WordKind::word || second.kind != WordKind::word || !second.space_before) return false;
  if (first.text.size() != second.text.size()) return false;
  if (first.text == second.text) return is_plain_lower(first.text) || first.sentence_start;
  return first.sentence_start && is_plain_lower(second.text) && lower_case(first.text) == second.text;
}

// A hyphen, a slash or anything else that ties the pair to what is before or after it.
bool is_tied(std::span<const Word> words, size_t first, size_t second) {
  const bool after = second + 1 < words.size() && !words[second + 1].space_before &&
                     (words[second + 1].kind != WordKind::punctuation || words[second + 1].text == "-" ||
                      words[second + 1].text == "/" || words[second + 1].text == "(");
  const bool before = first > 0 && !words[first].space_before &&
                      (words[first - 1].kind != WordKind::punctuation || words[first - 1].text == "-" ||
                       words[first - 1].text == "/");
  return after || before;
}

bool is_quotation_mark(std::span<const Word> words, size_t index) {
  constexpr std::string_view marks[] = {"\"", "'", "“", "”", "‘", "’", "«", "»"};
  return index < words.size() && words[index].kind == WordKind::punctuation &&
         contains(marks, words[index].text);
}

// The pair alone in quotation marks is being talked about: 'fix "the the" in comments'.
bool is_quoted(std::span<const Word> words, size_t first, size_t second) {
  return first > 0 && is_quotation_mark(words, first - 1) && !words[first].space_before &&
         is_quotation_mark(words, second + 1) && !words[second + 1].space_before;
}

uint8_t class_at(std::span<const Word> words, size_t index) {
  if (index >= words.size() || words[index].kind != WordKind::word) return no_function_word;
  return function_word(words[index].text);
}

bool is_letter(std::span<const Word> words, size_t index) {
  return index < words.size() && words[index].kind == WordKind::word && words[index].text.size() == 1;
}

// "what it is is a", "all we do is is": the subject is a clause of its own.
bool has_clause_as_subject(std::span<const Word> words, size_t first) {
  constexpr std::string_view openers[] = {"what",  "all",  "how",   "where",    "who",  "why",
                                          "which", "that", "thing", "whatever", "when", "whether"};
  for (size_t i = 0; i < first; ++i)
    if (contains(openers, lower_case(words[i].text))) return true;
  return false;
}

// "the room we go to to relax" is right: a stranded "to" before an infinitive. Before a noun, or after a word
// that only an infinitive follows, it is not.
bool to_is_wrong(std::span<const Word> words, size_t first, size_t second) {
  constexpr std::string_view before_infinitive[] = {
      "able",  "allowed", "easy",     "has",      "have", "how",    "likely", "need", "needed", "needs",
      "order", "ready",   "required", "supposed", "try",  "trying", "used",   "want", "wants",  "wish"};
  if ((class_at(words, second + 1) & determiner) != 0) return true;
  return first > 0 && contains(before_infinitive, words[first - 1].text);
}

bool particle_is_wrong(std::span<const Word> words, size_t first, size_t second) {
  if ((class_at(words, second + 1) & determiner) == 0) return false;
  if (first == 0 || words[first - 1].kind == WordKind::punctuation) return true;
  // Certainly a noun, not a verb that the particle belongs to: "the change in in the plan".
  constexpr std::string_view openers[] = {"the", "a",   "an",    "my",   "your",
                                          "its", "our", "their", "each", "every"};
  return first >= 2 && contains(openers, words[first - 2].text) && class_at(words, first - 1) == 0;
}

bool content_word_is_wrong(const Sentence& sentence, std::span<const Word> words, size_t first,
                           size_t second) {
  const std::string_view word = words[first].text;
  if (word.size() < 3 || !is_plain_lower(word) || contains(doubled_on_purpose, word)) return false;
  if (words.size() < 5 || sentence.kind == ProseKind::alt_text) return false;  // a list of words, a label
  // "those who help help themselves"
  if (first > 0 && (class_at(words, first - 1) & pronoun) != 0) return false;
  if (second + 1 == words.size()) return true;
  const Word& next = words[second + 1];
  if (next.kind == WordKind::punctuation)
    return std::string_view(".,;:!?)").find(next.text[0]) != std::string_view::npos;
  return next.kind == WordKind::word && function_word(next.text) != 0;
}

// Whether one of the two is set off by markup on both sides, as a word that is talked about: "*and* and
// *or*".
bool is_mentioned(std::span<const Word> words, size_t first, size_t second) {
  if (words[first].markup_before) return true;
  return second + 1 < words.size() && words[second + 1].markup_before;
}

bool is_wrong(const Sentence& sentence, std::span<const Word> words, size_t first, size_t second) {
  const std::string word = lower_case(words[first].text);
  const bool markup_between = words[second].markup_before;
  if (markup_between && is_mentioned(words, first, second)) return false;
  if (contains(never_doubled, word)) {
    return word != "a" || !(is_letter(words, second + 1) || (first > 0 && is_letter(words, first - 1)));
  }
  if (markup_between) return false;
  if (word == "to") return to_is_wrong(words, first, second);
  if (word == "is")
    return (class_at(words, second + 1) & determiner) != 0 && !has_clause_as_subject(words, first);
  if (contains(verb_particles, word)) return particle_is_wrong(words, first, second);
  return function_word(word) == 0 && content_word_is_wrong(sentence, words, first, second);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Deletes the words after the first. Across markup only one word goes, and only where no empty pair of marks
// is left behind.
std::optional<Edit> edit_for(std::string_view text, const Word& first, const Word& second,
                             bool markup_between) {
  if (first.text.size() != first.span.size() || second.text.size() != second.span.size()) return std::nullopt;
  if (!markup_between) return Edit{{first.span.end, second.span.end}, ""};
  if (is_space(text[second.span.begin - 1])) return Edit{{second.span.begin - 1, second.span.end}, ""};
  if (second.span.end < text.size() && text[second.span.end] == ' ')
    return Edit{{second.span.begin, second.span.end + 1}, ""};
  return std::nullopt;
}

void report(PageContext& context, std::span<const Word> words, size_t first, size_t last,
            bool markup_between) {
  Extras extras;
  extras.help = "Delete the second `" + std::string(words[first].text) + "`.";
  const std::string_view text = context.document().source.text();
  if (const auto edit = edit_for(text, words[first], words[last], markup_between)) {
    const Applicability applicability = markup_between ? Applicability::unsafe_fix : Applicability::safe;
    extras.fixes.push_back(
        context.fix("Delete the repeated `" + std::string(words[last].text) + "`", applicability, {*edit}));
  }
  context.report({words[first].span.begin, words[last].span.end}, {{"word", std::string(words[first].text)}},
                 std::move(extras));
}

void read_sentence(PageContext& context, const Sentence& sentence) {
  const std::span<const Word> words = context.prose().words(sentence);
  const std::span<const std::string> allowed = context.option("allow");
  for (size_t first = 0; first + 1 < words.size(); ++first) {
    if (!repeats(words[first], words[first + 1])) continue;
    size_t last = first + 1;
    while (last + 1 < words.size() && repeats(words[last], words[last + 1]) && !words[last + 1].markup_before)
      ++last;
    const bool allow =
        std::find(allowed.begin(), allowed.end(), lower_case(words[first].text)) != allowed.end();
    if (!allow && !is_tied(words, first, last) && !is_quoted(words, first, last) &&
        is_wrong(sentence, words, first, last) && context.prose().is_english(sentence))
      report(context, words, first, last, words[first + 1].markup_before);
    first = last;
  }
}

}  // namespace

void repeated_word(PageContext& context) {
  for (const Sentence& sentence : context.prose().sentences()) read_sentence(context, sentence);
}

}  // namespace rubric
