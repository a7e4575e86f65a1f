#pragma once

namespace rubric {

/// Whether Hugo lets the code point stand in a shortcode's name or bare parameter: a letter or decimal digit
/// of any script (Unicode categories L and Nd) or `_`.
bool is_letter_or_digit(char32_t value);

}  // namespace rubric
