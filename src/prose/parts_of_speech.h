#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rubric {

/// What an English word form may be, as bits: "reports" is a plural_noun and a third_person.
enum WordForm : uint16_t {
  no_form = 0,
  singular_noun = 1 << 0,   ///< technology, software, person
  plural_noun = 1 << 1,     ///< technologies, people, thanks
  base_verb = 1 << 2,       ///< lead, process
  third_person = 1 << 3,    ///< leads, processes
  ing_form = 1 << 4,        ///< leading
  past_form = 1 << 5,       ///< led, managed, shown; past and participle alike
  adjective_form = 1 << 6,  ///< main, open
  adverb_form = 1 << 7,     ///< well, closely
};

/// How much of a word's use a part of speech makes up, by WordNet's senses and counts.
enum class Use : uint8_t {
  never,
  rare,
  common,   ///< a quarter at least
  usually,  ///< three times as much as all other parts of speech together, or the only one
};

/// What is known of a word form. A word that the lexicon does not hold has no form: "don't know".
struct PartsOfSpeech {
  uint16_t forms = no_form;  ///< bits of WordForm
  Use noun = Use::never;     ///< of its lemma: for "leads" that of "lead"
  Use verb = Use::never;
  Use adjective = Use::never;
  bool plural_in_use = false;  ///< its lemma has a plural that is a common word: "policy", not "equipment"

  bool may_be(uint16_t any_of) const { return (forms & any_of) != 0; }
  bool is_known() const { return forms != no_form; }
  /// It is a verb's form and practically never anything else: "ensure", "manages".
  bool is_verb_only() const { return verb == Use::usually && noun == Use::never && adjective == Use::never; }
};

/// A lemma that a project adds to the lexicon, or sees in another way.
struct OwnLemma {
  std::string lower;  ///< in lower case
  PartsOfSpeech parts;
};

/// What `word` may be, in any letter case, inflected or not; of a hyphenated word its last part. Capitals
/// alone ("API") and words with digits or apostrophes have no form. `own`, sorted by `lower`, goes before the
/// lexicon. Constant tables: safe from any thread, no start-up work.
PartsOfSpeech parts_of_speech(std::string_view word, std::span<const OwnLemma> own = {});

}  // namespace rubric
