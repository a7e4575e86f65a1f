#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rubric {

/// Lines [before, before_end) of the old text give way to lines [after, after_end) of the new one; one of the
/// two may be empty. Lines count from 0.
struct LineChange {
  uint32_t before = 0, before_end = 0;
  uint32_t after = 0, after_end = 0;
};

/// The text's lines, each with its LF; only the last may lack one. No line in an empty text.
std::vector<std::string_view> split_lines(std::string_view text);

/// A shortest list of changes between two lists of lines, in order, with at least one equal line between any
/// two. Where more than some thousand lines differ, the list is right but may not be the shortest.
std::vector<LineChange> line_changes(const std::vector<std::string_view>& before,
                                     const std::vector<std::string_view>& after);

}  // namespace rubric
