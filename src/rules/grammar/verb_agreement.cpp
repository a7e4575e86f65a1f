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
#include "prose/word_key.h"

namespace rubric {

namespace {

// After these a base form may belong to them and not to the verb that the line opens with.
constexpr std::string_view governors[] = {
    "that",   "who",  "which", "whom",    "whose",   "how",      "when",   "where",    "what",
    "why",    "if",   "while", "because", "whether", "so",       "than",   "then",     "not",
    "please", "i",    "you",   "we",      "they",    "or",       "unless", "until",    "before",
    "after",  "once", "there", "else",    "since",   "although", "though", "otherwise"};

// They take an object and a base form: "helps teams plan and maintain".
constexpr std::string_view causatives[] = {
    "help",    "let",     "make",   "enable", "ensure", "allow",  "have",      "see",       "watch",
    "hear",    "bid",     "feel",   "dare",   "need",   "ask",    "encourage", "permit",    "get",
    "cause",   "force",   "verify", "check",  "know",   "notice", "observe",   "recommend", "suggest",
    "request", "require", "demand", "insist", "expect", "want"};

template <size_t count>
bool contains(const std::string_view (&list)[count], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class Reader {
 public:
  Reader(PageContext& context, const Sentence& sentence)
      : context_(context),
        sentence_(sentence),
        words_(context.prose().words(sentence)),
        lexicon_(context.lexicon()) {}

  void read() {
    if (sentence_.kind == ProseKind::heading || sentence_.kind == ProseKind::title || !has_and()) return;
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
  // Most sentences go no further.
  bool has_and() const {
    static const uint32_t key = word_key("and");
    const std::span<const Word> words = context_.prose().words(sentence_);
    return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.key == key; });
  }

  PartsOfSpeech parts(size_t index) const {
    return words_.is_word(index) ? lexicon_.parts_of_speech(words_[index].text) : PartsOfSpeech{};
  }

  bool is_manner(size_t index) const {
    return words_.is_word(index) && words_[index].text.ends_with("ly") && parts(index).forms == adverb_form;
  }

  // "She leads", "The release manager ensures": a subject that is certainly singular.
  std::optional<size_t> verb_after_subject() const {
    size_t at = 0;
    if (words_.is(0, "she") || words_.is(0, "he") || words_.is(0, "it")) {
      at = 1;
    } else {
      if (!words_.is(0, "the") && !words_.is(0, "a") && !words_.is(0, "an") && !words_.is(0, "this") &&
          !words_.is(0, "our") && !words_.is(0, "each") && !words_.is(0, "every"))
        return std::nullopt;
      for (at = 1;
           at < 4 && parts(at).may_be(singular_noun) && !parts(at).may_be(plural_noun | third_person);)
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
    const bool causative = is_causative(verb);
    for (; words_.has(next); ++next) {
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
    if (!parts(index).may_be(base_verb | third_person | ing_form | past_form)) return false;
    const std::string lower = lower_case(words_[index].text);
    const std::string base = base_of_third_person(lower);
    return contains(causatives, lower) || contains(causatives, base);
  }

  bool ends_search(size_t index) const {
    const Word& word = words_[index];
    if (word.kind == WordKind::opaque) return true;
    if (word.kind == WordKind::punctuation)
      return word.text != "," && word.text != "(" && word.text != ")" && word.text != "/" &&
             word.text != "-" && word.text != "\"" && word.text != "'";
    if (word.kind != WordKind::word) return false;
    const std::string lower = lower_case(word.text);
    if (contains(governors, lower) || (words_.classes(index) & auxiliary) != 0) return true;
    if (lower == "to") return parts(index + 1).may_be(base_verb) || is_manner(index + 1);
    // Another verb, whose clause the base form may belong to.
    return parts(index).verb == Use::usually && is_causative(index);
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
    if (adjacent && found.verb == Use::usually && parts(index + 1).may_be(plural_noun)) return true;
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
    constexpr std::string_view things[] = {"center",   "centre",   "command", "contact", "display",
                                           "document", "function", "link",    "menu",    "report",
                                           "request",  "screen",   "search",  "support", "text",
                                           "topic",    "channel",  "desk",    "file",    "page"};
    const PartsOfSpeech found = parts(index);
    if (words_.is(index, "to")) return parts(index + 1).is_verb_only() && parts(index + 1).may_be(base_verb);
    // "help guests relax"
    if (found.may_be(plural_noun)) return parts(index + 1).may_be(base_verb);
    if (!found.may_be(base_verb)) return false;
    if (begins_object(words_, index + 1)) return true;
    return found.verb >= Use::common && !words_.is(index + 1, "and") &&
           !contains(things, lower_case(words_[index].text));
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
};

}  // namespace

void verb_agreement(PageContext& context) {
  for (const Sentence& sentence : context.prose().sentences()) Reader(context, sentence).read();
}

}  // namespace rubric
