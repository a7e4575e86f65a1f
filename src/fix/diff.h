#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// A unified diff (three lines of context) from `before` to `after` that `patch -p1` and `git apply` take,
/// with `a/path` and `b/path` headers; empty when they are equal. A line ends in LF: a CR before it is part
/// of the line, and a last line without one is marked as `diff -u` marks it. Memory grows with the number of
/// lines; texts with next to nothing in common are shown as one replacement, so time stays bounded too.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace rubric
