#pragma once

#include <string_view>

#include "prose/sounds.h"

namespace rubric {

/// The article before a number as it is read aloud ("8", "11,000", "18th", "1.8M", "11:30", "1800s"). `token`
/// begins with a digit.
Article article_for_number(std::string_view token);

/// Byte length of the currency sign that `token` begins with, or 0. An amount is read with its number first:
/// "$800" is "eight hundred dollars".
size_t currency_sign_size(std::string_view token);

}  // namespace rubric
