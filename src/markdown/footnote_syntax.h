#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// The first place after `from` where a footnote reference may end of which cmark says that it ends `column`
/// bytes after the beginning of a line. Of which line it does not say, so there may be a further place.
std::optional<uint32_t> footnote_reference_end(std::string_view content, uint32_t from, int64_t column);

/// The label of a footnote reference, without `[^` and `]`.
Span footnote_label(std::string_view content, Span reference);

/// Where a footnote reference is taken to end, and the column at which cmark says that it does.
struct FootnoteEnding {
  int64_t column;
  uint32_t place;
};

/// Chooses the next possible place for the last footnote reference that has one, and forgets those after it;
/// false when none is left.
bool choose_next_ending(std::vector<FootnoteEnding>& endings, std::string_view content);

}  // namespace rubric
