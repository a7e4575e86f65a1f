#include "prose/watch.h"

#include <bit>
#include <cassert>

// How it works. The highest bits of a word's key are looked up in one table, whose entries hold a bit for
// each watch; most words have none. So a further watch costs nothing but the places that it finds.

namespace rubric {

Watch Watches::add() {
  assert(count_ < most);
  return {*this, count_++};
}

std::array<std::vector<WordPlace>, Watches::most> Watches::places_in(const Prose& prose) const {
  std::array<std::vector<WordPlace>, most> places;
  for (size_t watch = 0; watch < count_; ++watch) places[watch].reserve(prose.words().size() / 8);
  for (uint32_t sentence = 0; sentence < prose.sentences().size(); ++sentence) {
    const std::span<const Word> words = prose.words(prose.sentences()[sentence]);
    const Word* before = nullptr;
    for (uint32_t index = 0; index < words.size(); before = &words[index++]) {
      const Word& word = words[index];
      const bool mark = word.kind == WordKind::punctuation;
      uint32_t found = mark ? marks_ : words_[word.key >> shift];
      if (word.compound) found |= compounds_;
      if (before && word.space_before && word.span.begin - before->span.end > 1) found |= gaps_;
      if (before && word.key == before->key && !mark) found |= repetitions_;
      for (; found != 0; found &= found - 1)
        places[static_cast<size_t>(std::countr_zero(found))].push_back({sentence, index});
    }
  }
  return places;
}

}  // namespace rubric
