#pragma once

#include "shortcode/dialect.h"
#include "shortcode/shortcodes.h"

namespace rubric {

/// Whether Hugo runs the call with a template of its own: the site has none of that name, which might do
/// anything.
bool is_embedded(const Shortcode& call, const Dialect& dialect);

/// Whether Hugo reads the value as a number or a truth value: one without quotes that looks like it.
bool is_typed(const Parameter& parameter);

}  // namespace rubric
