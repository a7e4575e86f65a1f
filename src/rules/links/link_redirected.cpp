// How it works: the site knows which links an alias answers; the page's own URL takes the alias's place.

#include "rules/links/detours.h"

namespace rubric {

void link_redirected(SiteContext& context) {
  report_detours(context, true);
}

}  // namespace rubric
