// How it works: one decoder after table 3-7 of the Unicode Standard (well-formed UTF-8 byte sequences);
// everything else is a loop around it, with a fast path for runs of ASCII.

#include "text/utf8.h"

#include <cstring>

namespace rubric {

namespace {

constexpr CodePoint ill_formed{0xFFFD, 1, false};

bool is_continuation(uint8_t byte) {
  return (byte & 0xC0) == 0x80;
}

constexpr uint64_t high_bits = 0x8080808080808080ULL;

uint64_t eight_bytes(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

}  // namespace

size_t ascii_run(std::string_view text) {
  const char* const bytes = text.data();
  size_t at = 0;
  for (; at + 32 <= text.size(); at += 32) {
    const uint64_t any = eight_bytes(bytes + at) | eight_bytes(bytes + at + 8) |
                         eight_bytes(bytes + at + 16) | eight_bytes(bytes + at + 24);
    if ((any & high_bits) != 0) break;
  }
  while (at + 8 <= text.size() && (eight_bytes(bytes + at) & high_bits) == 0) at += 8;
  while (at < text.size() && static_cast<uint8_t>(bytes[at]) < 0x80) ++at;
  return at;
}

CodePoint decode_beyond_ascii(std::string_view text, size_t offset) {
  const auto byte = [&](size_t index) -> uint8_t {
    return offset + index < text.size() ? static_cast<uint8_t>(text[offset + index]) : 0;
  };
  const uint8_t lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return ill_formed;
  const uint8_t second = byte(1);
  if (lead < 0xE0) {
    if (!is_continuation(second)) return ill_formed;
    return {static_cast<char32_t>((lead & 0x1F) << 6 | (second & 0x3F)), 2, true};
  }
  const uint8_t lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const uint8_t highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (second < lowest || second > highest || !is_continuation(byte(2))) return ill_formed;
  if (lead < 0xF0) {
    return {static_cast<char32_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (byte(2) & 0x3F)), 3, true};
  }
  if (!is_continuation(byte(3))) return ill_formed;
  return {static_cast<char32_t>((lead & 0x07) << 18 | (second & 0x3F) << 12 | (byte(2) & 0x3F) << 6 |
                                (byte(3) & 0x3F)),
          4, true};
}

void append_utf8(std::string& out, char32_t value) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

uint32_t count_code_points(std::string_view text) {
  uint32_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t run = ascii_run(text.substr(at));
    count += static_cast<uint32_t>(run);
    at += run;
    if (at == text.size()) break;
    at += decode_utf8(text, at).length;
    ++count;
  }
  return count;
}

std::optional<Span> find_ill_formed(std::string_view text, uint32_t from) {
  for (size_t at = from; at < text.size();) {
    at += ascii_run(text.substr(at));
    if (at == text.size()) break;
    CodePoint decoded = decode_utf8(text, at);
    if (decoded.well_formed) {
      at += decoded.length;
      continue;
    }
    const auto begin = static_cast<uint32_t>(at);
    while (at < text.size() && !(decoded = decode_utf8(text, at)).well_formed) ++at;
    return Span{begin, static_cast<uint32_t>(at)};
  }
  return std::nullopt;
}

}  // namespace rubric
