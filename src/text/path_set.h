#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/path.h"

namespace rubric {

/// Files and folders, and all below them; "" is everything. A value. Asking takes as long for few as for
/// many.
class PathSet {
 public:
  PathSet() = default;
  PathSet(std::vector<std::string> paths) : paths_(std::move(paths)) {
    std::sort(paths_.begin(), paths_.end());
  }

  bool holds(std::string_view path) const {
    for (;; path = folder_of(path)) {
      if (std::binary_search(paths_.begin(), paths_.end(), path)) return true;
      if (path.empty()) return false;
    }
  }

  const std::vector<std::string>& paths() const { return paths_; }  ///< sorted

 private:
  std::vector<std::string> paths_;
};

}  // namespace rubric
