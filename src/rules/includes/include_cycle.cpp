// How it works: each cycle belongs to the page of least path on it, so it is reported once, at the include
// that enters it there.

#include <algorithm>

#include "lint/context.h"

namespace rubric {

namespace {

// The include of `page` that leads to `next`.
const Include* include_of(const Site& site, const Page& page, const Page* next) {
  const auto leads_there = [&](const Include& include) {
    return include.slip < 0 && site.page_at(site.resolve(page, include).path) == next;
  };
  const auto found = std::find_if(page.includes.begin(), page.includes.end(), leads_there);
  return found == page.includes.end() ? nullptr : &*found;
}

}  // namespace

void include_cycle(SiteContext& context) {
  const std::vector<const Page*> cycle = context.site().include_cycle(context.page());
  if (cycle.empty()) return;
  std::string chain;
  Extras extras;
  for (size_t index = 0; index + 1 < cycle.size(); ++index) {
    chain += "`" + cycle[index]->path + "` includes ";
    const Include* include = include_of(context.site(), *cycle[index], cycle[index + 1]);
    if (index > 0 && include != nullptr)
      extras.related.push_back(
          {cycle[index]->path, include->range.begin, "This includes `" + cycle[index + 1]->path + "`."});
  }
  chain += "`" + cycle.back()->path + "`";
  const Include* include = include_of(context.site(), context.page(), cycle[1]);
  if (include != nullptr) context.report(include->range, {{"chain", chain}}, std::move(extras));
}

}  // namespace rubric
