#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// The first place after `from` where a footnote reference may end of which cmark says that it ends `column`
/// bytes after the beginning of a line. Of which line it does not say, so there may be a further place.
std::optional<uint32_t> footnote_reference_end(std::string_view content, uint32_t from, int64_t column);

/// The label of a footnote reference, without `[^` and `]`.
Span footnote_label(std::string_view content, Span reference);

}  // namespace rubric
