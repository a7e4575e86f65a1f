#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// Replaces the bytes of `span` by `replacement`; an empty span inserts, an empty replacement deletes.
struct Edit {
  Span span;
  std::string replacement;

  friend bool operator==(const Edit&, const Edit&) = default;
};

/// Whether two edits may not be applied together: their spans overlap, or both insert at the same place.
bool conflict(const Edit& left, const Edit& right);

/// The text with all edits applied. The edits must be sorted by span and free of conflicts.
std::string apply_edits(std::string_view text, std::span<const Edit> edits);

}  // namespace rubric
