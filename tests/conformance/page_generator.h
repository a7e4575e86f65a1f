#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rubric {

/// A page made from the grammar of shortcodes, and of the mistakes that people make with it. What Hugo makes
/// of it is not known here.
struct GeneratedPage {
  std::string text;
  /// The tags with a mistyped left delimiter that are evidently shortcodes: rubric owes a slip for each one
  /// that Hugo prints.
  std::vector<std::string> slips;
  /// Tags were put together or changed at random, so that others than `slips` may be mistyped as well.
  bool arbitrary = false;
};

/// The page of that number in the sequence of `seed`. Calls carry ids such as `q12q`, each once.
GeneratedPage generate_page(uint64_t seed, uint64_t index);

}  // namespace rubric
