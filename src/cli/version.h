#pragma once

#include <string_view>

namespace rubric {

/// The release, as CMakeLists.txt names it.
inline constexpr std::string_view version = RUBRIC_VERSION;

}  // namespace rubric
