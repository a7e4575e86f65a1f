#pragma once

#include <cstddef>
#include <string_view>

#include "prose/sentence_view.h"
#include "text/span.h"

namespace rubric {

/// The blanks between two words in a row, whose places are in `text`. They may stand beside markup:
/// "**bold** ,", "[link](target) ,". Empty where anything else is between the words.
Span blanks_between(std::string_view text, const Word& before, const Word& after);

/// The places of a sentence where more than one blank is between two words.
struct WideBlanks {
  size_t all = 0;
  size_t wider = 0;  ///< of three blanks and more
};

WideBlanks count_wide_blanks(std::string_view text, SentenceView words);

}  // namespace rubric
