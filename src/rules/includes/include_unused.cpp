// How it works: the site knows what no page includes, and says nothing where a template may read any file.

#include "lint/context.h"

namespace rubric {

void include_unused(SiteContext& context) {
  if (context.site().is_unused(context.page())) context.report({{1, 1}, {1, 1}, {0, 0}});
}

}  // namespace rubric
