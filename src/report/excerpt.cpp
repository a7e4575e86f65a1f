// How it works: a line that fits is shown whole. A longer one is seen through a window that starts at the
// line's start if the span is near it, and otherwise some way before the span. Only the bytes around the
// span are ever decoded, so a page of one enormous line costs no more than any other.

#include "report/excerpt.h"

#include <algorithm>

#include "report/terminal.h"

namespace rubric {

namespace {

constexpr uint32_t most_columns = 100;
constexpr uint32_t columns_before_span = 40;
constexpr uint32_t columns_after_span = 10;    // what a span near the line's start must leave to stay unmoved
constexpr uint32_t most_bytes_per_column = 8;  // more is a pile of combining marks, which is cut
constexpr std::string_view ellipsis = "…";

Cell excerpt_cell(std::string_view line, size_t offset) {
  if (line[offset] == '\t') return {"    ", 4, 1};
  return cell_at(line, offset);
}

uint32_t columns(std::string_view text) {
  uint32_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const Cell cell = excerpt_cell(text, at);
    count += cell.columns;
    at += cell.byte_length;
  }
  return count;
}

bool fits(std::string_view text, uint32_t most) {
  return text.size() <= most * most_bytes_per_column && columns(text) <= most;
}

bool is_continuation_byte(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

size_t window_begin(std::string_view line, Span span) {
  if (fits(line, most_columns)) return 0;
  if (fits(line.substr(0, span.end), most_columns - columns_after_span)) return 0;
  constexpr uint32_t reach = columns_before_span * most_bytes_per_column;
  size_t begin = span.begin > reach ? span.begin - reach : 0;
  for (int steps = 0; steps < 3 && begin < span.begin && is_continuation_byte(line[begin]); ++steps) ++begin;
  uint32_t lead = columns(line.substr(begin, span.begin - begin));
  while (lead > columns_before_span) {
    const Cell cell = excerpt_cell(line, begin);
    lead -= cell.columns;
    begin += cell.byte_length;
  }
  return begin;
}

}  // namespace

Excerpt excerpt(std::string_view line, Span span) {
  const auto line_end = static_cast<uint32_t>(line.size());
  span = {std::min(span.begin, line_end), std::min(span.end, line_end)};
  Excerpt result;
  size_t at = window_begin(line, span);
  const size_t most_bytes = at + 2 * most_columns * most_bytes_per_column;
  if (at > 0) {
    result.line = ellipsis;
    result.marks = " ";
  }
  for (uint32_t used = 0; at < line.size();) {
    const Cell cell = excerpt_cell(line, at);
    used += cell.columns;
    if (used > most_columns || at > most_bytes) {
      result.line += ellipsis;
      break;
    }
    result.line += cell.text;
    if (at < span.begin) result.marks.append(cell.columns, ' ');
    if (span.contains(static_cast<uint32_t>(at))) result.marks.append(cell.columns, '^');
    at += cell.byte_length;
  }
  if (!result.marks.ends_with('^')) result.marks += '^';
  return result;
}

}  // namespace rubric
