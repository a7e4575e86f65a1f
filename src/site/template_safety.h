#pragma once

#include <vector>

#include "site/template_source.h"

namespace rubric {

/// Whether a shortcode's template surely runs without an error, whatever the call passes: it uses nothing but
/// what prints, tests and trims parameters and inner text, and looks a file up. `errorf`, arithmetic, data,
/// the network, partials and the fields of a page or a parent can all fail.
bool cannot_fail(const std::vector<TemplatePart>& parts);

}  // namespace rubric
