// How it works: a reference is all that its brackets hold, code, tags and links included, and cmark's tree
// does not tell what that was. But cmark counts columns from the last line end that it took for a break, so a
// bracket is possible when counting back from it ends at a line's beginning: on one line there is only one.

#include "markdown/footnote_syntax.h"

namespace rubric {

std::optional<uint32_t> footnote_reference_end(std::string_view content, uint32_t from, int64_t column) {
  for (size_t bracket = content.find(']', from); bracket != std::string_view::npos;
       bracket = content.find(']', bracket + 1)) {
    const int64_t line_begin = static_cast<int64_t>(bracket) + 1 - column;
    if (line_begin < 0) continue;
    if (line_begin == 0 || content[static_cast<size_t>(line_begin) - 1] == '\n')
      return static_cast<uint32_t>(bracket) + 1;
  }
  return std::nullopt;
}

Span footnote_label(std::string_view content, Span reference) {
  const uint32_t caret = reference.begin + 1;
  const uint32_t end = reference.end - 1;
  // cmark takes a caret that is escaped, or written as a character reference, for one.
  if (content[caret] == '\\') return {caret + 2, end};
  if (content[caret] == '&') return {static_cast<uint32_t>(content.find(';', caret)) + 1, end};
  return {caret + 1, end};
}

bool choose_next_ending(std::vector<FootnoteEnding>& endings, std::string_view content) {
  for (; !endings.empty(); endings.pop_back()) {
    FootnoteEnding& last = endings.back();
    const auto next = footnote_reference_end(content, last.place, last.column);
    if (!next) continue;
    last.place = *next;
    return true;
  }
  return false;
}

}  // namespace rubric
