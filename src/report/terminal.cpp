// How it works: utf8proc knows each character's category and width. Control, format and line-breaking
// characters are spelled out: they could recolour the terminal, reorder the line (as "Trojan Source" does
// with bidirectional controls) or not show at all. Joiners stay, since emoji and several scripts need them.

#include "report/terminal.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <utf8proc.h>

#include "text/utf8.h"

namespace rubric {

namespace {

bool is_plain_ascii(char byte) {
  return byte >= ' ' && byte <= '~';
}

bool must_be_spelled_out(char32_t value) {
  constexpr char32_t zero_width_non_joiner = 0x200C, zero_width_joiner = 0x200D;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    case UTF8PROC_CATEGORY_CF:
      return value != zero_width_non_joiner && value != zero_width_joiner;
    default:
      return false;
  }
}

std::string spelled_out(char32_t value, bool is_byte) {
  if (value == '\t') return "\\t";
  if (value == '\n') return "\\n";
  if (value == '\r') return "\\r";
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), is_byte ? "\\x%02x" : "\\u{%x}", static_cast<unsigned>(value));
  return buffer.data();
}

Cell spelled_out_cell(char32_t value, bool is_byte, uint8_t byte_length) {
  std::string text = spelled_out(value, is_byte);
  const auto columns = static_cast<uint32_t>(text.size());
  return {std::move(text), columns, byte_length};
}

std::string_view colour_code(Paint paint) {
  switch (paint) {
    case Paint::place:
      return "1";
    case Paint::error:
      return "1;31";
    case Paint::warning:
      return "1;33";
    case Paint::info:
      return "1;36";
    case Paint::frame:
      return "34";
    case Paint::hint:
      return "32";
  }
  return "0";
}

}  // namespace

Cell cell_at(std::string_view text, size_t offset) {
  if (is_plain_ascii(text[offset])) return {std::string(1, text[offset]), 1, 1};
  const CodePoint point = decode_utf8(text, offset);
  if (!point.well_formed) return spelled_out_cell(static_cast<uint8_t>(text[offset]), true, 1);
  if (must_be_spelled_out(point.value))
    return spelled_out_cell(point.value, point.value < 0x80, point.length);
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(point.value));
  return {std::string(text.substr(offset, point.length)), static_cast<uint32_t>(width), point.length};
}

std::string printable(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain_ascii)) return std::string(text);
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const Cell cell = cell_at(text, at);
    result += cell.text;
    at += cell.byte_length;
  }
  return result;
}

std::string painted(std::string_view text, Paint paint, const ReportOptions& options) {
  if (!options.colour) return std::string(text);
  return "\x1b[" + std::string(colour_code(paint)) + "m" + std::string(text) + "\x1b[0m";
}

std::string linked(std::string_view text, std::string_view url, const ReportOptions& options) {
  if (!options.hyperlinks || url.empty()) return std::string(text);
  return "\x1b]8;;" + std::string(url) + "\x1b\\" + std::string(text) + "\x1b]8;;\x1b\\";
}

}  // namespace rubric
