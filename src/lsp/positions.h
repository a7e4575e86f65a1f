#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lsp/json.h"
#include "text/source.h"

namespace rubric {

/// What an editor counts a line's characters in (LSP 3.17, PositionEncodingKind).
enum class PositionEncoding : uint8_t { utf8, utf16, utf32 };
std::string_view name(PositionEncoding encoding);

/// A place as editors count it: line and character from 0. Lines end as everywhere here: LF, CR LF or CR.
/// A byte-order mark, which editors do not show, is not counted.
struct EditorPosition {
  uint32_t line = 0;
  uint32_t character = 0;

  friend auto operator<=>(const EditorPosition&, const EditorPosition&) = default;
};

/// The end is exclusive.
struct EditorRange {
  EditorPosition begin, end;

  friend auto operator<=>(const EditorRange&, const EditorRange&) = default;
};

/// A `Position` that a client sent; nothing when it is none.
std::optional<EditorPosition> read_position(const Json& position);

/// The byte at a place. A character beyond the line's end means its end, a line beyond the text's end the
/// text's end, and a place inside a code point its start.
uint32_t offset_of(std::string_view text, EditorPosition position, PositionEncoding encoding);

/// Places of one text, made one after the other: quick where they come in order, however long the lines.
class EditorPlaces {
 public:
  /// `source` must outlive it.
  EditorPlaces(const Source& source, PositionEncoding encoding) : source_(source), encoding_(encoding) {}

  /// An offset beyond the text counts as its end.
  EditorPosition position(uint32_t offset);
  EditorRange range(Span span) {
    const EditorPosition begin = position(span.begin);
    return {begin, position(span.end)};
  }
  /// The place that people call by line and column.
  EditorPosition position(Position position) { return this->position(source_.offset(position)); }

  const Source& source() const { return source_; }
  PositionEncoding encoding() const { return encoding_; }

 private:
  const Source& source_;
  PositionEncoding encoding_;
  uint32_t offset_ = 0;  // a place that is known
  EditorPosition position_;
};

}  // namespace rubric
