#include "rules/links/detours.h"

namespace rubric {

void report_detours(SiteContext& context, bool by_alias) {
  const std::vector<Link>& links = context.page().links;
  for (size_t index = 0; index < links.size(); ++index) {
    const Link& link = links[index];
    const std::optional<Detour>& detour = context.detours()[index];
    if (!detour || detour->by_alias != by_alias) continue;
    Extras extras;
    extras.fixes.push_back(context.fix("Write `" + detour->straight + "`", Applicability::safe,
                                       {{link.range.span, detour->straight}}));
    context.report(link.range, {{"target", std::string(link.target)}, {"page", detour->page->path}},
                   std::move(extras));
  }
}

}  // namespace rubric
