#pragma once

#include <algorithm>
#include <cstddef>

namespace rubric {

/// The text, or any other sequence, with as much left out as `still_holds` allows, by halves down to single
/// elements (Zeller's delta debugging). Calls `still_holds` at most `budget` times.
template <typename Sequence, typename Predicate>
Sequence shrink(Sequence text, int budget, const Predicate& still_holds) {
  for (size_t size = text.size() / 2; size > 0; size = size == 1 && budget > 0 ? 0 : size / 2) {
    for (size_t at = 0; at < text.size() && budget > 0;) {
      Sequence shorter = text;
      const auto begin = shorter.begin() + static_cast<std::ptrdiff_t>(at);
      shorter.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(size, text.size() - at)));
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
