#pragma once

#include <span>
#include <vector>

#include "lint/context.h"
#include "prose/prose.h"

namespace rubric {

/// The words of a page by place, for patterns; put in order when the first one asks. For one thread.
class PageWords {
 public:
  explicit PageWords(PageContext& context) : context_(context) {}

  /// The words that begin in a span of the page; those of inner texts that Hugo renders by themselves stand
  /// among those of the text around.
  std::span<const Word* const> in(Span span);

  /// Whether a sentence begins in a span.
  bool sentence_begins_in(Span span);

 private:
  void put_in_order();

  PageContext& context_;
  bool ready_ = false;
  std::vector<const Word*> words_;
};

}  // namespace rubric
