// How it works: the site knows which links spell a URL in another way than Hugo; Hugo's takes their place.

#include "rules/links/detours.h"

namespace rubric {

void link_not_canonical(SiteContext& context) {
  report_detours(context, false);
}

}  // namespace rubric
