#pragma once

#include "markdown/value.h"
#include "site/configuration.h"

namespace rubric {

/// Reads what concerns URLs and publication from a site's configuration, and for each language that changes
/// it (`languages.de.permalinks`) a variant of its own.
void read_url_settings(const Value& configuration, SiteConfiguration& site);

}  // namespace rubric
