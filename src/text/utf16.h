#pragma once

#include <cstdint>
#include <string_view>

namespace rubric {

/// How many UTF-16 code units the text is, as editors count; every ill-formed byte counts as one.
uint32_t count_utf16_units(std::string_view text);

}  // namespace rubric
