#include <set>

#include "lint/check_kinds.h"

namespace rubric {

void check_conditional(PageContext& context, PatternMatches found) {
  std::set<std::string> done;  // explained, or reported
  for (const PatternMatch& match : found.matches) {
    if (match.pattern == 0) continue;
    if (!found.captured) return;
    done.insert(with_single_spaces(found.seen(match)));
  }
  for (const PatternMatch& match : found.matches) {
    if (match.pattern != 0 || match.excepted) continue;
    const std::string words = with_single_spaces(found.seen(match));
    if (done.insert(words).second) context.report(match.span, {{"match", words}});
  }
}

}  // namespace rubric
