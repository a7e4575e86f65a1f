// How it works: nearly all that a finding tells of is in its own file; where it is not, neighbours mostly
// name the same one. Columns are counted from marks along the line that was asked for last.

#include "report/file_texts.h"

#include <algorithm>

#include "text/utf16.h"
#include "text/utf8.h"

namespace rubric {

namespace {

// So many code points further on the line, at most to its end.
FileTexts::Width advanced(std::string_view line, FileTexts::Width at, uint32_t columns) {
  for (; columns > 0 && at.bytes < line.size(); --columns) {
    const CodePoint point = decode_utf8(line, at.bytes);
    at.utf16 += count_utf16_units(line.substr(at.bytes, point.length));
    at.bytes += point.length;
  }
  return at;
}

}  // namespace

FileTexts::Text& FileTexts::text_of(const std::string& path) {
  Text& text = path == file_.path() ? own_ : other_;
  if (!text.source || text.path != path) {
    text.path = path;
    text.source.emplace(file_.text_of(path));
    text.line = 0;
  }
  return text;
}

const Source& FileTexts::of(const std::string& path) {
  return *text_of(path).source;
}

Range FileTexts::range(const std::string& path, Span span) {
  const Source& source = of(path);
  const auto size = static_cast<uint32_t>(source.text().size());
  return source.range({std::min(span.begin, size), std::min(std::max(span.begin, span.end), size)});
}

FileTexts::Width FileTexts::before(const std::string& path, Position position) {
  Text& text = text_of(path);
  const Source& source = *text.source;
  if (position.line > source.line_count()) return {};
  std::string_view line = source.slice(source.line(position.line));
  if (position.line == 1) line.remove_prefix(byte_order_mark_size(line));
  if (text.line != position.line) {
    text.line = position.line;
    text.marks = {Width{}};
  }
  const uint32_t columns = position.column - 1;
  while (text.marks.size() <= columns / mark_distance)
    text.marks.push_back(advanced(line, text.marks.back(), mark_distance));
  return advanced(line, text.marks[columns / mark_distance], columns % mark_distance);
}

}  // namespace rubric
