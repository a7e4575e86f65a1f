#pragma once

#include <cstddef>
#include <cstdint>

#include "prose/lexicon.h"
#include "prose/sentence_view.h"

namespace rubric {

/// How sure it is that a noun phrase lacks a plural.
enum class PhraseNumber : uint8_t {
  unknown,  ///< something in it may be a plural, or is not known, or it has no noun
  singular  ///< it ends in a noun that is certainly singular, and nothing before that is a plural
};

/// A noun phrase from the word after its determiner on.
struct NounPhrase {
  PhraseNumber number = PhraseNumber::unknown;
  size_t last = 0;   ///< index of its last word, the noun
  size_t words = 0;  ///< how many it has
};

/// Reads the noun phrase that begins at `begin`, up to a word or mark that certainly ends it: a preposition,
/// a finite verb, punctuation. Says `singular` only of a noun whose plural is a common word ("technology",
/// not "equipment") and that hardly another part of speech shares; at a place where no verb can stand
/// (`no_verb`) words that are verbs as often will do ("label"). Mass nouns, lists ("A and B"), numbers, code,
/// names in capitals and superlatives without a noun are `unknown`.
NounPhrase read_noun_phrase(SentenceView words, size_t begin, const Lexicon& lexicon, bool no_verb);

/// A noun in the singular that stands for several people or things: "team", "family", "audience".
bool is_collective(std::string_view lower);

}  // namespace rubric
