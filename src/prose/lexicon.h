#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prose/parts_of_speech.h"
#include "prose/sounds.h"

namespace rubric {

/// A word that a project knows better than the built-in tables.
struct LexiconWord {
  std::string spelling;            ///< with its case: "GitLab", "SLO", "runbook"; one word without blanks
  std::optional<Article> article;  ///< what it asks for; none: as the tables say
  uint16_t forms = no_form;  ///< singular_noun, plural_noun, base_verb, adjective_form: a part of speech;
                             ///< no_form: as the tables say
  bool mass = false;         ///< a noun without a plural
};

/// What is known of English words: the built-in tables with a project's own words in front. Immutable; safe
/// from many threads.
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(std::vector<LexiconWord> words);

  /// The article before `token`; see prose/sounds.h. An own word decides also as the first part of a compound
  /// ("SLO-based", "SLO/SLA", "SLO's") and for its plural in -s.
  Article article_for(std::string_view token) const;

  /// What `word` may be; see prose/parts_of_speech.h.
  PartsOfSpeech parts_of_speech(std::string_view word) const;

  /// The project's own words, in the order of their spellings in lower case.
  const std::vector<LexiconWord>& words() const { return words_; }

  /// The spellings of those that have a capital: names, which are to be written like this.
  const std::vector<std::string>& names() const { return names_; }

 private:
  const LexiconWord* find(std::string_view token) const;

  std::vector<LexiconWord> words_;
  std::vector<std::string> names_;
  std::vector<OwnLemma> lemmas_;  // those of words_ with a part of speech, sorted
};

}  // namespace rubric
