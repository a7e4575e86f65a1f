// How it works: matches are sorted by slice and place, so those of a slice stand together and an overlap is
// seen by looking at the one kept before.

#include "lint/pattern_matches.h"

namespace rubric {

std::string_view PatternMatches::seen(const PatternMatch& match) const {
  const ScopeSlice& slice = slices[match.slice];
  return slice.text.substr(match.span.begin - slice.span.begin, match.span.size());
}

void drop_overlaps(std::vector<PatternMatch>& matches) {
  uint32_t kept_end = 0;
  size_t kept = 0;
  for (const PatternMatch& match : matches) {
    if (kept != 0 && match.slice == matches[kept - 1].slice && match.span.begin < kept_end) continue;
    kept_end = match.span.end;
    matches[kept++] = match;
  }
  matches.resize(kept);
}

std::string with_single_spaces(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
    if (!blank) result.push_back(byte);
    if (blank && !result.empty() && result.back() != ' ') result.push_back(' ');
  }
  return result;
}

}  // namespace rubric
