#pragma once

#include <atomic>
#include <cstddef>

namespace rubric {

/// How far a run is, for somebody who watches from another thread.
struct Progress {
  std::atomic<size_t> read = 0;   ///< pages that were read
  std::atomic<size_t> total = 0;  ///< and are to be, as far as that is known
};

}  // namespace rubric
