#include "lint/check_kinds.h"

namespace rubric {

void check_existence(PageContext& context, PatternMatches found) {
  drop_overlaps(found.matches);
  for (const PatternMatch& match : found.matches) {
    if (match.excepted) continue;
    context.report(match.span, {{"match", with_single_spaces(found.seen(match))}});
  }
}

}  // namespace rubric
