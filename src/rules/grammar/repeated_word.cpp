// How it works: two equal words in a row are wrong for sure only where English cannot double them. Each class
// of words has a condition of its own, and classes without one ("that that", "had had", "so so") are never
// reported.

#include <algorithm>
#include <optional>

#include "lint/context.h"
#include "prose/sentence_view.h"
#include "prose/standing.h"
#include "text/ascii.h"

namespace rubric {

namespace {

// Never right twice in a row, whatever stands around them.
constexpr WordSet never_doubled(
    "a about after against all almost already also although always am among an and another any as be "
    "because been before being between but could does during each either every for from has his how if "
    "into its just must neither of only onto or other our per shall should some such than the their them "
    "then these they this those through under until upon us via we when where whether which while who "
    "whose will with within without would you your");

// Right where a clause ends with one and the next begins with the other: "if you want it it is there".
constexpr WordSet clause_borders("are have is it not was were");

// Right after a verb that they belong to: "log in in the app", "the team he works at at the moment".
constexpr WordSet verb_particles("at by in on");

// Content words that people double on purpose.
constexpr WordSet doubled_on_purpose(
    "again aye bad bang beep big bla blah bling boo bye cha check cheep choo chop chug clap click dash "
    "deep ding dot dum etc extra far fast fifty foo go good great ha half hard hear hee hey high ho home "
    "honk hush knock la left less long lots low minus more much na new nice night no nom ok okay old pat "
    "ping please plus pom pretty quick rah real really right same slow slowly sorry star step stop super "
    "tap tea test thanks tick time tiny tut two wait way wee well win woof work yada yadda yeah yes");

bool is_plain_lower(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "the the", or "The the" and "The The" where the sentence begins, or a title ("Work With With Us").
bool repeats(const Word& first, const Word& second, bool title) {
  if (first.text.size() != second.text.size() || first.kind != WordKind::word ||
      second.kind != WordKind::word || !second.space_before)
    return false;
  if (to_lower(first.text[0]) != to_lower(second.text[0])) return false;
  if (title && first.text == second.text && first.classes != 0 && is_plain_lower(first.text.substr(1)) &&
      first.text.size() > 1)
    return true;
  if (first.text == second.text) return is_plain_lower(first.text) || first.sentence_start;
  return first.sentence_start && is_plain_lower(second.text) && first.text.substr(1) == second.text.substr(1);
}

bool is_title(const Sentence& sentence) {
  return sentence.kind == ProseKind::heading || sentence.kind == ProseKind::title;
}

// A hyphen, a slash or anything else that ties the pair to what is before or after it.
bool is_tied(SentenceView words, size_t first, size_t second) {
  const bool after = second + 1 < words.size() && !words[second + 1].space_before &&
                     (words[second + 1].kind != WordKind::punctuation || words[second + 1].text == "-" ||
                      words[second + 1].text == "/" || words[second + 1].text == "(");
  const bool before = first > 0 && !words[first].space_before &&
                      (words[first - 1].kind != WordKind::punctuation || words[first - 1].text == "-" ||
                       words[first - 1].text == "/");
  return after || before;
}

bool is_letter(SentenceView words, size_t index) {
  return index < words.size() && words[index].kind == WordKind::word && words[index].text.size() == 1;
}

// "what it is is a", "all we do is is", "if you want it it is": a clause may end between the two.
bool has_clause_before(SentenceView words, size_t first) {
  static constexpr WordSet openers(
      "what all how where who why which that as thing once whatever when whether if because one ones best "
      "least only whoever until after");
  constexpr size_t reach = 40;  // no clause is longer, and a page may be one sentence
  for (size_t i = first > reach ? first - reach : 0; i < first; ++i)
    if (openers.holds(words[i])) return true;
  return false;
}

// "What is is", "the ones we have have": right only where a clause comes before; and with no pronoun right
// before, of which it could be the verb.
bool border_is_wrong(SentenceView words, size_t first) {
  if (has_clause_before(words, first)) return false;
  return first == 0 || (words.classes(first - 1) & (pronoun | auxiliary)) == 0 ||
         (words.classes(first - 1) & determiner) != 0 || words[first - 1].sentence_start;
}

// "the room we go to to relax" is right: a stranded "to" before an infinitive. Before a noun, or after a word
// that takes no "to" of its own, it is not.
bool to_is_wrong(SentenceView words, size_t first, size_t second) {
  static constexpr WordSet taking_to(
      "access accustomed add added adds applied applies apply assigned attach attached belong belongs "
      "came close come comes commit commits committed connect connected connects deploy deployed deploys "
      "gain get gets getting go goes going gone got lead leads led link linked links listen listened log "
      "map migrate migrated move moved moving next point points publish published push pushed pushes "
      "react refer referred referring refers relate related relates reply report reported reports respond "
      "return returned send sends sent speak spoke ssh stick subscribe subscribed switch switched talk "
      "talked talking talks turn up upload uploaded used went write writes wrote");
  if ((words.classes(second + 1) & determiner) != 0) return true;
  return first == 0 || !taking_to.holds_exactly(words[first - 1].text);
}

// "the tool he signed up for for free", "what we look for for this role": the first belongs to the verb of a
// clause, whose subject stands a few words before.
bool for_is_wrong(SentenceView words, size_t first) {
  static constexpr WordSet taking_for(
      "accounted aim aimed applied apply ask asked asking asks call called care cared go going hope hoped "
      "hoping known live lived look looked looking looks paid pay paying pays plan planned prepare prepared "
      "responsible search searched searching sent stand stands stood up use used vote voted wait waited "
      "waiting wish wished work worked working works");
  constexpr size_t reach = 4;
  if (first == 0 || !taking_for.holds(words[first - 1])) return true;
  for (size_t i = first > reach ? first - reach : 0; i < first; ++i)
    if ((words.classes(i) & pronoun) != 0 && !words[i].sentence_start) return false;
  return true;
}

// "by" belongs to a participle before it, and to few verbs: "the rules we live by by choice".
bool by_is_wrong(SentenceView words, size_t first, size_t second) {
  static constexpr WordSet taking_by(
      "abide come drop get go goes live lived pass stand stop stood swear went");
  return (words.classes(second + 1) & determiner) != 0 && !taking_by.holds_exactly(words[first - 1].text);
}

// "log in in the app", "the tool we work in in the office": the first belongs to a verb. After what is
// certainly no verb there is no such reading.
bool particle_is_wrong(PageContext& context, SentenceView words, size_t first, size_t second) {
  if (first == 0 || words[first - 1].kind == WordKind::punctuation) return true;
  const Word& before = words[first - 1];
  if (before.kind != WordKind::word) return false;
  const std::string_view word = words[first].text;
  if (word == "by" && by_is_wrong(words, first, second)) return true;
  if (before.classes != 0) {
    // "It is in in the folder", but "the team we are in in Berlin".
    if ((before.classes & auxiliary) != 0) return first == 2 && words[0].sentence_start;
    if ((before.classes & pronoun) != 0) return word == "at";
    return (before.classes & (adverb | preposition)) == 0;
  }
  // "the change in in the plan" has a noun before it.
  static constexpr WordSet openers("the a an my your this its our their each every");
  if (first >= 2 && openers.holds(words[first - 2])) return true;
  if ((words.classes(second + 1) & determiner) == 0) return false;
  const PartsOfSpeech parts = context.lexicon().parts_of_speech(before.text);
  return parts.is_known() && parts.verb == Use::never;
}

// "those who help help themselves", "the checks that fail fail the build", "the things we need need time":
// the word is the verb of two clauses.
bool may_end_clause(PageContext& context, SentenceView words, size_t first) {
  constexpr size_t reach = 4;
  bool subject = false;
  for (size_t i = first > reach ? first - reach : 0; i < first; ++i)
    subject = subject || ((words.classes(i) & pronoun) != 0 && !words[i].sentence_start);
  if (!subject) return false;
  const PartsOfSpeech parts = context.lexicon().parts_of_speech(words[first].text);
  return !parts.is_known() || parts.verb != Use::never;
}

bool content_word_is_wrong(PageContext& context, const Sentence& sentence, SentenceView words, size_t first,
                           size_t second) {
  const std::string_view word = words[first].text;
  const bool capital = words[first].sentence_start && !is_plain_lower(word);
  if (word.size() < (capital ? 4 : 3) || !is_plain_lower(words[second].text)) return false;
  if (doubled_on_purpose.holds(words[second])) return false;
  if (words.size() < 5 || sentence.kind == ProseKind::alt_text) return false;  // a list of words, a label
  if (may_end_clause(context, words, first)) return false;
  if (second + 1 == words.size()) return true;
  const Word& next = words[second + 1];
  if (next.kind == WordKind::punctuation)
    return std::string_view(".,;:!?)").find(next.text[0]) != std::string_view::npos;
  if (next.kind != WordKind::word) return false;
  // "the review review process", but not a list of words.
  return words.classes(second + 1) != 0 || (words.classes(first - 1) & (determiner | preposition)) != 0;
}

// Whether one of the two is set off by markup on both sides, as a word that is talked about: "*and* and
// *or*".
bool is_mentioned(SentenceView words, size_t first, size_t second) {
  if (words[first].markup_before) return true;
  return second + 1 < words.size() && words[second + 1].markup_before;
}

bool is_wrong(PageContext& context, const Sentence& sentence, SentenceView words, size_t first,
              size_t second) {
  const std::string word = lower_case(words[first].text);
  const bool markup_between = words[second].markup_before;
  if (markup_between && is_mentioned(words, first, second)) return false;
  if (word == "for" && !markup_between) return for_is_wrong(words, first);
  if (never_doubled.holds(word)) {
    return word != "a" || !(is_letter(words, second + 1) || (first > 0 && is_letter(words, first - 1)));
  }
  if (markup_between) return false;
  if (word == "to") return to_is_wrong(words, first, second);
  if (clause_borders.holds(word)) return border_is_wrong(words, first);
  if (verb_particles.holds(word)) return particle_is_wrong(context, words, first, second);
  return function_word(word) == 0 && content_word_is_wrong(context, sentence, words, first, second);
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

void report(PageContext& context, SentenceView words, size_t first, size_t last, bool markup_between) {
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

// Judges the run of equal words that begins at `first`; returns its last.
size_t judge(PageContext& context, const Sentence& sentence, size_t first) {
  const SentenceView words(context.prose().words(sentence));
  const bool title = is_title(sentence);
  size_t last = first + 1;
  while (last + 1 < words.size() && repeats(words[last], words[last + 1], title) &&
         !words[last + 1].markup_before)
    ++last;
  const std::span<const std::string> allowed = context.option("allow");
  const bool allow =
      std::find(allowed.begin(), allowed.end(), lower_case(words[first].text)) != allowed.end();
  const bool alone = first == 0 && last + 1 == words.size();  // a label, a name
  if (!allow && !alone && !is_tied(words, first, last) && !is_quoted(words, first, last) &&
      is_wrong(context, sentence, words, first, last) && context.prose().is_english(sentence))
    report(context, words, first, last, words[first + 1].markup_before);
  return last;
}

}  // namespace

Prepared prepare_repeated_word(const Preparation& preparation) {
  preparation.watch.for_repetitions();
  return nullptr;
}

void repeated_word(PageContext& context) {
  const Prose& prose = context.prose();
  const Sentence* judged = nullptr;
  size_t last = 0;  // of the run of words that was judged last
  for (const WordPlace& place : context.places()) {
    const Sentence& sentence = prose.sentences()[place.sentence];
    if (&sentence == judged && place.index <= last) continue;
    const SentenceView words(prose.words(sentence));
    const size_t first = place.index - 1;
    if (!repeats(words[first], words[place.index], is_title(sentence))) continue;
    last = judge(context, sentence, first);
    judged = &sentence;
  }
}

}  // namespace rubric
