#pragma once

#include <cstddef>
#include <cstdint>

namespace rubric::bench {

/// A pseudo-random sequence (splitmix64). Equal seeds give equal handbooks with every compiler and standard
/// library, which the distributions of <random> do not promise.
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  uint64_t next() {
    state_ += 0x9e3779b97f4a7c15u;
    uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
  }

  /// A number from 0 to `bound` - 1.
  size_t below(size_t bound) { return static_cast<size_t>(next() % bound); }
  bool chance(unsigned percent) { return below(100) < percent; }

  template <typename List>
  const auto& pick(const List& list) {
    return list[below(list.size())];
  }

 private:
  uint64_t state_;
};

}  // namespace rubric::bench
