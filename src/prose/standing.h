#pragma once

#include "prose/sentence_view.h"

namespace rubric {

/// A quotation mark of any make, opening or closing.
bool is_quotation_mark(const Word& word);

/// Whether only blanks, brackets, quotation marks, dashes and the marks of a sentence touch the word there:
/// it is no part of "linux/amd64", "gitlab!7" or "R&D".
bool stands_free(SentenceView words, size_t index);

/// Whether the words from `first` to `last` stand in quotation marks, by themselves: they are talked about.
bool is_quoted(SentenceView words, size_t first, size_t last);

/// Whether the words from `first` to `last` stand in a quoted fragment of a few words: 'type "a  b" now'.
bool is_in_quotes(SentenceView words, size_t first, size_t last);

}  // namespace rubric
