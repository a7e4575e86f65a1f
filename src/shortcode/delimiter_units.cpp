// How it works: plain ASCII first, then spellings of it in tables: HTML character references, URL escapes,
// and the characters that input methods and typography put in a sign's place.

#include "shortcode/delimiter_units.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "shortcode/letters.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace rubric {
namespace {

struct Spelling {
  std::string_view written;
  char character;
};

// Compared without regard to letter case.
constexpr Spelling references[] = {
    {"&lt;", '<'},   {"&#60;", '<'},   {"&#x3c;", '<'},   {"&amp;lt;", '<'}, {"&gt;", '>'},
    {"&#62;", '>'},  {"&#x3e;", '>'},  {"&amp;gt;", '>'}, {"&percnt;", '%'}, {"&#37;", '%'},
    {"&#x25;", '%'}, {"&#123;", '{'},  {"&#x7b;", '{'},   {"&lbrace;", '{'}, {"&lcub;", '{'},
    {"&#125;", '}'}, {"&#x7d;", '}'},  {"&rbrace;", '}'}, {"&rcub;", '}'},   {"&nbsp;", ' '},
    {"&#160;", ' '}, {"&#8203;", ' '}, {"&quot;", '"'},
};
constexpr Spelling url_escapes[] = {{"%7b", '{'}, {"%7d", '}'}, {"%3c", '<'}, {"%3e", '>'}, {"%25", '%'}};

struct Shape {
  char32_t shape;
  char character;
};

// A guillemet points outwards or inwards as the language of the keyboard has it.
constexpr Shape left_shapes[] = {{0xAB, '<'},   {0xBB, '<'},   {0x2039, '<'}, {0x203A, '<'}, {0x2190, '<'},
                                 {0x2264, '<'}, {0x27E8, '<'}, {0x2329, '<'}, {0x3008, '<'}, {0x300A, '<'}};
constexpr Shape right_shapes[] = {{0xAB, '>'},   {0xBB, '>'},   {0x2039, '>'}, {0x203A, '>'}, {0x2192, '>'},
                                  {0x2265, '>'}, {0x27E9, '>'}, {0x232A, '>'}, {0x3009, '>'}, {0x300B, '>'}};
constexpr Shape shapes[] = {{0xFF5B, '{'}, {0xFF5D, '}'}, {0xFE5B, '{'}, {0xFE5C, '}'}, {0xFF3B, '['},
                            {0xFF3D, ']'}, {0xFF08, '('}, {0xFF09, ')'}, {0xFF1C, '<'}, {0xFF1E, '>'},
                            {0xFE64, '<'}, {0xFE65, '>'}, {0xFF05, '%'}, {0xFE6A, '%'}, {0x66A, '%'}};

UnitKind kind_of(char c, Side side) {
  switch (c) {
    case '{':
      return UnitKind::brace_open;
    case '}':
      return UnitKind::brace_close;
    case '[':
    case '(':
      return UnitKind::bracket_open;
    case ']':
    case ')':
      return UnitKind::bracket_close;
    case '<':
      return side == Side::left ? UnitKind::angle : UnitKind::garbage;
    case '>':
      return side == Side::right ? UnitKind::angle : UnitKind::garbage;
    case '%':
      return UnitKind::percent;
    case '"':
      return UnitKind::quote;
    case ' ':
    case '\t':
      return UnitKind::blank;
    default:
      return std::string_view("$^&@!*#~|;:?,.=+-").find(c) != std::string_view::npos ? UnitKind::garbage
                                                                                     : UnitKind::none;
  }
}

bool starts_with_ignoring_case(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() && equal_ignoring_case(text.substr(0, beginning.size()), beginning);
}

template <size_t size>
std::optional<Unit> spelled(std::string_view rest, const Spelling (&spellings)[size], Side side) {
  for (const Spelling& spelling : spellings) {
    if (!starts_with_ignoring_case(rest, spelling.written)) continue;
    Unit unit;
    unit.kind = kind_of(spelling.character, side);
    unit.length = static_cast<uint8_t>(spelling.written.size());
    unit.plain = false;
    unit.character = static_cast<unsigned char>(spelling.character);
    return unit;
  }
  return std::nullopt;
}

std::optional<char> shaped(char32_t value, Side side) {
  const auto in = [&](auto& table) -> std::optional<char> {
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const Shape& shape) { return shape.shape == value; });
    return found == std::end(table) ? std::nullopt : std::optional(found->character);
  };
  if (const auto character = in(shapes)) return character;
  return side == Side::left ? in(left_shapes) : in(right_shapes);
}

bool is_unseen(char32_t c) {
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0x2060 || c == 0x3000 ||
         c == 0xFEFF || c == 0xAD;
}

Unit beyond_ascii(std::string_view text, uint32_t offset, Side side) {
  const CodePoint point = decode_utf8(text, offset);
  Unit unit;
  unit.length = point.length;
  unit.plain = false;
  unit.character = point.value;
  if (const auto character = shaped(point.value, side)) {
    unit.kind = kind_of(*character, side);
  } else if (is_unseen(point.value)) {
    unit.kind = UnitKind::blank;
  } else if (point.well_formed && !is_letter_or_digit(point.value)) {
    unit.kind = UnitKind::garbage;
  }
  return unit;
}

/// A line end that no blank line follows.
Unit line_end(std::string_view text, uint32_t offset) {
  const uint32_t length = text.substr(offset).starts_with("\r\n") ? 2 : 1;
  const size_t next = text.find_first_not_of(" \t", offset + length);
  Unit unit;
  if (next == std::string_view::npos || text[next] == '\n' || text[next] == '\r') return unit;
  unit.kind = UnitKind::newline;
  unit.length = static_cast<uint8_t>(length);
  return unit;
}

}  // namespace

Unit unit_at(std::string_view text, uint32_t offset, Side side) {
  if (offset >= text.size()) return {};
  const char c = text[offset];
  if (static_cast<unsigned char>(c) >= 0x80) return beyond_ascii(text, offset, side);
  if (c == '\n' || c == '\r') return line_end(text, offset);
  const std::string_view rest = text.substr(offset, 8);
  if (c == '&') {
    if (auto unit = spelled(rest, references, side)) {
      unit->reference = true;
      return *unit;
    }
  }
  if (c == '%') {
    if (const auto unit = spelled(rest, url_escapes, side)) return *unit;
  }
  Unit unit;
  if (c == '\\') {
    const bool escapes = rest.size() > 1 && std::string_view("{}[]()<>%\"").find(rest[1]) != rest.npos;
    unit.kind = escapes ? UnitKind::blank : UnitKind::garbage;
    unit.plain = false;
  } else {
    unit.kind = kind_of(c, side);
  }
  unit.length = unit.kind == UnitKind::none ? 0 : 1;
  unit.character = static_cast<unsigned char>(c);
  return unit;
}

}  // namespace rubric
