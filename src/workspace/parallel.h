#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace rubric {

/// Calls body(i) for every i below `count`, on up to `jobs` threads (the caller's among them). Bodies put
/// their result into slot i of something, so that the outcome is the same at any number of threads. `body`
/// must not throw.
template <typename Body>
void parallel_for(size_t count, unsigned jobs, const Body& body) {
  std::atomic<size_t> next = 0;
  const auto work = [&] {
    for (size_t index = next++; index < count; index = next++) body(index);
  };
  std::vector<std::jthread> threads;
  for (size_t extra = 1; extra < std::min<size_t>(jobs, count); ++extra) threads.emplace_back(work);
  work();
}

}  // namespace rubric
