// How it works: the site knows which URLs are claimed twice and whom to blame. The place is that of the field
// in front matter that says so; where the file's own path does, there is none.

#include <algorithm>

#include "lint/context.h"

namespace rubric {

namespace {

std::string claim_of(const UrlCollision& collision) {
  const std::string url = "`" + std::string(collision.url) + "`";
  if (collision.other == nullptr)
    return url + " is also the URL of a list that Hugo makes, which takes the page's place";
  const std::string other = "`" + collision.other->path + "`";
  if (!collision.alias)
    return url + " is also the URL of " + other + ", and Hugo publishes only one of the two pages";
  if (!collision.other_alias)
    return "The alias " + url + " is the URL of " + other + ", so it redirects nobody";
  return other + " has the alias " + url + " too, and only one of the two redirects";
}

Range place_of(const UrlCollision& collision) {
  const Page& page = *collision.page;
  const Range start{{1, 1}, {1, 1}, {0, 0}};
  if (page.addresses == nullptr) return start;
  const AddressPlaces& places = *page.addresses;
  if (!collision.alias) {
    if (!places.url.span.empty()) return places.url;
    return places.slug.span.empty() ? start : places.slug;
  }
  // Aliases are the last of a page's URLs.
  for (size_t from_end = 1; from_end <= std::min(places.aliases.size(), page.urls.size()); ++from_end) {
    if (page.urls[page.urls.size() - from_end].data() == collision.url.data())
      return places.aliases[places.aliases.size() - from_end];
  }
  return start;
}

}  // namespace

void url_collision(SiteContext& context) {
  for (const UrlCollision& collision : context.site().collisions(context.page()))
    context.report(place_of(collision), {{"claim", claim_of(collision)}});
}

}  // namespace rubric
