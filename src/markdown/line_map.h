#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// A stretch of a block's content that stands in one piece in the source: one line without its container
/// prefix, or what lies between two dropped backslashes of a table cell. A tab that a container prefix takes
/// only half of leaves `padding` spaces in the content, all of which come from the byte before `source`.
struct Piece {
  uint32_t content = 0;  ///< where the stretch begins in the content
  uint32_t source = 0;   ///< where its bytes, padding excluded, begin in the source
  uint32_t padding = 0;
};

/// Maps offsets in a leaf block's content to offsets in the source. A view: the pieces and the text must
/// outlive it.
class LineMap {
 public:
  /// `pieces` is ordered and not empty. `begin` is where the leaf's content begins in the content that the
  /// pieces describe: after the definitions that cmark cut off its front.
  LineMap(std::string_view text, std::span<const Piece> pieces, uint32_t begin = 0)
      : text_(text), pieces_(pieces), begin_(begin) {}

  /// The source offset of the content's byte at `offset`, or of its end.
  uint32_t source(uint32_t offset) const;

  /// The source span of the content's bytes [begin, end). It ends right after the last byte, before any
  /// container prefix that follows; the end of a CRLF is after its line feed.
  Span span(uint32_t begin, uint32_t end) const;

 private:
  std::string_view text_;
  std::span<const Piece> pieces_;
  uint32_t begin_;
  mutable size_t nearest_ = 0;  // the piece found last: questions come nearly in order
};

}  // namespace rubric
