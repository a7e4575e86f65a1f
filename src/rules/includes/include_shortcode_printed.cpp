// How it works: the site knows which includes print a text as it is, after Hugo has read the page's
// shortcodes; the facts of an included text hold its tags.

#include "lint/context.h"

namespace rubric {

void include_shortcode_printed(SiteContext& context) {
  const Page& page = context.page();
  if (page.tags.empty()) return;
  const IncludeStep step = context.site().includes().printed_by(page);
  if (step.page == nullptr) return;
  for (const TagFact& tag : page.tags) {
    Extras extras;
    extras.related.push_back({step.page->path, step.include->range.begin, "Included here."});
    context.report(tag.range, {{"name", tag.name}, {"include", step.include->name}}, std::move(extras));
  }
}

}  // namespace rubric
