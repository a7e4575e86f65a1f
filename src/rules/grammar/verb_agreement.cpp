// How it works: only two shapes are judged, and only where the line opens with a verb in the third person or
// with "she", "the tool" and such a verb: "Leads and manage", and "Leads the talks and help drive", in which
// the second verb is a base that is practically never a noun and is followed by what follows verbs. Whatever
// could bring a base form of its own into the line (to, can, how, a causative, another subject) ends the
// search.

#include <algorithm>
#include <iterator>
#include <optional>

#include "lint/context.h"
#include "prose/inflection.h"
#include "prose/language.h"
#include "prose/opening_verb.h"
#include "prose/sentence_view.h"

namespace rubric {

namespace {

// After these a base form may belong to them and not to the verb that the line opens with.
constexpr WordSet governors(
    "that who which whom whose how when where what why if while because whether so than then not please i "
    "you we they or unless until before after once there else since although though otherwise");

// They take an object and a base form: "helps teams plan and maintain".
constexpr WordSet causatives(
    "help let make enable ensure allow have see watch hear bid feel dare need ask encourage permit get "
    "cause force verify check know notice observe recommend suggest request require demand insist expect "
    "want");

class Reader {
 public:
  /// No "and" of the sentence comes after `last_and`.
  Reader(PageContext& context, const Sentence& sentence, size_t last_and)
      : context_(context),
        sentence_(sentence),
        words_(context.prose().words(sentence)),
        lexicon_(context.lexicon()),
        last_and_(last_and) {}

  void read() {
    if (sentence_.kind == ProseKind::heading || sentence_.kind == ProseKind::title) return;
    if (!may_open_with_verb()) return;
    if (const OpeningVerb verb = opening_verb(words_, lexicon_); verb.form == VerbForm::base) {
      read_base(verb);
      return;
    } else if (verb.form == VerbForm::third_person) {
      read_third_person(verb.index);
      return;
    }
    if (const std::optional<size_t> verb = verb_after_subject()) read_third_person(*verb);
  }

 private:
  // Most sentences go no further: whatever is judged has "and" after its first word, or a verb in -s near its
  // beginning.
  bool may_open_with_verb() const {
    constexpr size_t farthest = 5;  // of a verb after a subject and an adverb
    if (words_.is(1, "and") || words_.is(2, "and")) return true;
    for (size_t i = 0; i <= (begins_with_subject() ? farthest : 1); ++i)
      if (words_.is_word(i) && to_lower(words_[i].text.back()) == 's') return true;
    return false;
  }

  bool begins_with_subject() const {
    static constexpr WordSet subjects("she he it the a an this our each every");
    return words_.is_one_of(0, subjects);
  }

  PartsOfSpeech parts(size_t index) const {
    return words_.is_word(index) ? lexicon_.parts_of_speech(words_[index].text) : PartsOfSpeech{};
  }

  bool is_manner(size_t index) const {
    return words_.is_word(index) && words_[index].text.ends_with("ly") && parts(index).forms == adverb_form;
  }

  // "She leads", "The release manager ensures": a subject that is certainly singular.
  std::optional<size_t> verb_after_subject() const {
    if (!begins_with_subject()) return std::nullopt;
    static constexpr WordSet pronouns("she he it");
    size_t at = 1;
    if (!words_.is_one_of(0, pronouns)) {
      for (; at < 4 && parts(at).may_be(singular_noun) && !parts(at).may_be(plural_noun | third_person);)
        ++at;
      if (at == 1) return std::nullopt;
      const PartsOfSpeech verb = parts(at);
      if (!verb.is_verb_only() || !verb.may_be(third_person)) return std::nullopt;
      return at;
    }
    if (is_manner(at)) ++at;
    return parts(at).may_be(third_person) ? std::optional(at) : std::nullopt;
  }

  // "Lead and manages the team"
  void read_base(const OpeningVerb& verb) {
    size_t second = verb.index + 1;
    if (!words_.is(second, "and")) return;
    if (is_manner(++second)) ++second;
    const PartsOfSpeech found = parts(second);
    if (found.is_verb_only() && found.may_be(third_person) && words_.is_word(second + 1) &&
        (words_.classes(second + 1) & auxiliary) == 0)
      report(verb.index, second, base_of_third_person(words_[second].text));
  }

  void read_third_person(size_t verb) {
    size_t next = verb + 1;
    if (is_manner(next)) ++next;
    if (words_.is(next, "and")) {
      if (is_base_verb(after_and(next), true)) report_base(verb, after_and(next));
      return;
    }
    // "Fixes to the parser, and compare on save"
    if (words_.is(next, "to") && !parts(verb).is_verb_only() && !words_.is(verb, "reports")) return;
    const bool causative = is_causative(verb);
    for (; next <= last_and_; ++next) {
      if (ends_search(next)) return;
      // "Ensures teams build and maintain", unlike "Ensures compliance and maintain"
      if (causative && parts(next).may_be(base_verb) && parts(next).noun != Use::usually) return;
      if (!words_.is(next, "and")) continue;
      if (is_bare_verb(next - 1) && !words_.is(next - 2, "a") && !words_.is(next - 2, "an"))
        return;  // "the send and receive queue"
      const size_t second = after_and(next);
      if (is_base_verb(second, false) && !ends_series(next)) {
        report_base(verb, second);
        return;
      }
    }
  }

  size_t after_and(size_t conjunction) const {
    return is_manner(conjunction + 1) ? conjunction + 2 : conjunction + 1;
  }

