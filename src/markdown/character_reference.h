#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace rubric {

/// What a character reference (`&amp;`, `&#65;`; CommonMark 2.5) stands for.
struct CharacterReference {
  std::array<char, 64> bytes;
  uint32_t decoded_size = 0;
  uint32_t source_size = 0;  ///< its own length, `&` and `;` included; 0 when it is no reference

  std::string_view decoded() const { return {bytes.data(), decoded_size}; }
};

/// The reference whose `&` is at `offset`.
CharacterReference decode_character_reference(std::string_view text, size_t offset);

}  // namespace rubric
