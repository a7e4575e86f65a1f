// How it works: the site tells which fragments may be made by templates; this only reports them.

#include "lint/context.h"

namespace rubric {

void anchor_unverified(SiteContext& context) {
  const Page& page = context.page();
  for (size_t index = 0; index < page.links.size(); ++index) {
    const Resolution& resolution = context.resolutions()[index];
    if (resolution.outcome != Outcome::anchor_unverified) continue;
    const bool own = resolution.page == &page || resolution.page == nullptr;
    context.report(page.links[index].range, {{"page", own ? "this page" : "`" + resolution.page->path + "`"},
                                             {"anchor", resolution.wanted}});
  }
}

}  // namespace rubric
