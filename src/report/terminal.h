#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/report.h"

namespace rubric {

/// One code point, or one ill-formed byte, as a terminal shows it.
struct Cell {
  std::string text;     ///< itself, or a visible escape: \t, \x1b, \u{202e}
  uint32_t columns;     ///< of the terminal: 0 for a combining mark, 2 for a wide character
  uint8_t byte_length;  ///< in the page
};

/// The cell that starts at `offset`, which must be inside `text`.
Cell cell_at(std::string_view text, size_t offset);

/// The text as cells, so that nothing in it can steer the terminal or hide from the reader.
std::string printable(std::string_view text);

/// What a piece of a report is, for its colour.
enum class Paint : uint8_t { place, error, warning, info, frame, hint };

/// The text in its colour, or as it is when there are no colours.
std::string painted(std::string_view text, Paint paint, const ReportOptions& options);

/// The text as a link (OSC 8), or as it is when there are no hyperlinks or the address is empty.
std::string linked(std::string_view text, std::string_view url, const ReportOptions& options);

}  // namespace rubric
