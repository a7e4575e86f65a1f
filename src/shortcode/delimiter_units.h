#pragma once

#include <cstdint>
#include <string_view>

#include "shortcode/shortcodes.h"

namespace rubric {

/// What one piece of a delimiter, right or wrong, is.
enum class UnitKind : uint8_t {
  none,           ///< a letter, a digit, a control character, the end: no piece of a delimiter
  brace_open,     ///< `{`
  brace_close,    ///< `}`
  bracket_open,   ///< `[` or `(`, in a brace's place
  bracket_close,  ///< `]` or `)`
  angle,          ///< `<` in a left delimiter, `>` in a right one
  percent,
  quote,    ///< `"`
  blank,    ///< a space, a tab, or what shows as one or as nothing
  newline,  ///< one line end, which no blank line follows
  garbage,  ///< any other sign
};

/// One piece of a delimiter as it is written: `{`, `\{`, `&#123;`, `%7B`, `｛`…
struct Unit {
  UnitKind kind = UnitKind::none;
  uint8_t length = 0;      ///< bytes
  bool plain = true;       ///< the very byte of Hugo's delimiters
  bool reference = false;  ///< an HTML character reference
  char32_t character = 0;  ///< what is shown
};

/// Which half of a tag is read: `>` is garbage in a left delimiter, `<` in a right one.
enum class Side : uint8_t { left, right };

/// The piece at `offset`, which may be the text's end.
Unit unit_at(std::string_view text, uint32_t offset, Side side);

}  // namespace rubric
