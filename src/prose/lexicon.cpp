#include "prose/lexicon.h"

#include <algorithm>

#include "text/ascii.h"

namespace rubric {

namespace {

OwnLemma lemma_of(const LexiconWord& word) {
  const auto use = [&](uint16_t forms) { return (word.forms & forms) != 0 ? Use::usually : Use::never; };
  PartsOfSpeech parts;
  parts.forms = word.forms;
  parts.noun = use(singular_noun | plural_noun);
  parts.verb = use(base_verb);
  parts.adjective = use(adjective_form);
  parts.plural_in_use = (word.forms & singular_noun) != 0 && !word.mass;
  return {lower_case(word.spelling), parts};
}

}  // namespace

Lexicon::Lexicon(std::vector<LexiconWord> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end(), [](const LexiconWord& left, const LexiconWord& right) {
    return lower_case(left.spelling) < lower_case(right.spelling);
  });
  for (const LexiconWord& word : words_) {
    if (word.forms != no_form) lemmas_.push_back(lemma_of(word));
    if (lower_case(word.spelling) != word.spelling) names_.push_back(word.spelling);
  }
}

const LexiconWord* Lexicon::find(std::string_view token) const {
  const std::string lower = lower_case(token);
  const auto found = std::lower_bound(
      words_.begin(), words_.end(), lower,
      [](const LexiconWord& word, const std::string& wanted) { return lower_case(word.spelling) < wanted; });
  return found != words_.end() && lower_case(found->spelling) == lower ? &*found : nullptr;
}

Article Lexicon::article_for(std::string_view token) const {
  if (words_.empty()) return rubric::article_for(token);
  const LexiconWord* own = find(token);
  if (!own) {
    const std::string_view first = token.substr(0, token.find_first_of("-/_.'\xE2"));
    own = find(first);
    if (!own && first.ends_with('s')) own = find(first.substr(0, first.size() - 1));
  }
  return own && own->article ? *own->article : rubric::article_for(token);
}

PartsOfSpeech Lexicon::parts_of_speech(std::string_view word) const {
  return rubric::parts_of_speech(word, lemmas_);
}

}  // namespace rubric
