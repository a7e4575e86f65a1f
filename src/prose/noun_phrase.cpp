#include "prose/noun_phrase.h"

#include "prose/opening_verb.h"

// How it works. Words are read up to a hard end; then the last one must be a noun that can stand in the
// plural and does not. Where a word may as well go on as end the phrase ("one of the customer reported
// issues"), the word after it decides, and without a decision nothing is said.

namespace rubric {

namespace {

// Singular nouns that name several people or things.
constexpr WordSet collectives(
    "accused audience band batch board bunch cast class clergy collection committee council couple crew "
    "crowd elite enemy faculty family fleet gang government group herd household jury kind lot majority "
    "management leadership minority opposition pack pair party population press public range series set "
    "sort staff string team trio type workforce youth");

// Nouns that are not counted, and adjectives used as nouns.
constexpr WordSet not_counted(
    "above access advice air aircraft audience below best billion bulk capacity cattle chosen clergy code "
    "communication compensation confidence consistency content copy craft crew criteria data deer dozen "
    "education elderly elite employment equipment evidence faculty feedback few first fish following "
    "former fun funding gold good hardware head help homework human hundred individual information "
    "infrastructure insurance inventory labor labour last latter left luck mail many marketing mass means "
    "media merchandise million mobile more most news next noise offspring past payroll percent personnel "
    "police poor poultry power present press progress public research rest revenue rich right safety "
    "salmon same scope security sheep shrimp software spacecraft species square staff stress support "
    "thousand time traffic training transparency trust undersigned understanding usage vocabulary weather "
    "work youth zoo");

// Most nouns in -ing name what is done and have no plural; these are things.
constexpr WordSet counted_ing(
    "beginning briefing building drawing filing finding greeting hearing king listing mapping meeting "
    "offering opening painting posting ranking rating reading recording ring saying setting spring string "
    "thing warning wing");

bool is_mass(std::string_view lower) {
  for (const std::string_view ending : {"ware", "ics", "ness", "ship", "wear", "craft"})
    if (lower.ends_with(ending)) return true;
  return not_counted.holds(lower);
}

bool is_number_word(SentenceView words, size_t index) {
  static constexpr WordSet numbers(
      "two three four five six seven eight nine ten dozen hundred thousand million");
  return words.is_one_of(index, numbers);
}

/// Reads one phrase.
class PhraseReader {
 public:
  PhraseReader(SentenceView words, const Lexicon& lexicon, bool no_verb)
      : words_(words), lexicon_(lexicon), no_verb_(no_verb) {}

  NounPhrase read(size_t begin) {
    NounPhrase phrase;
    size_t at = begin;
    for (; words_.is_word(at) && at < begin + longest; ++at) {
      if (ends_phrase(at, begin)) break;
      superlative_ =
          superlative_ || words_.is(at, "most") || words_.is(at, "least") || words_[at].text.ends_with("est");
      if (spoils(at)) return phrase;
      // Only space and markup may stand between the words of a phrase.
      if (at > begin && !words_[at].space_before) return phrase;
    }
    if (at == begin || at == begin + longest || !is_hard_end(at)) return phrase;
    // "one or more need attention"
    if (!no_verb_ && at > begin + 1 && parts(begin).may_be(base_verb) && parts(begin).noun != Use::usually)
      return phrase;
    // "one or more variable is": no verb either
    no_verb_ = no_verb_ || words_.is(at, "is") || words_.is(at, "was") || words_.is(at, "has");
    phrase.last = at - 1;
    phrase.words = at - begin;
    if (is_singular_noun(begin, phrase.last)) phrase.number = PhraseNumber::singular;
    return phrase;
  }

 private:
  static constexpr size_t longest = 9;

  PartsOfSpeech parts(size_t index) const {
    return words_.is_word(index) ? lexicon_.parts_of_speech(words_[index].text) : PartsOfSpeech{};
  }

  // Function words end a phrase, save those that stand before its noun.
  bool ends_phrase(size_t index, size_t begin) const {
    static constexpr WordSet inside(
        "most more less very own few same other many still ever almost always never now up off on in out");
    const uint8_t classes = words_.classes(index);
    if (classes != 0) {
      return !words_.is_one_of(index, inside) || (classes & preposition) != 0 || index > begin + 2;
    }
    if (index == begin) return false;
    return is_finite_verb(index) || is_participle_after_noun(index) || is_adverb_after_noun(index);
  }

  // "customer wants", "customer reported the issue": after a noun, and not before another that it belongs to.
  bool is_finite_verb(size_t index) const {
    const PartsOfSpeech found = parts(index);
    if (!parts(index - 1).may_be(singular_noun)) return false;
    if (found.is_verb_only() && found.may_be(third_person)) return true;
    return found.may_be(past_form) && !found.may_be(singular_noun) && closes_clause(index + 1);
  }

