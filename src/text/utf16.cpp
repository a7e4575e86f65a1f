// How it works: what UTF-8 writes in four bytes, and nothing else, is a surrogate pair.

#include "text/utf16.h"

#include "text/utf8.h"

namespace rubric {

uint32_t count_utf16_units(std::string_view text) {
  uint32_t units = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    units += point.length == 4 ? 2 : 1;
    at += point.length;
  }
  return units;
}

}  // namespace rubric
