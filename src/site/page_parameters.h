#pragma once

#include <memory>

#include "markdown/document.h"
#include "site/configuration.h"
#include "site/page.h"

namespace rubric {

/// What a page of that kind says of parameters: the names that it prints by the embedded `param` shortcode
/// though neither its front matter nor the site's configuration has them, and those that its `cascade` sets.
/// Null where there are none of either. Names that Hugo itself may set (`title`, dates…) are not told.
std::unique_ptr<ParameterFacts> find_parameters(const Document& document, PageKind kind,
                                                const SiteConfiguration& configuration);

}  // namespace rubric
