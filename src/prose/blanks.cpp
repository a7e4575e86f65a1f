#include "prose/blanks.h"

// How it works: from both ends of the gap the markup comes off that may stand there; blanks alone may be
// left.

namespace rubric {

Span blanks_between(std::string_view text, const Word& before, const Word& after) {
  Span gap{before.span.end, after.span.begin};
  constexpr std::string_view marks = "*_~";
  while (gap.begin < gap.end && marks.find(text[gap.begin]) != std::string_view::npos) ++gap.begin;
  if (slice(text, gap).starts_with("](")) {
    const size_t closer = slice(text, gap).find_first_of(") \n");
    if (closer == std::string_view::npos || text[gap.begin + closer] != ')') return {gap.begin, gap.begin};
    gap.begin += static_cast<uint32_t>(closer) + 1;
  }
  while (gap.begin < gap.end && marks.find(text[gap.begin]) != std::string_view::npos) ++gap.begin;
  while (gap.end > gap.begin &&
         (marks.find(text[gap.end - 1]) != std::string_view::npos || text[gap.end - 1] == '['))
    --gap.end;
  const std::string_view blanks = slice(text, gap);
  return blanks.find_first_not_of(' ') == std::string_view::npos ? gap : Span{gap.begin, gap.begin};
}

WideBlanks count_wide_blanks(std::string_view text, SentenceView words) {
  WideBlanks found;
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i].span.begin - words[i - 1].span.end < 2) continue;
    const Span blanks = blanks_between(text, words[i - 1], words[i]);
    found.all += blanks.size() > 1;
    found.wider += blanks.size() > 2;
  }
  return found;
}

}  // namespace rubric
