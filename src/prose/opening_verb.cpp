#include "prose/opening_verb.h"

#include <algorithm>
#include <iterator>

// How it works. The lexicon says what the first word can be; where that leaves a choice between noun and
// verb, the word after it decides: no noun is followed by "the", and no verb that opens a line by "are" or
// "of".

namespace rubric {

namespace {

// Participles that open a phrase of another kind: "Including tests", "Based on the plan", "Existing users".
constexpr WordSet prepositional(
    "according allowing assuming based beginning being breaking compared competing concerning conflicting "
    "considering consisting containing corresponding decreasing depending during emerging excluding "
    "existing failing following given going growing having including incoming increasing lasting leading "
    "learning missing moving notwithstanding ongoing outgoing outstanding overlapping owing pending "
    "provided providing recurring regarding related remaining resulting rising rotating running speaking "
    "starting supporting touching trending underlying upcoming used using varying wanting working");

bool is_dash_or_colon(SentenceView words, size_t index) {
  static constexpr WordSet marks(": - – — / = -> → + & |");
  return words.has(index) && words[index].kind == WordKind::punctuation &&
         marks.holds_exactly(words[index].text);
}

// What follows a noun at the beginning of a line, or a word that stands there for itself.
bool follows_a_noun(SentenceView words, size_t index) {
  if (!words.has(index) || is_dash_or_colon(words, index)) return true;
  if (words[index].kind == WordKind::punctuation)
    return !words.is_mark(index, "(") && !words.is_mark(index, "\"");
  static constexpr WordSet after_nouns("of which who whose where vs per");
  return (words.classes(index) & auxiliary) != 0 || words.is_one_of(index, after_nouns);
}

bool is_manner(SentenceView words, size_t index, const Lexicon& lexicon) {
  return words.is_word(index) && words[index].text.ends_with("ly") &&
         lexicon.parts_of_speech(words[index].text).forms == adverb_form;
}

// Verbs that as nouns stand before other nouns: "lead engineers", "build failures".
constexpr WordSet modifiers(
    "ask build call click close commit cut deploy draw drive feed fill fix guide help hold install lead "
    "learn live look meet merge open pay play print pull push read run save search share show sign sort "
    "spend start stop talk test try update use view wait walk write");

// Whether the word there makes a noun of the verb before it impossible: no noun stands before an adjective
// ("Design scalable systems"), no plural before a plural ("Resolves conflicts").
bool shows_object(SentenceView words, size_t index, const PartsOfSpeech& parts, const Lexicon& lexicon) {
  if (!words.is_word(index) || words.classes(index) != 0 || parts.verb < Use::common) return false;
  const PartsOfSpeech next = lexicon.parts_of_speech(words[index].text);
  const bool only_adjective = (next.forms & ~adverb_form) == adjective_form;  // "new", "fast"
  if (only_adjective && words.is_word(index + 1) && words.classes(index + 1) == 0) return true;
  const bool uncounted = next.forms == singular_noun && !next.plural_in_use;
  if (parts.may_be(third_person))
    return next.may_be(plural_noun) || (uncounted && parts.verb == Use::usually);
  return parts.verb == Use::usually && !words.is_one_of(index - 1, modifiers) &&
         (uncounted || next.may_be(plural_noun));
}

// Whether the words after a verb that may also be a noun show that it is one.
bool shows_verb(SentenceView words, size_t index, const PartsOfSpeech& parts, const Lexicon& lexicon) {
  if (begins_object(words, index)) return true;
  static constexpr WordSet with_others(
      "work assist assists partner meet deal consult share works partners meets deals consults shares");
  if (words.is(index, "with") && words.is_one_of(index - 1, with_others)) return true;
  if (words.is(index, "to") && (words.is(index - 1, "report") || words.is(index - 1, "reports"))) return true;
  if (parts.adjective >= Use::common || parts.verb < Use::common) return false;
  if (shows_object(words, index, parts, lexicon)) return true;
  if (words.is(index, "as") || is_manner(words, index, lexicon)) return true;
  if (parts.noun == Use::usually) return false;
  static constexpr WordSet after_verbs("on to up out across");
  return parts.verb == Use::usually && words.is_one_of(index, after_verbs);
}

bool has_comma(SentenceView words) {
  for (size_t i = 0; i < words.size(); ++i)
    if (words.is_mark(i, ",")) return true;
  return false;
}

// Of participles: "Managing the team", "Led the team", not "Training materials" or "Fixed costs".
bool is_certain_participle(SentenceView words, size_t index, const PartsOfSpeech& parts, VerbForm form) {
  if (words.is_one_of(index, prepositional) || has_comma(words)) return false;
  if (begins_object(words, index + 1)) return true;
  const bool nothing_else = parts.noun == Use::never && parts.adjective == Use::never;
  return form == VerbForm::ing && nothing_else;
}

// A word that the lexicon does not hold goes by its ending where an object follows: "Minifies the files".
VerbForm form_of(SentenceView words, size_t index, const PartsOfSpeech& parts) {
  if (parts.may_be(third_person)) return VerbForm::third_person;
  if (parts.may_be(base_verb)) return VerbForm::base;
  if (parts.may_be(ing_form)) return VerbForm::ing;
  if (parts.may_be(past_form)) return VerbForm::past;
  const std::string_view text = words[index].text;
  const bool third = !parts.is_known() && text.size() > 4 && text.ends_with('s') && !text.ends_with("ss");
  const bool named = text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ'", 1) != text.npos;
  return third && !named && begins_object(words, index + 1) ? VerbForm::third_person : VerbForm::none;
}

}  // namespace

bool begins_object(SentenceView words, size_t index) {
  if (words.is_number(index)) return true;
  if (words.is(index, "no") && words.is(index + 1, "longer")) return false;
  static constexpr WordSet objects(
      "a an the this these those my our your their its his her each every any all some no both another "
      "many several such it them us him themselves yourself others everyone one two three four five "
      "whether ourselves");
  return words.is_one_of(index, objects);
}

bool may_modify_noun(SentenceView words, size_t index) {
  return words.is_one_of(index, modifiers);
}

OpeningVerb opening_verb(SentenceView words, const Lexicon& lexicon) {
  OpeningVerb verb;
  if (is_manner(words, verb.index, lexicon)) ++verb.index;
  const size_t index = verb.index;
  if (!words.is_word(index) || words.classes(index) != 0 || follows_a_noun(words, index + 1)) return verb;
  if (words.has(index + 1) && !words[index + 1].space_before && !words[index + 1].markup_before) return verb;
  const PartsOfSpeech parts = lexicon.parts_of_speech(words[index].text);
  if (words.is(index + 1, "that") && !parts.is_verb_only()) return verb;  // "Tests that fail"
  verb.form = form_of(words, index, parts);
  if (verb.form == VerbForm::none) return verb;
  verb.past_too = verb.form == VerbForm::base && parts.may_be(past_form);
  verb.before_object = begins_object(words, index + 1);
  if (verb.form == VerbForm::ing || verb.form == VerbForm::past) {
    verb.certain = is_certain_participle(words, index, parts, verb.form);
    verb.likely = verb.certain || (verb.form == VerbForm::ing && parts.noun < Use::usually);
    return verb;
  }
  verb.certain = parts.is_known() && (!verb.past_too || verb.before_object) &&
                 (parts.is_verb_only() || shows_verb(words, index + 1, parts, lexicon));
  const bool before_word = verb.form == VerbForm::third_person && words.is_word(index + 1) &&
                           (words.classes(index + 1) & preposition) == 0;
  verb.likely = verb.certain || parts.verb == Use::usually || (before_word && parts.verb != Use::rare);
  if (!verb.likely && !before_word && parts.verb < Use::common) verb.form = VerbForm::none;
  return verb;
}

}  // namespace rubric
