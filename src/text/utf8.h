#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// One decoded code point. An ill-formed byte decodes as U+FFFD of length 1 with `well_formed` false
/// (Unicode 3.9, table 3-7: overlong forms, surrogates and values above U+10FFFF are ill-formed).
struct CodePoint {
  char32_t value = 0;
  uint8_t length = 0;
  bool well_formed = true;
};

/// Decodes the code point that starts at `offset`, which must be inside `text`, with a byte that is not
/// ASCII.
CodePoint decode_beyond_ascii(std::string_view text, size_t offset);

/// Decodes the code point that starts at `offset`, which must be inside `text`.
inline CodePoint decode_utf8(std::string_view text, size_t offset) {
  const auto lead = static_cast<uint8_t>(text[offset]);
  return lead < 0x80 ? CodePoint{lead, 1, true} : decode_beyond_ascii(text, offset);
}

/// Appends a code point (a Unicode scalar value) to `out`.
void append_utf8(std::string& out, char32_t value);

/// Length of the run of ASCII that a text begins with.
size_t ascii_run(std::string_view text);

/// Number of code points; every ill-formed byte counts as one.
uint32_t count_code_points(std::string_view text);

/// The first ill-formed byte sequence at or after `from`, at its maximal length (consecutive bad bytes are
/// one span); nothing when the rest is well-formed.
std::optional<Span> find_ill_formed(std::string_view text, uint32_t from = 0);

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Byte length of a leading byte-order mark: 3 or 0.
inline uint32_t byte_order_mark_size(std::string_view text) {
  return text.starts_with(byte_order_mark) ? 3 : 0;
}

}  // namespace rubric
