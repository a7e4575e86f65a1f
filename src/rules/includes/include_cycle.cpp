// How it works: each cycle belongs to the page of least path on it, so it is reported once, at the include
// that enters it there.

#include "lint/context.h"

namespace rubric {

void include_cycle(SiteContext& context) {
  const std::vector<IncludeStep> cycle = context.site().includes().cycle(context.page());
  if (cycle.empty()) return;
  std::string chain;
  Extras extras;
  for (size_t index = 0; index + 1 < cycle.size(); ++index) {
    const IncludeStep& step = cycle[index];
    const std::string& next = cycle[index + 1].page->path;
    chain += "`" + step.page->path + "` includes ";
    if (index > 0)
      extras.related.push_back({step.page->path, step.include->range.begin, "This includes `" + next + "`."});
  }
  chain += "`" + cycle.back().page->path + "`";
  context.report(cycle.front().include->range, {{"chain", chain}}, std::move(extras));
}

}  // namespace rubric
