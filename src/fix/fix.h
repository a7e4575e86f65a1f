#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"

namespace rubric {

/// Which fixes may be applied.
enum class FixMode : uint8_t { safe, all };

/// The edits of one file that one round of fixing applies.
struct FixPlan {
  std::map<std::string, std::vector<Edit>> edits;  ///< by path; sorted, free of conflicts
  uint32_t applied = 0;                            ///< findings that the edits mend
};

/// Chooses fixes: for each finding in order the first fix that `mode` allows, whole or not at all, unless one
/// of its edits conflicts with an edit already chosen (a later round gets it). Identical edits are shared,
/// not conflicting.
FixPlan plan_fixes(std::span<const Diagnostic> diagnostics, FixMode mode);

/// A unified diff (three lines of context) from `before` to `after`, with `a/path` and `b/path` headers;
/// empty when they are equal. Handles CR LF and a missing final newline as `diff -u` does.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace rubric
