#pragma once

#include <vector>

#include "markdown/value.h"
#include "site/modules.h"

namespace rubric {

/// Adds to a project's configuration what its modules may add. That is what the project asks for with
/// `_merge:` (none, shallow: new keys, deep: new keys at every level), at the root or in a mapping, for all
/// below it. By default it is next to nothing: media types and output formats (shallow), params (deep), but
/// no markup, permalinks or URLs. Follows config/defaultConfigProvider.go; `_merge` keys are gone afterwards.
/// Of a module under `languages`, menus and params are not added to languages without any, for they mean
/// nothing here.
void merge_configurations(Value& project, const std::vector<Module>& modules);

}  // namespace rubric
