// How it works: the prose layer tells inner texts after the body, as titles and alternative
// texts before or after what is around them, so these are sorted into the others.

#include "lint/page_words.h"

#include <algorithm>

namespace rubric {

void PageWords::put_in_order() {
  ready_ = true;
  const std::span<const Word> words = context_.prose().words();
  words_.reserve(words.size());
  std::vector<const Word*> late;  // told after words that stand further down
  for (const Word& word : words) {
    const bool in_order = words_.empty() || words_.back()->span.begin <= word.span.begin;
    (in_order ? words_ : late).push_back(&word);
  }
  const auto by_place = [](const Word* left, const Word* right) {
    return left->span.begin < right->span.begin;
  };
  std::stable_sort(late.begin(), late.end(), by_place);
  const auto middle = static_cast<ptrdiff_t>(words_.size());
  words_.insert(words_.end(), late.begin(), late.end());
  std::inplace_merge(words_.begin(), words_.begin() + middle, words_.end(), by_place);
}

std::span<const Word* const> PageWords::in(Span span) {
  if (!ready_) put_in_order();
  const auto before = [](const Word* word, uint32_t offset) { return word->span.begin < offset; };
  const auto first = std::lower_bound(words_.begin(), words_.end(), span.begin, before);
  const auto end = std::lower_bound(first, words_.end(), span.end, before);
  return {first, end};
}

bool PageWords::sentence_begins_in(Span span) {
  const std::span<const Word* const> words = in(span);
  return std::any_of(words.begin(), words.end(), [](const Word* word) { return word->sentence_start; });
}

}  // namespace rubric
