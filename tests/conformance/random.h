#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rubric {

/// Pseudo-random numbers that are the same on every platform: splitmix64 (Steele, Lea and Flood, 2014).
class Random {
 public:
  /// One sequence for each pair: a case can be made again without those before it.
  Random(uint64_t seed, uint64_t index) : state_(seed) { state_ = next() ^ index; }

  uint64_t next() {
    state_ += 0x9E3779B97F4A7C15;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

  /// A number below `limit`, which is not 0.
  size_t below(size_t limit) { return static_cast<size_t>(next() % limit); }

  bool chance(unsigned percent) { return below(100) < percent; }

  /// One of the elements of an array; name one twice to have it twice as often.
  template <typename T, size_t size>
  const T& pick(const T (&choices)[size]) {
    return choices[below(size)];
  }

 private:
  uint64_t state_;
};

}  // namespace rubric
