// How it works: the piece that holds an offset is found by stepping from the one found last. The walk over a
// leaf's inlines asks nearly in order, so a step is rarely needed and never more than a few.

#include "markdown/line_map.h"

namespace rubric {

uint32_t LineMap::source(uint32_t offset) const {
  const uint32_t place = offset + begin_;
  while (nearest_ + 1 < pieces_.size() && pieces_[nearest_ + 1].content <= place) ++nearest_;
  while (nearest_ > 0 && pieces_[nearest_].content > place) --nearest_;
  const Piece& piece = pieces_[nearest_];
  const uint32_t within = place - piece.content;
  return within < piece.padding ? piece.source - 1 : piece.source + (within - piece.padding);
}

Span LineMap::span(uint32_t begin, uint32_t end) const {
  if (begin == end) return {source(begin), source(begin)};
  const uint32_t last = source(end - 1);
  const bool is_crlf = text_.substr(last, 2) == "\r\n";
  return {source(begin), last + (is_crlf ? 2 : 1)};
}

}  // namespace rubric
