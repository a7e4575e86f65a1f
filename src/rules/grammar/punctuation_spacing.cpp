// How it works: the words of a sentence carry their places, so what stands between two of them is read in the
// source: blanks, perhaps beside markup. A gap of more than one byte, or a mark, is the cheap sign that there
// may be something to say. Marks that are talked about ("split at ,"), emoticons, and whatever is no plain
// word on either side keep the rule silent.

#include <algorithm>
#include <optional>

#include "lint/context.h"
#include "prose/blanks.h"
#include "prose/sentence_view.h"
#include "prose/standing.h"

namespace rubric {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_code(const Word& word) {
  return word.kind == WordKind::opaque && word.text.starts_with('`');
}

bool is_said(const Word& word) {
  return word.kind == WordKind::word || word.kind == WordKind::number;
}

bool is_plain_word(const Word& word) {
  return word.kind == WordKind::word && word.text.size() > 1 &&
         std::all_of(word.text.begin(), word.text.end(), is_letter);
}

bool is_one_letter(const Word& word) {
  return word.text.size() == 1 && is_letter(word.text[0]);
}

// Whether a sentence talks about marks: "values separated by , or ;".
bool is_about_marks(SentenceView words) {
  static constexpr WordSet talk(
      "brackets character characters colon colons comma commas csv delimiter delimiters dot dots ellipsis "
      "operator parenthesis period periods punctuation regex semicolon semicolons separated separator "
      "separators space spaces syntax token whitespace marks symbol symbols wildcard");
  for (size_t i = 0; i < words.size(); ++i)
    if (words.is_one_of(i, talk)) return true;
  return false;
}

// A sentence under way, and what is known of it once something seems wrong.
struct Passage {
  PageContext& context;
  const Sentence& sentence;
  SentenceView words;
  std::string_view text;  // of the page
  std::optional<WideBlanks> known_gaps = {};
  std::optional<bool> known_about_marks = {};

  bool is_english() const { return context.prose().is_english(sentence); }
  const WideBlanks& gaps() {
    if (!known_gaps) known_gaps = count_wide_blanks(text, words);
    return *known_gaps;
  }
  bool about_marks() {
    if (!known_about_marks) known_about_marks = is_about_marks(words);
    return *known_about_marks;
  }

