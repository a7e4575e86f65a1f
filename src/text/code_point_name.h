#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rubric {

/// What a reader sees of a character.
enum class Visibility : uint8_t {
  visible,
  blank,   ///< it looks like a space: U+00A0, U+3000, a form feed…
  hidden,  ///< it takes no room: U+200B, a byte-order mark, a control character…
};

/// What a reader sees of the first code point of `text`, which is not empty.
Visibility visibility_of(std::string_view text);

/// `text` as a message can name it: "U+00A0" for a character that is not visible, else as it is.
std::string visible_name(std::string_view text);

}  // namespace rubric
