#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shortcode/delimiter_units.h"
#include "shortcode/shortcodes.h"
#include "text/span.h"

namespace rubric {

/// A left or right delimiter as somebody wrote it, which is none to Hugo: `{{ <`, `&#123;{%`, `[[<`, `{$%`;
/// `%}`, `> }}`, `>]]`, `$}}`. What stands in it, in any order.
struct WrittenDelimiter {
  Span span;                      ///< without the blanks towards the tag's inside
  uint8_t braces = 0;             ///< of this half's kind, in whatever spelling
  uint8_t substitutes = 0;        ///< brackets, or braces the wrong way round
  uint8_t signs = 0;              ///< `<` or `%`; `>` or `%` on the right
  uint8_t garbage = 0;            ///< characters that belong in no delimiter
  std::optional<Delimiter> sign;  ///< the first one
  char32_t first_garbage = 0;
  bool plain_sign = false;  ///< the sign is Hugo's own character
  bool references = false;  ///< its braces are character references: somebody wants them to be shown
  bool keyboard = false;    ///< `5`, the key of `%`, stands for the sign
  bool quoted = false;      ///< a quote stands in it
  bool escaped = false;     ///< a backslash stands in it
  bool loose = false;       ///< blanks stand in it
  bool apart = false;       ///< a blank stands between it and the tag's inside

  uint32_t in_place() const { return uint32_t{braces} + substitutes; }
  /// All of the delimiter is there, though blanks, spellings or its order keep Hugo from seeing it.
  bool is_whole() const { return braces >= 2 && signs == 1 && substitutes == 0 && garbage == 0 && !quoted; }
};

/// A left delimiter, and where the inside of its tag begins.
struct WrittenLeft : WrittenDelimiter {
  uint32_t inside = 0;  ///< behind the delimiter and the blanks that follow it
  uint32_t blanks_end =
      0;  ///< behind the last of those blanks that is none to Hugo (U+00A0, `&nbsp;`), if any
};

/// What stands from `begin` on in a left delimiter's place, a dozen characters at most. Nothing where a
/// delimiter of Hugo's begins in it.
std::optional<WrittenLeft> read_written_left(std::string_view text, uint32_t begin);

/// The first thing in [left.inside, limit) that stands in the place of the right delimiter to `left`, outside
/// of closed quotes: one brace at least, or brackets where `left` has some. An opening brace ends the search,
/// and for a tag of brackets an opening bracket.
std::optional<WrittenDelimiter> find_written_right(std::string_view text, const WrittenLeft& left,
                                                   uint32_t limit);

}  // namespace rubric
