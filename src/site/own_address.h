#pragma once

#include <optional>
#include <string_view>

#include "site/configuration.h"

namespace rubric {

/// What an absolute address says below the site's own baseURL: for "https://host/docs/a/#x" on a site at
/// "https://host/docs/" it is "/a/#x". Nothing for any other target. The scheme may be http or https, or
/// missing before "//"; host and path of baseURL must be matched to the end, letter case of the host, the
/// scheme's own port and percent-escapes of the path aside.
std::optional<std::string_view> own_address(std::string_view target, const SiteConfiguration& site);

}  // namespace rubric
