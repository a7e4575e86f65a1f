// How it works: a line is found by its number, and its code points are counted from there; of places in one
// line each is counted from the one before.

#include "lsp/positions.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace rubric {

namespace {

uint32_t units(const CodePoint& point, PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return point.length;
    case PositionEncoding::utf16:
      return point.value > 0xFFFF ? 2 : 1;
    case PositionEncoding::utf32:
      return 1;
  }
  return 1;
}

uint32_t units_between(std::string_view text, uint32_t begin, uint32_t end, PositionEncoding encoding) {
  if (encoding == PositionEncoding::utf8) return end - begin;
  uint32_t count = 0;
  for (uint32_t at = begin; at < end;) {
    if (static_cast<uint8_t>(text[at]) < 0x80) {
      ++count, ++at;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    at += point.length;
    if (at <= end) count += units(point, encoding);
  }
  return count;
}

// Where a line begins, counted from 0; the text's end when it has no such line.
uint32_t line_start(std::string_view text, uint32_t line) {
  size_t at = byte_order_mark_size(text);
  const bool has_cr = line != 0 && std::memchr(text.data(), '\r', text.size()) != nullptr;
  for (; line > 0; --line) {
    const size_t end = has_cr ? text.find_first_of("\r\n", at) : text.find('\n', at);
    if (end == text.npos) return static_cast<uint32_t>(text.size());
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return static_cast<uint32_t>(at);
}

}  // namespace

std::string_view name(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return "utf-8";
    case PositionEncoding::utf16:
      return "utf-16";
    case PositionEncoding::utf32:
      return "utf-32";
  }
  return "utf-16";
}

std::optional<EditorPosition> read_position(const Json& position) {
  const std::optional<uint32_t> line = position["line"].unsigned_integer();
  const std::optional<uint32_t> character = position["character"].unsigned_integer();
  if (!line || !character) return std::nullopt;
  return EditorPosition{*line, *character};
}

uint32_t offset_of(std::string_view text, EditorPosition position, PositionEncoding encoding) {
  uint32_t at = line_start(text, position.line);
  uint32_t left = position.character;
  while (at < text.size() && left > 0 && text[at] != '\n' && text[at] != '\r') {
    const CodePoint point = decode_utf8(text, at);
    const uint32_t width = units(point, encoding);
    if (width > left) break;
    left -= width;
    at += point.length;
  }
  return at;
}

EditorPosition EditorPlaces::position(uint32_t offset) {
  const std::string_view text = source_.text();
  offset = std::min(offset, static_cast<uint32_t>(text.size()));
  const uint32_t line = source_.line_of(offset);
  uint32_t from = source_.line(line).begin;
  if (line == 1) from = std::max(from, byte_order_mark_size(text));
  uint32_t character = 0;
  if (position_.line == line - 1 && from <= offset_ && offset_ <= offset) {
    from = offset_;
    character = position_.character;
  }
  if (offset > from) character += units_between(text, from, offset, encoding_);
  offset_ = std::max(offset, from);
  position_ = {line - 1, character};
  return position_;
}

}  // namespace rubric
