#pragma once

#include <cstdint>
#include <string_view>

#include "prose/word_key.h"

namespace rubric {

/// The closed classes of English words, as bits: "that" is a determiner, a pronoun and a conjunction.
enum FunctionWord : uint8_t {
  no_function_word = 0,
  determiner = 1 << 0,   ///< the, your, each
  preposition = 1 << 1,  ///< of, to, in
  conjunction = 1 << 2,  ///< and, if, because
  pronoun = 1 << 3,      ///< it, who, themselves
  auxiliary = 1 << 4,    ///< is, has, should, don't
  adverb = 1 << 5,       ///< not, also, then
  foreign = 1 << 7,      ///< les, que, und: of another language and no word of English
};

/// The classes of a word in any letter case, as bits of FunctionWord; 0 for content words. "a" and "an" are
/// determiners. Words of French, Spanish, Portuguese, Italian, German, Dutch, Swedish, Polish and Hungarian
/// are `foreign`, unless with a capital: "Las Vegas" is English.
uint8_t word_classes(std::string_view word);

/// The same of a word that is packed already.
uint8_t word_classes(std::string_view word, const PackedWord& packed);

/// The English classes of a word: word_classes() without `foreign`.
uint8_t function_word(std::string_view word);

bool is_foreign_function_word(std::string_view word);

}  // namespace rubric
