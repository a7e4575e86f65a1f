#pragma once

#include <cstdint>
#include <string_view>

namespace rubric {

/// A half-open range of bytes [begin, end) in one file's text, counted from 0. It is the only kind of place
/// that parsers and rules handle; lines and columns are made from it at the edge (see Source::range).
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(uint32_t offset) const { return begin <= offset && offset < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend auto operator<=>(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers; `span` must lie inside `text`.
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

/// A place as people count it: line and column from 1, the column in code points. A CRLF is one line end, a
/// lone CR is one too (CommonMark 2.1); an ill-formed byte counts as one code point.
struct Position {
  uint32_t line = 1;
  uint32_t column = 1;

  friend auto operator<=>(const Position&, const Position&) = default;
};

/// A span together with its positions, for what outlives the text it was found in. `end` is exclusive.
struct Range {
  Position begin;
  Position end;
  Span span;

  friend auto operator<=>(const Range&, const Range&) = default;
};

}  // namespace rubric
