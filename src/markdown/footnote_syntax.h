#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// A footnote reference: its label without `[^` and `]`, and where it ends.
struct FootnoteReferenceSyntax {
  Span label;
  uint32_t end = 0;
};

/// The reference that starts at `begin` in a leaf's content and ends, by cmark's count, `column` bytes after
/// the beginning of one of the content's lines. Nothing when there is none.
std::optional<FootnoteReferenceSyntax> footnote_reference_at(std::string_view content, uint32_t begin,
                                                             int64_t column);

}  // namespace rubric
