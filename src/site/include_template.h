#pragma once

#include <span>

#include "shortcode/dialect.h"
#include "site/template_source.h"

namespace rubric {

/// Where a shortcode template looks for a file named by its parameter, and what it prints of it. Exact or
/// empty: the lookups are all that the template can make, and there are none where anything of the path is
/// computed in a way that is not followed, or another template may look too.
IncludeTemplate read_include_template(std::span<const TemplatePart> parts);

}  // namespace rubric
