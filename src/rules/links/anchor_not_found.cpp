// How it works: the site judges every link of the page; where the page is there but its fragment is not, the
// fragment alone is replaced by the nearest id of that page.

#include "lint/context.h"

namespace rubric {

namespace {

// The fragment's place in the source; empty when escapes make it differ from what it means.
Span fragment_span(const Link& link) {
  const Span span = link.range.span;
  const size_t hash = link.target.find('#');
  if (hash == link.target.npos || span.size() != link.target.size()) return {};
  return {span.begin + static_cast<uint32_t>(hash), span.end};
}

}  // namespace

void anchor_not_found(SiteContext& context) {
  const Page& page = context.page();
  for (size_t index = 0; index < page.links.size(); ++index) {
    const Link& link = page.links[index];
    const Resolution& resolution = context.resolutions()[index];
    if (resolution.outcome != Outcome::anchor_missing) continue;
    Extras extras;
    if (!resolution.suggestion.empty()) extras.help = "Did you mean `" + resolution.suggestion + "`?";
    if (resolution.from != nullptr)
      for (const IncludeStep& step : context.site().includes().chain(*resolution.from, context.page()))
        extras.related.push_back({step.page->path, step.include->range.begin, "Included here."});
    const Span place = fragment_span(link);
    if (!resolution.suggestion.empty() && !place.empty()) {
      const Applicability applicability =
          resolution.certain ? Applicability::safe : Applicability::unsafe_fix;
      extras.fixes.push_back(context.fix("Replace it by `" + resolution.suggestion + "`", applicability,
                                         {{place, resolution.suggestion}}));
    }
    const bool own = resolution.page == &page || resolution.page == nullptr;
    context.report(
        link.range,
        {{"page", own ? "This page" : "`" + resolution.page->path + "`"}, {"anchor", resolution.wanted}},
        std::move(extras));
  }
}

}  // namespace rubric
