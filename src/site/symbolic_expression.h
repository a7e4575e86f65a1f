#pragma once

#include <span>

#include "shortcode/dialect.h"
#include "site/symbolic_state.h"
#include "site/symbolic_value.h"
#include "site/template_source.h"

namespace rubric::symbolic {

/// A run of a shortcode template: what its expressions see, and what was learnt.
struct Run {
  State state;
  Value dot = just(Value::Is::shortcode);
  IncludeTemplate result;  ///< the lookups made so far, and their keys
  bool exact = true;       ///< false: the template does what is not modelled, and nothing is claimed
};

/// The value of a pipeline (text/template: commands between `|`). Lookups that it makes go to the run's
/// result.
Value evaluate(std::span<const TemplateToken> pipeline, Run& run);

}  // namespace rubric::symbolic
