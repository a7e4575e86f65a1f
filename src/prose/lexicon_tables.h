#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "prose/sounds.h"

namespace rubric {

/// How a spelling begins to sound; the longest stem that a word begins with decides.
struct SoundStem {
  std::string_view stem;
  Article article;
};

/// How people say an initialism.
enum class Spoken : uint8_t {
  unlisted,
  word,     ///< like a word: "NATO", "RAM"
  spelled,  ///< letter by letter although it looks like a word: "LDAP", "SEO"
  either,   ///< both are heard: "SQL", "FAQ"
};

struct SpokenInitialism {
  std::string_view letters;  ///< in capitals
  Spoken in_capitals;
  Spoken in_lower_case;  ///< "led" and "sec" are words, "sla" is not
};

// The tables are sorted; scripts/make-lexicon.py writes them.
extern const SoundStem sound_stems[];
extern const size_t sound_stem_count;
extern const SpokenInitialism spoken_initialisms[];
extern const size_t spoken_initialism_count;
/// Common words of two to seven letters that begin with a letter whose name and sound want different articles
/// (f h l m n r s x u), for telling "NOTICE" from "NAACP". Lower case, first letter in the highest byte.
extern const uint64_t ordinary_words[];
extern const size_t ordinary_word_count;

}  // namespace rubric
