// How it works: the site knows which URLs are claimed twice and whom to blame.

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

}  // namespace

void url_collision(SiteContext& context) {
  for (const UrlCollision& collision : context.site().collisions(context.page()))
    context.report({{1, 1}, {1, 1}, {0, 0}}, {{"claim", claim_of(collision)}});
}

}  // namespace rubric
