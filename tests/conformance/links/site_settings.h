#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/random.h"

namespace rubric {

/// The configuration of a generated site.
struct SiteSettings {
  std::string base_url;            ///< with a slash at the end
  std::vector<std::string> lines;  ///< of hugo.yaml, each a setting
};

/// A configuration of a variant (one of `site_variants`), chosen by chance.
SiteSettings make_settings(std::string_view variant, Random& random);

}  // namespace rubric
