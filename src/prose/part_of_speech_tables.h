#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "prose/parts_of_speech.h"

namespace rubric {

/// A form that the rules of inflection do not lead back to its lemma: "led" of "lead", "people" of "person".
struct IrregularForm {
  std::string_view form;
  std::string_view lemma;
  WordForm kind;
};

// The tables are sorted; scripts/make-lexicon.py writes them.

/// Lemmas in blocks of 16, each block without reference to the others. A lemma is a byte with the number of
/// letters it shares with the one before (high half) and of those that follow (low half); a byte of flags,
/// from the lowest bit: two bits each of Use as noun, as verb, as adjective, one bit "its plural is in use",
/// one bit "also an adverb"; and the letters.
extern const std::string_view lemma_blocks[];
extern const size_t lemma_block_count;
extern const IrregularForm irregular_forms[];
extern const size_t irregular_form_count;

}  // namespace rubric
