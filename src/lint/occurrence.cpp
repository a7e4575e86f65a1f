#include "lint/check_kinds.h"

namespace rubric {

void check_occurrence(PageContext& context, PatternMatches found) {
  drop_overlaps(found.matches);
  const PatternKeys& keys = found.keys;
  size_t next = 0;  // of the matches
  for (size_t slice = 0; slice < found.slices.size(); ++slice) {
    const size_t first = next;
    while (next < found.matches.size() && found.matches[next].slice == slice) ++next;
    const size_t count = next - first;
    if ((keys.max == 0 || count <= keys.max) && count >= keys.min) continue;
    if (found.slices[slice].span.empty()) continue;
    std::string match;
    Span span = found.slices[slice].span;
    if (count != 0) {
      span = {found.matches[first].span.begin, found.matches[next - 1].span.end};
      match = with_single_spaces(found.seen(found.matches[first]));
    }
    context.report(span, {{"match", match}, {"count", std::to_string(count)}});
  }
}

}  // namespace rubric
