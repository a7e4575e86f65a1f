// How it works: the site has followed all links.

#include "lint/context.h"

namespace rubric {

void page_orphaned(BacklinksContext& context) {
  if (context.site().is_orphan(context.page())) context.report({{1, 1}, {1, 1}, {0, 0}});
}

}  // namespace rubric
