// How it works: units (delimiter_units.h) are counted as long as they come. A left delimiter ends where the
// tag's name begins; a right one as soon as it has what a delimiter needs.

#include "shortcode/written_delimiters.h"

#include <algorithm>

#include "shortcode/delimiters.h"
#include "shortcode/letters.h"
#include "text/utf8.h"

namespace rubric {
namespace {

constexpr int most_units = 12;
constexpr uint8_t most_braces = 3, most_garbage = 4;

char byte_at(std::string_view text, uint32_t offset) {
  return offset < text.size() ? text[offset] : '\0';
}

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_sign(char c) {
  return c == '<' || c == '%';
}

void add_sign(WrittenDelimiter& delimiter, const Unit& unit) {
  ++delimiter.signs;
  if (delimiter.sign) return;
  delimiter.sign = unit.kind == UnitKind::angle ? Delimiter::angle : Delimiter::percent;
  delimiter.plain_sign = unit.plain;
}

void add_garbage(WrittenDelimiter& delimiter, char32_t character) {
  if (delimiter.garbage++ == 0) delimiter.first_garbage = character;
}

/// A character of names that can only be a stray one: `{{a< x`, `{/% x`; or the key of `%`: `{{5 x`.
bool takes_stray(std::string_view text, uint32_t at, WrittenLeft& left) {
  const char c = byte_at(text, at);
  if (left.braces == 0 || left.sign || left.garbage != 0) return false;
  if (c == '5' && at == left.span.begin + 2 && is_blank(byte_at(text, at + 1))) {
    left.keyboard = true;
    ++left.signs;
    left.sign = Delimiter::percent;
    return true;
  }
  const bool ascii = c == '/' || (static_cast<unsigned char>(c) < 0x80 && is_letter_or_digit(c));
  if (!ascii || !is_sign(byte_at(text, at + 1)) || !is_blank(byte_at(text, at + 2))) return false;
  add_garbage(left, static_cast<unsigned char>(c));
  return true;
}

/// Counts a unit that is no blank; false where the delimiter cannot go on with it.
bool count_left(WrittenLeft& left, const Unit& unit) {
  switch (unit.kind) {
    case UnitKind::brace_open:
      left.references |= unit.reference;
      return ++left.braces <= most_braces;
    case UnitKind::brace_close:
    case UnitKind::bracket_open:
      return ++left.substitutes <= most_braces;
    case UnitKind::angle:
    case UnitKind::percent:
      add_sign(left, unit);
      return left.signs <= 2;
    case UnitKind::quote:
      left.quoted = true;
      return true;
    case UnitKind::garbage:
      add_garbage(left, unit.character);
      return left.garbage <= most_garbage;
    default:
      return false;
  }
}

/// Whether a right delimiter, or an opening brace, may begin with that byte: most need no closer look.
bool is_of_interest(char c, const WrittenLeft& left) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) return byte >= 0xC0;
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_blank(c) || c == '\n' || c == '\r') return false;
  if (c == '5') return left.keyboard;
  return left.garbage != 0 || std::string_view("{}[]()<>%&\\").find(c) != std::string_view::npos;
}

/// Reads a right delimiter at one place.
class RightReader {
 public:
  RightReader(std::string_view text, const WrittenLeft& left, uint32_t begin)
      : text_(text), left_(left), begin_(begin) {
    right_.span = {begin, begin};
  }

  std::optional<WrittenDelimiter> run() {
    uint32_t at = begin_;
    bool gap = false;
    for (int count = 0; count < most_units && !is_done(); ++count) {
      const Unit unit = unit_at(text_, at, Side::right);
      if (unit.kind == UnitKind::newline || (unit.kind == UnitKind::none && !takes_key(at))) break;
      const uint32_t length = unit.kind == UnitKind::none ? 1 : unit.length;
      if (unit.kind == UnitKind::blank) {
        if (at == begin_ && unit.character != '\\') return std::nullopt;
        gap |= unit.character != '\\';
      } else {
        if (unit.kind != UnitKind::none && !count_right(unit, at)) break;
        right_.span.end = at + length;
        if (!gap) tight_ = right_;
        right_.loose |= gap;
      }
      at += length;
    }
    // Blanks belong to it only if they lead to the second brace, or the left delimiter has some too.
    if (right_.in_place() < 2 && !left_.loose) right_ = tight_;
    if (right_.in_place() == 0) return std::nullopt;
    return right_;
  }

