// How it works: after "one or more" and "one of the" comes a noun phrase. Where it certainly ends and its
// noun is certainly singular, the plural is missing. After "several", "many" and "multiple" only the shortest
// phrases are judged, one or two words before a verb or the end of the sentence.

#include <algorithm>
#include <optional>

#include "lint/context.h"
#include "prose/inflection.h"
#include "prose/noun_phrase.h"
#include "prose/sentence_view.h"
#include "prose/standing.h"

namespace rubric {

namespace {

struct Quantifier {
  size_t noun = 0;                // index of the first word after it
  bool after_determiner = false;  // it ends in "the", "our" or the like
  bool loose = false;             // "several": more than a noun can follow
};

// "Step one of the plan": a number that belongs to the word before it.
bool is_numeral(SentenceView words, size_t one) {
  static constexpr WordSet numbered(
      "act appendix band book chapter class day episode figure game goal grade group item layer lesson "
      "level line module month number option page part phase plan point priority quarter question round "
      "rule season section stage step team tier unit version volume week year zone");
  return words.is_one_of(one - 1, numbered) || words.is_mark(one - 1, "-");
}

constexpr WordSet plural_verbs("are were have do");

// "The one of the month", "the last one of the day": a pronoun, not a number.
bool is_pronoun(SentenceView words, size_t one, const Lexicon& lexicon) {
  static constexpr WordSet determiners(
      "the this that each every any another which no a an our your my only some");
  if (words.is_one_of(one - 1, determiners)) return true;
  const bool content = words.is_word(one - 1) && words.classes(one - 1) == 0;
  if (!content || !words.is_one_of(one - 2, determiners)) return false;
  const PartsOfSpeech before = lexicon.parts_of_speech(words[one - 1].text);
  return !before.is_known() || before.adjective >= Use::common;
}

std::optional<Quantifier> quantifier_at(SentenceView words, size_t index, const Lexicon& lexicon) {
  static constexpr WordSet determiners("the our these those its their your my his her");
  static constexpr WordSet loose("several many multiple numerous");
  if (words.is(index, "one")) {
    size_t next = index + 1;
    const bool or_more =
        words.is(next, "or") && (words.is(next + 1, "more") || words.is(next + 1, "several"));
    if (or_more && !words.is(next + 2, "of")) return Quantifier{next + 2, false, false};
    if (or_more) next += 2;
    if (!words.is(next, "of") || !words.is_one_of(next + 1, determiners)) return std::nullopt;
    if (!or_more && (is_numeral(words, index) || is_pronoun(words, index, lexicon))) return std::nullopt;
    return Quantifier{next + 2, true, false};
  }
  if (!words.is_one_of(index, loose)) return std::nullopt;
  static constexpr WordSet before("a as how so too not that the his her its our their your an no");
  if (words.is(index, "multiple") && words.is(index - 1, "common"))
    return std::nullopt;  // "least common multiple"
  return words.is_one_of(index - 1, before) ? std::nullopt
                                            : std::optional(Quantifier{index + 1, false, true});
}

// After "several" nothing but a full stop or a verb makes an end: "several high level goals".
bool is_short_enough(SentenceView words, const Quantifier& quantifier, const NounPhrase& phrase) {
  static constexpr WordSet terms(
      "access choice dispatch inheritance occupancy regression sclerosis way time person more day");
  if (!quantifier.loose) return true;
  if (phrase.words > 1 || (words.is(quantifier.noun - 1, "multiple") && words.is_one_of(phrase.last, terms)))
    return false;
  const size_t after = phrase.last + 1;
  if (words.is_mark(after, ".") || words.is(after, "to")) return true;
  static constexpr WordSet verbs("are were have will can must should may");
  return words.is_one_of(after, verbs);
}

// Whether what begins there is the object of a verb or preposition: "Assign one or more".
bool is_object(SentenceView words, size_t index, const Lexicon& lexicon) {
  if (!words.is_word(index - 1)) return false;
  if (words.is(index - 1, "has") || words.is(index - 1, "have") || words.is(index - 1, "had")) return true;
  if (words.classes(index - 1) != 0)
    return (words.classes(index - 1) & preposition) != 0 && (words.classes(index - 1) & conjunction) == 0;
  const PartsOfSpeech before = lexicon.parts_of_speech(words[index - 1].text);
  return before.verb >= Use::common && before.may_be(base_verb | third_person | ing_form | past_form);
}

void judge(PageContext& context, const Sentence& sentence, size_t index) {
  const SentenceView words(context.prose().words(sentence));
  const std::optional<Quantifier> quantifier = quantifier_at(words, index, context.lexicon());
  if (!quantifier || !words.is_word(quantifier->noun)) return;
  const bool no_verb = quantifier->after_determiner || is_object(words, index, context.lexicon());
  const NounPhrase phrase = read_noun_phrase(words, quantifier->noun, context.lexicon(), no_verb);
  if (phrase.number != PhraseNumber::singular || !is_short_enough(words, *quantifier, phrase)) return;
  const Word& noun = words[phrase.last];
  // "one of the team", "one or more crew are late"
  const bool plural_verb = words.is_one_of(phrase.last + 1, plural_verbs);
  if ((quantifier->after_determiner || plural_verb) && is_collective(noun.text)) return;
  if (is_quoted(words, index, phrase.last) || !context.prose().is_english(sentence)) return;
  const std::string plural = plural_of(noun.text);
  Extras extras;
  extras.help = "Write `" + plural + "`.";
  if (noun.text.size() == noun.span.size()) {
    extras.fixes.push_back(context.fix("Replace `" + std::string(noun.text) + "` by `" + plural + "`",
                                       Applicability::unsafe_fix, {Edit{noun.span, plural}}));
  }
  std::string said;
  for (size_t i = index; i < quantifier->noun; ++i)
    said += (said.empty() ? "" : " ") + lower_case(words[i].text);
  context.report(noun.span, {{"quantifier", said}, {"noun", std::string(noun.text)}}, std::move(extras));
}

}  // namespace

Prepared prepare_singular_after_quantifier(const Preparation& preparation) {
  for (const std::string_view quantifier : {"one", "several", "many", "multiple", "numerous"})
    preparation.watch.for_word(quantifier);
  return nullptr;
}

void singular_after_quantifier(PageContext& context) {
  for (const WordPlace& place : context.places())
    judge(context, context.prose().sentences()[place.sentence], place.index);
}

}  // namespace rubric
