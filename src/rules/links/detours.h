#pragma once

#include "lint/context.h"

namespace rubric {

/// Reports the page's links that lead to a page by an alias of it, or those that do by another spelling of
/// its URL, with the straight way as a safe fix. The message knows {target} and {page}.
void report_detours(SiteContext& context, bool by_alias);

}  // namespace rubric