  bool is_causative(size_t index) const {
    if (!may_be_causative(words_[index])) return false;
    if (!parts(index).may_be(base_verb | third_person | ing_form | past_form)) return false;
    return causatives.holds(words_[index]) || causatives.holds(base_of_third_person(words_[index].text));
  }

  // By its letters alone.
  static bool may_be_causative(const Word& word) {
    const std::string_view text = word.text;
    if (causatives.holds(word)) return true;
    if (text.size() < 3 || to_lower(text.back()) != 's') return false;
    return causatives.holds(text.substr(0, text.size() - 1)) ||
           causatives.holds(text.substr(0, text.size() - 2)) ||
           causatives.holds(std::string(text.substr(0, text.size() - 3)) + "y");
  }

  bool ends_search(size_t index) const {
    const Word& word = words_[index];
    if (word.kind == WordKind::opaque) return true;
    if (word.kind == WordKind::punctuation)
      return word.text != "," && word.text != "(" && word.text != ")" && word.text != "/" &&
             word.text != "-" && word.text != "\"" && word.text != "'";
    if (word.kind != WordKind::word) return false;
    if (governors.holds(word) || (words_.classes(index) & auxiliary) != 0) return true;
    if (words_.is(index, "to")) return parts(index + 1).may_be(base_verb) || is_manner(index + 1);
    // Another verb, whose clause the base form may belong to.
    return is_causative(index) && parts(index).verb == Use::usually;
  }

  // "find, xargs, and locate": the last of a series of single words
  bool ends_series(size_t conjunction) const {
    const bool comma = words_.is_mark(conjunction - 1, ",");
    return comma && (words_.is_mark(conjunction - 3, ",") || words_.is_mark(conjunction - 4, ","));
  }

  // A base form that is hardly a noun: it would pair with the one after "and".
  bool is_bare_verb(size_t index) const {
    const PartsOfSpeech found = parts(index);
    return found.may_be(base_verb) && found.verb == Use::usually;
  }

  // A base form that is no noun, before an object or what else follows verbs. `adjacent`: straight after the
  // first verb and "and".
  bool is_base_verb(size_t index, bool adjacent) const {
    if (!words_.is_word(index) || words_.classes(index) != 0) return false;
    const PartsOfSpeech found = parts(index);
    if (!found.may_be(base_verb) || found.may_be(past_form)) return false;
    if (found.verb == Use::usually && begins_object(words_, index + 1)) return true;
    if (words_.is(index, "help")) return is_helped(index + 1);
    // "Drafts and implement plans"
    if (adjacent && found.verb == Use::usually && parts(index + 1).may_be(plural_noun))
      return !may_modify_noun(words_, index);  // "Issues and pull requests"
    if (!found.is_verb_only()) return false;
    if (words_.is(index + 1, "that")) return true;
    const uint8_t classes = words_.classes(index + 1);
    if ((classes & (preposition | conjunction)) != 0) return !words_.is(index + 1, "of");
    if (is_manner(index + 1)) return true;
    // "maintain accurate records", "provide guidance"
    return words_.is_word(index + 1) &&
           (adjacent || parts(index + 1).may_be(singular_noun | plural_noun | adjective_form));
  }

  // "help drive decisions", not "help center content".
  bool is_helped(size_t index) const {
    static constexpr WordSet things(
        "center centre command contact display document function link menu report request screen search "
        "support text topic channel desk file page");
    const PartsOfSpeech found = parts(index);
    if (words_.is(index, "to")) return parts(index + 1).is_verb_only() && parts(index + 1).may_be(base_verb);
    // "help guests relax"
    if (found.may_be(plural_noun)) return parts(index + 1).may_be(base_verb);
    if (!found.may_be(base_verb)) return false;
    if (begins_object(words_, index + 1)) return true;
    return found.verb >= Use::common && !words_.is(index + 1, "and") && !things.holds(words_[index]);
  }

  void report_base(size_t first, size_t second) {
    report(first, second, third_person_of(words_[second].text));
  }

  void report(size_t first, size_t second, const std::string& right) {
    // "and" and the verbs are English; only words of another language count against it.
    if (right.empty() || !count_language(context_.prose().words(sentence_)).may_be_english()) return;
    const Word& word = words_[second];
    Extras extras;
    extras.help = "Write `" + right + "`.";
    if (word.text.size() == word.span.size()) {
      extras.fixes.push_back(context_.fix("Replace `" + std::string(word.text) + "` by `" + right + "`",
                                          Applicability::unsafe_fix, {Edit{word.span, right}}));
    }
    context_.report(word.span, {{"verb", std::string(word.text)}, {"first", std::string(words_[first].text)}},
                    std::move(extras));
  }

  PageContext& context_;
  const Sentence& sentence_;
  SentenceView words_;
  const Lexicon& lexicon_;
  const size_t last_and_;
};

}  // namespace

Prepared prepare_verb_agreement(const Preparation& preparation) {
  preparation.watch.for_word("and");
  return nullptr;
}

void verb_agreement(PageContext& context) {
  const std::span<const Sentence> sentences = context.prose().sentences();
  const std::span<const WordPlace> ands = context.places();
  for (size_t i = 0; i < ands.size(); ++i) {
    const bool last = i + 1 == ands.size() || ands[i + 1].sentence != ands[i].sentence;
    if (last) Reader(context, sentences[ands[i].sentence], ands[i].index).read();
  }
}

}  // namespace rubric
