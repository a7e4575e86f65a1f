#pragma once

#include <cstdint>
#include <cstdlib>

namespace rubric {

constexpr const char* hugo_is_missing =
    "hugo is not installed: nothing was compared with it (scripts/setup --tests installs it)";

/// A parameter of the conformance tests, such as RUBRIC_CONFORMANCE_SEED.
inline uint64_t number_from_environment(const char* name, uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace rubric
