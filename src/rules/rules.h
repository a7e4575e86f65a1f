#pragma once

#include <span>

#include "lint/rule.h"

namespace rubric {

/// The built-in native rules, sorted by id. Adding one is a declaration and a line in rules.cpp.
std::span<const NativeRule> native_rules();

/// The built-in rule pages, sorted by id: made from constant tables, which the build wrote from
/// rules/**/*.yaml. Made on the first call; safe from any thread.
std::span<const RuleInfo> built_in_rules();

}  // namespace rubric
