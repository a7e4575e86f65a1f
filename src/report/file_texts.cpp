// How it works: nearly all that a finding tells of is in its own file; where it is not, neighbours mostly
// name the same one.

#include "report/file_texts.h"

#include <algorithm>

#include "text/utf8.h"

namespace rubric {

const Source& FileTexts::of(const std::string& path) {
  Text& text = path == file_.path() ? own_ : other_;
  if (!text.source || text.path != path) {
    text.path = path;
    text.source.emplace(file_.text_of(path));
  }
  return *text.source;
}

Range FileTexts::range(const std::string& path, Span span) {
  const Source& source = of(path);
  const auto size = static_cast<uint32_t>(source.text().size());
  return source.range({std::min(span.begin, size), std::min(std::max(span.begin, span.end), size)});
}

std::string_view FileTexts::before(const std::string& path, Position position) {
  const Source& source = of(path);
  if (position.line > source.line_count()) return {};
  Span line = source.line(position.line);
  line.end = std::clamp(source.offset(position), line.begin, line.end);
  const std::string_view text = source.slice(line);
  return text.substr(position.line == 1 ? byte_order_mark_size(text) : 0);
}

}  // namespace rubric