 private:
  bool is_done() const {
    return right_.braces >= 2 || right_.in_place() >= std::max(uint32_t{2}, left_.in_place());
  }

  bool at_begin_of_word() const {
    const char before = begin_ > 0 ? text_[begin_ - 1] : '\0';
    return is_blank(before) || before == '"' || before == '\n';
  }

  bool takes_key(uint32_t at) {
    if (!left_.keyboard || at != begin_ || text_.substr(at, 1) != "5" || !at_begin_of_word()) return false;
    right_.keyboard = true;
    ++right_.signs;
    right_.sign = Delimiter::percent;
    return true;
  }

  bool count_right(const Unit& unit, uint32_t at) {
    switch (unit.kind) {
      case UnitKind::brace_close:
        right_.references |= unit.reference;
        ++right_.braces;
        return true;
      case UnitKind::bracket_close: {
        const bool enclosed =
            right_.signs != 0 && unit_at(text_, at + unit.length, Side::right).kind == UnitKind::brace_close;
        if (right_.substitutes >= left_.substitutes && !enclosed) return false;
        ++right_.substitutes;
        return true;
      }
      case UnitKind::angle:
      case UnitKind::percent:
        if (right_.signs == 2) return false;
        add_sign(right_, unit);
        return true;
      case UnitKind::quote:
        if (!left_.quoted || right_.signs == 0) return false;
        right_.quoted = true;
        return true;
      case UnitKind::garbage:
        // Only where it answers garbage on the left.
        if (left_.garbage == 0 || right_.garbage >= left_.garbage || right_.in_place() != 0) return false;
        if (at == begin_ && !at_begin_of_word()) return false;
        add_garbage(right_, unit.character);
        return true;
      default:
        return false;
    }
  }

  std::string_view text_;
  const WrittenLeft& left_;
  uint32_t begin_;
  WrittenDelimiter right_, tight_;
};

}  // namespace

std::optional<WrittenLeft> read_written_left(std::string_view text, uint32_t begin) {
  WrittenLeft left;
  left.span = {begin, begin};
  uint32_t at = begin;
  bool blank = false, line_ended = false;
  for (int count = 0;; ++count) {
    if (is_left_delimiter(text, at)) return std::nullopt;
    Unit unit = unit_at(text, at, Side::left);
    if (unit.kind == UnitKind::none) {
      if (!takes_stray(text, at, left)) break;
      unit.length = 1;
    } else if (unit.kind == UnitKind::blank) {
      (unit.character == '\\' ? left.escaped : blank) = true;
      at += unit.length;
      if (!unit.plain) left.blanks_end = at;
      continue;
    } else if (unit.kind == UnitKind::newline) {
      if (line_ended) break;
      line_ended = blank = true;
      at += unit.length;
      continue;
    } else if (count == most_units || !count_left(left, unit)) {
      return std::nullopt;
    }
    left.loose |= blank;
    blank = false;
    at += unit.length;
    left.span.end = at;
  }
  left.apart = blank;
  left.inside = at;
  if (left.blanks_end <= left.span.end) left.blanks_end = 0;
  if (left.in_place() == 0 && !left.sign) return std::nullopt;
  return left;
}

std::optional<WrittenDelimiter> find_written_right(std::string_view text, const WrittenLeft& left,
                                                   uint32_t limit) {
  QuoteSkipper quotes(text, limit);
  for (uint32_t at = left.inside; at < limit; ++at) {
    const char c = text[at];
    if (c == '"' || c == '`') {
      at = quotes.closing(at);
      continue;
    }
    if (!is_of_interest(c, left)) continue;
    const UnitKind kind = unit_at(text, at, Side::right).kind;
    if (kind == UnitKind::brace_open || (kind == UnitKind::bracket_open && left.braces == 0))
      return std::nullopt;
    if (const auto right = RightReader(text, left, at).run(); right && right->span.end <= limit) return right;
  }
  return std::nullopt;
}

}  // namespace rubric
