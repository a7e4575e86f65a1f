#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace rubric {

/// The text with as much left out as `still_holds` allows, by halves down to single bytes (Zeller's delta
/// debugging). Calls `still_holds` at most `budget` times.
template <typename Predicate>
std::string shrink(std::string text, int budget, const Predicate& still_holds) {
  for (size_t size = text.size() / 2; size > 0; size = size == 1 && budget > 0 ? 0 : size / 2) {
    for (size_t at = 0; at < text.size() && budget > 0;) {
      std::string shorter = text;
      shorter.erase(at, std::min(size, text.size() - at));
      --budget;
      if (still_holds(shorter)) {
        text = std::move(shorter);
      } else {
        at += size;
      }
    }
  }
  return text;
}

}  // namespace rubric