  void report(Span span, const std::string& problem, const std::string& title, Applicability applicability,
              Edit edit) const {
    context.report(span, {{"problem", problem}},
                   {{}, {}, {context.fix(title, applicability, {std::move(edit)})}});
  }
};

bool ends_sentence(const Word& word) {
  static constexpr WordSet ends(". ! ? : … ...");
  return ends.holds_exactly(word.text);
}

bool begins_in_capital(const Word& word) {
  return word.kind == WordKind::word && word.text[0] >= 'A' && word.text[0] <= 'Z';
}

// Whether the gap before the word at `index` is meant: words set in columns, or pasted text whose gaps were
// line ends once.
bool is_meant(Passage& passage, size_t index) {
  const WideBlanks& gaps = passage.gaps();
  if (gaps.all > 2) return true;
  if (gaps.wider > 0 && (gaps.all > 1 || passage.sentence.kind != ProseKind::paragraph)) return true;
  if (!begins_in_capital(passage.words[index]) || passage.words.is(index, "i")) return false;
  constexpr size_t long_sentence = 40;
  return gaps.all > 1 || passage.words.size() > long_sentence || passage.words.classes(index) != 0;
}

// "TX  73301", "Fri,  3 May", "D2E9  18F8": codes and padded numbers.
bool is_code_like(const Word& word) {
  const bool digits = word.text.find_first_of("0123456789") != std::string_view::npos;
  if (word.kind == WordKind::number) return word.text.size() == 1 || word.text.size() > 3;
  return digits || word.text.ends_with('.');  // "e.g.  this" is a habit of typists
}

void judge_gap(Passage& passage, size_t index) {
  const SentenceView words = passage.words;
  const Word& before = words[index - 1];
  const Word& after = words[index];
  static constexpr WordSet openers("( \" “ ‘");
  static constexpr WordSet closers(", ; ) \" ” ’");
  if (!is_said(before) && !closers.holds_exactly(before.text) &&
      !(is_code(before) && index > 1 && words.is_word(index)))
    return;
  if (is_code_like(after) || (is_said(before) && is_code_like(before))) return;
  if (is_code(before) && passage.sentence.kind != ProseKind::paragraph) return;
  if (!is_said(after) && !openers.holds_exactly(after.text) && !is_code(after)) return;
  if (is_code(after) && passage.sentence.kind != ProseKind::paragraph) return;
  if (before.kind == WordKind::punctuation && before.text != "," && before.text != ";" &&
      ends_sentence(words[index - 2]))
    return;
  if (before.kind == WordKind::number && (after.kind == WordKind::number || index == 1)) return;
  if (before.text == "\"" && before.space_before) return;  // an opening one
  const Span blanks = blanks_between(passage.text, before, after);
  if (blanks.size() < 2) return;
  const bool link_before = passage.text[blanks.begin - 1] == ')' && before.span.end < blanks.begin;
  if (link_before && passage.text[blanks.end] == '[') return;  // a row of links
  const bool beside_quote = is_quotation_mark(before) || is_quotation_mark(after);
  if ((!beside_quote && is_in_quotes(words, index - 1, index)) || is_meant(passage, index) ||
      !passage.is_english())
    return;
  passage.report(blanks, blanks.size() == 2 ? "Two spaces between words" : "Several spaces between words",
                 "Leave one space",
                 begins_in_capital(after) ? Applicability::unsafe_fix : Applicability::safe, {blanks, " "});
}

// Whether a word that a mark may follow ends right before the blanks.
bool can_precede_mark(Passage& passage, size_t index) {
  const Word& before = passage.words[index];
  if (!passage.words.has(index)) return false;
  return is_said(before) || is_code(before) || before.text == ")" ||
         (is_quotation_mark(before) && !before.space_before);
}

// "Type , to skip", "split by ; first".
bool is_taken_for_key(SentenceView words, size_t before) {
  static constexpr WordSet verbs("add append enter hit insert press put type use write");
  static constexpr WordSet others("a an by each every no the with");
  return words.is_one_of(before, verbs) || words.is_one_of(before, others);
}

// "We left ,then slept".
void judge_glued_comma(Passage& passage, size_t index) {
  const Span blanks = blanks_between(passage.text, passage.words[index - 1], passage.words[index]);
  const Span comma = passage.words[index].span;
  const bool lone = !passage.words.has(index + 2) || passage.words[index + 2].space_before ||
                    passage.words.is_mark(index + 2, ".");
  if (blanks.empty() || blanks.end != comma.begin || !lone || passage.about_marks() || !passage.is_english())
    return;
  passage.report(blanks, "Space before `,`", "Put the space after the comma", Applicability::unsafe_fix,
                 {{blanks.begin, comma.end}, ", "});
}

// French sets a space before these marks; so a few English words must be there.
bool is_surely_english(SentenceView words) {
  size_t count = 0;
  for (size_t i = 0; i < words.size() && count < 2; ++i) count += words.classes(i) != 0;
  return count >= 2;
}

// "1 . First": without the blank it is an item of a list.
bool begins_line(std::string_view text, uint32_t offset) {
  while (offset > 0 && std::string_view(" \t>").find(text[offset - 1]) != std::string_view::npos) --offset;
  return offset == 0 || text[offset - 1] == '\n' || text[offset - 1] == '\r';
}

void judge_space_before(Passage& passage, size_t index) {
  const SentenceView words = passage.words;
  const Word& mark = words[index];
  const Word& next = words[index + 1];
  if (!can_precede_mark(passage, index - 1) || is_taken_for_key(words, index - 1)) return;
  if (mark.text == "," && words.is_word(index - 1) && is_plain_word(next) && !next.space_before)
    return judge_glued_comma(passage, index);
  // An emoticon, "!important", a range; but `"what ?"` has the mark before a quotation mark.
  const bool closed = is_quotation_mark(next) && !next.space_before;
  if (words.has(index + 1) && !next.space_before && !closed) return;
  if (closed && is_quotation_mark(words[index - 1])) return;
  const char sign = mark.text[0];
  if (sign == ',' || sign == ';') {
    // "(x , y)" and "1 , 2" are notations.
    if (!is_said(next) && !is_code(next) && !closed) return;
    if (is_one_letter(words[index - 1]) || (words.is_number(index - 1) && words.is_number(index + 1))) return;
    if (is_one_letter(next) && words.classes(index + 1) == 0) return;
  } else if (sign == ':') {
    // "Term : definition" is a layout in lists; "1 : 2" is a ratio.
    if (passage.sentence.kind != ProseKind::paragraph || !words.is_word(index - 1) ||
        !words.is_word(index + 1))
      return;
    if (is_one_letter(words[index - 1]) || words.size() < 6) return;
  } else {
    size_t last = index + 1;
    while (words.has(last) && words[last].kind == WordKind::punctuation && !words[last].space_before) ++last;
    if ((words.has(last) && !closed) || is_one_letter(words[index - 1])) return;  // "match . and ?"
    if (words.size() < 4) return;
    if (words.is_number(index - 1) && begins_line(passage.text, words[index - 1].span.begin)) return;
  }
  const Span blanks = blanks_between(passage.text, words[index - 1], mark);
  if (blanks.end != mark.span.begin || (!closed && is_in_quotes(words, index - 1, index)))
    return;  // "press **,** now"
  if (sign != ',' && sign != '.' && !is_surely_english(words)) return;
  if (blanks.empty() || passage.about_marks() || !passage.is_english()) return;
  passage.report(blanks, "Space before `" + std::string(mark.text) + "`", "Delete the space",
                 Applicability::safe, {blanks, ""});
}

// ",," and ".." after a word and before a blank.
void judge_doubled(Passage& passage, size_t index) {
  const SentenceView words = passage.words;
  const Word& first = words[index];
  const Word& second = words[index + 1];
  const bool after_word =
      words.is_word(index - 1) || words[index - 1].text == ")" || is_code(words[index - 1]);
  if (!after_word || second.span.begin != first.span.end) return;
  if (words.has(index + 2) && !words[index + 2].space_before && !is_quotation_mark(words[index + 2])) return;
  if (words[index + 2].text == first.text || is_one_letter(words[index - 1])) return;
  if (passage.about_marks() || !passage.is_english()) return;
  const std::string mark(first.text);
  const Applicability applicability = mark == "," ? Applicability::safe : Applicability::unsafe_fix;
  passage.report({first.span.begin, second.span.end}, "`" + mark + mark + "` in place of `" + mark + "`",
                 "Delete the second `" + mark + "`", applicability, {second.span, ""});
}

// "first,then": a comma between words without a blank. Between two content words it may be a value,
// "key,value", unless the sentence goes on enumerating.
void judge_missing_space(Passage& passage, size_t index) {
  const SentenceView words = passage.words;
  const Word& before = words[index - 1];
  const Word& after = words[index + 1];
  if (!is_plain_word(before) || !is_plain_word(after) || after.markup_before || words[index].markup_before)
    return;
  if (index >= 2 && !before.space_before && words[index - 2].text != "(") return;
  if (words.has(index + 2) && !words[index + 2].space_before &&
      std::string_view(".,;:!?)").find(words[index + 2].text) == std::string_view::npos)
    return;
  if (words.is_mark(index + 2, ":")) return;  // "lib,docs: mend links": what the text is about
  // One of several commas without blanks: a list of values.
  if (words.is_mark(index + 2, ",") && words.has(index + 3) && !words[index + 3].space_before) return;
  const bool function_words = words.classes(index + 1) != 0 || words.classes(index - 1) != 0;
  const bool enumerates = words.is(index + 2, "and") || words.is(index + 2, "or") ||
                          (words.is_mark(index + 2, ",") && words.has(index + 3)) ||
                          (words.is_mark(index - 2, ",") && before.space_before) ||
                          words.is(index + 3, "and") || words.is(index + 3, "or");
  const bool capital = begins_in_capital(after) && after.text.size() > 2 && before.text.size() > 2;
  const bool opener = before.sentence_start && words.size() > 5;
  if (!function_words && !enumerates && !capital && !opener) return;
  // "fr,fra" are codes.
  const size_t shortest = std::min(before.text.size(), after.text.size());
  if (!function_words && shortest < 3) return;
  if (is_in_quotes(words, index - 1, index + 1)) return;
  if (passage.about_marks() || !passage.is_english()) return;
  const Span comma = words[index].span;
  passage.report(comma, "No space after `,`", "Put a space after the comma", Applicability::unsafe_fix,
                 {{comma.end, comma.end}, " "});
}

void judge_mark(Passage& passage, size_t index) {
  const Word& mark = passage.words[index];
  if (mark.text.size() != 1 || std::string_view(",.;:?!").find(mark.text[0]) == std::string_view::npos)
    return;
  if (mark.space_before) return judge_space_before(passage, index);
  const Word& next = passage.words[index + 1];
  if (!passage.words.has(index + 1) || next.space_before) return;
  if ((mark.text == "," || mark.text == ".") && next.text == mark.text) return judge_doubled(passage, index);
  if (mark.text == ",") judge_missing_space(passage, index);
}

}  // namespace

Prepared prepare_punctuation_spacing(const Preparation& preparation) {
  preparation.watch.for_marks();
  preparation.watch.for_wide_gaps();
  return nullptr;
}

void punctuation_spacing(PageContext& context) {
  const Prose& prose = context.prose();
  std::optional<Passage> passage;
  for (const WordPlace& place : context.places()) {
    const Sentence& sentence = prose.sentences()[place.sentence];
    if (sentence.kind != ProseKind::paragraph && sentence.kind != ProseKind::list_item) continue;
    if (place.index == 0) continue;
    if (!passage || &passage->sentence != &sentence)
      passage.emplace(
          Passage{context, sentence, SentenceView(prose.words(sentence)), context.document().source.text()});
    const Word& word = passage->words[place.index];
    if (word.kind == WordKind::punctuation) judge_mark(*passage, place.index);
    if (word.space_before && word.span.begin - passage->words[place.index - 1].span.end > 1)
      judge_gap(*passage, place.index);
  }
}

}  // namespace rubric
