#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/file_tree.h"
#include "site/page.h"

namespace rubric {

/// Finds what a dead path was probably meant to be, among slash-separated paths: the same last segment in
/// another folder (a plain word only where some folder is the same too), or a near name in the same folder. A
/// look-up costs a logarithm of the number of paths and a bounded number of comparisons. The paths must
/// outlive it; const, so safe to read from many threads.
class PathSuggestions {
 public:
  PathSuggestions() = default;
  explicit PathSuggestions(std::vector<std::string_view> paths);

  /// The path nearest to `wanted`; empty when none is near.
  std::string_view nearest(std::string_view wanted) const;

  /// Whether some path lies below a folder ("/a"), at any depth.
  bool has_below(std::string_view folder) const;

  /// The paths whose last segment is `name`.
  std::span<const std::string_view> named(std::string_view name) const;

 private:
  std::string_view moved(std::string_view wanted) const;
  std::string_view sibling(std::string_view wanted) const;

  std::vector<std::string_view> by_folder_;  // sorted by folder, then name
  std::vector<std::string_view> by_name_;    // sorted by name
};

}  // namespace rubric
