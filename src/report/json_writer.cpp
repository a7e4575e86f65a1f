// How it works: whether a comma is due shows in the last byte written, since strings end with a quote and a
// line end stands only where none is due. Strings are copied in runs between the few characters that need
// an escape; a tree-building parser checks the result in the tests.

#include "report/json_writer.h"

#include <charconv>

#include "text/utf8.h"

namespace rubric {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

// DEL and C1 need no escape by JSON, but steer terminals as C0 does.
bool is_control(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0);
}

}  // namespace

void JsonWriter::separate() {
  if (std::string_view("{[:\n").find(last()) == std::string_view::npos) buffer_ += ',';
}

void JsonWriter::flush() {
  if (buffer_.empty()) return;
  out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  flushed_ = buffer_.back();
  buffer_.clear();
}

void JsonWriter::value(uint32_t number) {
  separate();
  char digits[10];
  buffer_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void JsonWriter::value(int64_t number) {
  separate();
  char digits[20];
  buffer_.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void JsonWriter::escape(char32_t value) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (value) {
    case '"':
    case '\\':
      buffer_ += {'\\', static_cast<char>(value)};
      return;
    case '\n':
      buffer_ += "\\n";
      return;
    case '\r':
      buffer_ += "\\r";
      return;
    case '\t':
      buffer_ += "\\t";
      return;
    default:
      buffer_ += {'\\', 'u', '0', '0', hex[value >> 4], hex[value & 15]};
  }
}

void JsonWriter::value(std::string_view text) {
  separate();
  buffer_ += '"';
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    const CodePoint point = byte < 0x80 ? CodePoint{byte, 1, true} : decode_utf8(text, at);
    if (!point.well_formed || is_control(point.value) || point.value == '"' || point.value == '\\') {
      buffer_ += text.substr(copied, at - copied);
      if (point.well_formed) {
        escape(point.value);
      } else {
        buffer_ += replacement_character;
      }
      copied = at + point.length;
    }
    at += point.length;
  }
  buffer_ += text.substr(copied);
  buffer_ += '"';
}

}  // namespace rubric
