#include "text/edit.h"

#include <cassert>

namespace rubric {

bool conflict(const Edit& left, const Edit& right) {
  if (left.span.empty() && right.span.empty()) return left.span.begin == right.span.begin;
  // An insertion inside the other edit's bytes conflicts; one at its border does not.
  return left.span.overlaps(right.span);
}

std::string apply_edits(std::string_view text, std::span<const Edit> edits) {
  std::string result;
  result.reserve(text.size());
  uint32_t done = 0;
  for (const Edit& edit : edits) {
    assert(done <= edit.span.begin && edit.span.end <= text.size());
    result.append(text.substr(done, edit.span.begin - done));
    result.append(edit.replacement);
    done = edit.span.end;
  }
  result.append(text.substr(done));
  return result;
}

}  // namespace rubric
