#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "fix/diff.h"
#include "lint/diagnostic.h"

namespace rubric {

/// Which fixes may be applied.
enum class FixMode : uint8_t { safe, all };

/// The edits that one round of fixing applies.
struct FixPlan {
  std::map<std::string, std::vector<Edit>> edits;  ///< by path; sorted, free of conflicts, never empty
  uint32_t applied = 0;                            ///< findings that the edits mend
};

/// Chooses fixes: for each finding in order the first fix that `mode` allows, whole or not at all, unless one
/// of its edits conflicts with an edit already chosen (a later round gets it). Identical edits are shared,
/// not conflicting. The caller applies the edits (apply_edits), lints again and asks again until nothing is
/// applied.
FixPlan plan_fixes(std::span<const Diagnostic> diagnostics, FixMode mode);

}  // namespace rubric
