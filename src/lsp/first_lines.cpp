#include "lsp/first_lines.h"

#include <algorithm>

#include "report/rule_page.h"

namespace rubric {

namespace {

constexpr size_t most_lines = 12, most_bytes = 1000;
constexpr std::string_view blanks = " \t\r\n";

}  // namespace

std::string first_lines(std::string_view text, size_t begin) {
  begin = text.find_first_not_of(blanks, begin);
  if (begin == text.npos) return {};
  begin = text.substr(0, begin).rfind('\n') + 1;
  size_t end = begin;
  for (size_t line = 0; line < most_lines && end < text.size(); ++line) {
    const size_t next = std::min(text.find('\n', end), text.size() - 1) + 1;
    if (next - begin > most_bytes) break;
    end = next;
  }
  const std::string_view lines = text.substr(begin, end - begin);
  const size_t last = lines.find_last_not_of(blanks);
  return last == lines.npos ? std::string() : fenced(lines.substr(0, last + 1), "markdown");
}

}  // namespace rubric
