// How it works: the matches of each pair are counted; the rarer way to write it gives way.

#include <array>

#include "lint/check_kinds.h"

namespace rubric {

namespace {

// One of a pair's two ways to write something, on one page.
struct Way {
  size_t count = 0;
  const PatternMatch* first = nullptr;
};

// The index of the one that gives way, 0 or 1.
uint32_t rarer(const std::array<Way, 2>& ways) {
  if (ways[0].count != ways[1].count) return ways[0].count < ways[1].count ? 0 : 1;
  return ways[0].first->span.begin > ways[1].first->span.begin ? 0 : 1;
}

}  // namespace

void check_consistency(PageContext& context, PatternMatches found) {
  drop_overlaps(found.matches);
  std::vector<std::array<Way, 2>> pairs(found.keys.either.size());
  for (const PatternMatch& match : found.matches) {
    Way& way = pairs[match.pattern / 2][match.pattern % 2];
    if (way.count++ == 0 || match.span.begin < way.first->span.begin) way.first = &match;
  }
  for (const PatternMatch& match : found.matches) {
    const std::array<Way, 2>& ways = pairs[match.pattern / 2];
    if (ways[0].count == 0 || ways[1].count == 0 || rarer(ways) != match.pattern % 2) continue;
    const PatternMatch& other = *ways[1 - match.pattern % 2].first;
    const std::string other_words = with_single_spaces(found.seen(other));
    const Document& document = context.document();
    Extras extras;
    extras.related.push_back(
        {document.path, document.source.position(other.span.begin), "`" + other_words + "` stands here."});
    context.report(match.span, {{"match", with_single_spaces(found.seen(match))}, {"other", other_words}},
                   std::move(extras));
  }
}

}  // namespace rubric
