#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// One file's bytes with an index of its lines. Pinned in memory: everything parsed from a file points into
/// text(), so a Source is neither copied nor moved. Immutable after construction, hence safe to read from
/// many threads.
///
/// A leading byte-order mark is part of the text: offsets count it, columns do not.
class Source {
 public:
  /// Takes the bytes as they are, valid UTF-8 or not. Text beyond 4 GiB is not supported (spans are 32 bits
  /// wide); callers refuse such files before reading them.
  explicit Source(std::string text);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  std::string_view text() const { return text_; }
  std::string_view slice(Span span) const { return rubric::slice(text_, span); }

  /// Number of lines; at least 1. A text that ends in a line end has an empty last line.
  uint32_t line_count() const { return static_cast<uint32_t>(line_starts_.size()); }

  /// The bytes of a line (1-based, must exist) without its line end.
  Span line(uint32_t number) const;

  /// The line (1-based) that holds the byte at `offset`; an offset at the end of the text is on the last
  /// line.
  uint32_t line_of(uint32_t offset) const;

  /// Line and column of a byte offset; an offset inside a code point counts as that code point's start.
  Position position(uint32_t offset) const;

  /// The span with its positions.
  Range range(Span span) const;

  /// The byte offset of a position, the inverse of position(); a column past the line's end gives the line's
  /// end.
  uint32_t offset(Position position) const;

 private:
  // How many code points stand before an offset at which one begins.
  struct Mark {
    uint32_t offset;
    uint32_t code_points;
  };
  static constexpr uint32_t mark_distance = 4096;  // bytes between marks

  uint32_t code_points(uint32_t begin, uint32_t end) const;

  std::string text_;
  std::vector<uint32_t> line_starts_;
  std::vector<Mark> marks_;  // only when a line is very long
};

}  // namespace rubric