  // "server running on"
  bool is_participle_after_noun(size_t index) const {
    const PartsOfSpeech found = parts(index);
    return found.may_be(ing_form) && found.noun < Use::usually && parts(index - 1).may_be(singular_noun) &&
           closes_clause(index + 1) && words_.has(index + 1);
  }

  // "service deeply.", "language daily.", "segment end to end": what says how, at the end of a clause
  bool is_adverb_after_noun(size_t index) const {
    if (!parts(index - 1).may_be(singular_noun)) return false;
    if (words_.is(index, "end")) return words_.is(index + 1, "to") && words_.is(index + 2, "end");
    const bool manner =
        words_[index].text.ends_with("ly") && parts(index).may_be(adverb_form | adjective_form);
    const bool adverb =
        manner || words_.is(index, "well") || words_.is(index, "alone") || words_.is(index, "together");
    return adverb &&
           (!words_.has(index + 1) || words_.is_mark(index + 1, ".") || words_.is_mark(index + 1, ","));
  }

  // What follows a verb but not a modifier.
  bool closes_clause(size_t index) const {
    if (!words_.has(index)) return true;
    if (words_[index].kind == WordKind::punctuation)
      return words_.is_mark(index, ".") || words_.is_mark(index, ",");
    return words_.classes(index) != 0 && (words_.classes(index) & conjunction) == 0 &&
           !words_.is(index, "and") && !words_.is(index, "or");
  }

  // A plural, or what may hide one.
  bool spoils(size_t index) const {
    const std::string_view text = words_[index].text;
    const std::string lower = lower_case(text);
    if (text.find_first_of("0123456789") != text.npos || is_number_word(words_, index)) return true;
    if (lower == "following" || lower == "above" || lower == "below")
      return words_.has(index + 1) ? !words_.is_word(index + 1) : true;
    const PartsOfSpeech found = lexicon_.parts_of_speech(text);
    if (found.may_be(plural_noun)) return true;
    const bool possessive = lower.ends_with("'s") || lower.ends_with("\xE2\x80\x99s");
    if (lower.ends_with("s'") || lower.ends_with("s\xE2\x80\x99")) return true;
    const bool plural_ending = lower.ends_with('s') && !lower.ends_with("ss") && !possessive;
    return plural_ending && !found.is_known();
  }

  // Whether the phrase certainly ends before the word there.
  bool is_hard_end(size_t index) const {
    if (!words_.has(index)) return true;
    const Word& word = words_[index];
    if (word.kind == WordKind::punctuation) {
      static constexpr WordSet marks(". , ; : ? ! ) – —");
      if (!marks.holds_exactly(word.text)) return false;
      // "one or more red, green or blue lights", "one of the server, client": lists of words
      return word.text != "," || !is_list(index);
    }
    if (word.kind != WordKind::word) return false;
    if (words_.is(index, "and") || words_.is(index, "or") || words_.is(index, "nor")) return false;
    return true;
  }

  // Whether words after a comma go on with "and" or "or".
  bool is_list(size_t index) const {
    for (size_t at = index + 1; at < index + 8 && words_.has(at); ++at) {
      if (words_.is(at, "or") || words_.is(at, "and")) return at != index + 1;
      if (!words_.is_word(at) && !words_.is_mark(at, ",")) return false;
    }
    return false;
  }

  bool is_singular_noun(size_t begin, size_t index) const {
    const std::string_view text = words_[index].text;
    if (text.size() < 3 || !(text[0] >= 'a' && text[0] <= 'z')) return false;  // names are another matter
    const PartsOfSpeech found = parts(index);
    const std::string lower = lower_case(text);
    if (!found.may_be(singular_noun) || !found.plural_in_use || is_mass(lower)) return false;
    if (lower.ends_with("ing") && (found.noun != Use::usually || !counted_ing.holds(lower))) return false;
    static constexpr WordSet degrees("more most less least very so too");
    if (index > begin && words_.is_one_of(index - 1, degrees)) return false;
    if (found.noun == Use::usually) return true;
    if (!no_verb_ || found.may_be(past_form)) return false;
    // "one of the fix": a word alone after its determiner can be nothing else
    if (found.noun == Use::rare) return index == begin && found.adjective == Use::never;
    // "one of the most professional": there an adjective needs no noun.
    return found.adjective < Use::common || !superlative_;
  }

  SentenceView words_;
  const Lexicon& lexicon_;
  bool no_verb_;
  bool superlative_ = false;  // "most" or the like was read
};

}  // namespace

bool is_collective(std::string_view lower) {
  return collectives.holds(lower);
}

NounPhrase read_noun_phrase(SentenceView words, size_t begin, const Lexicon& lexicon, bool no_verb) {
  return PhraseReader(words, lexicon, no_verb).read(begin);
}

}  // namespace rubric
