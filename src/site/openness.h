#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"

namespace rubric {

/// Whether a call's template may write ids that cannot be known, so that its page is open.
bool may_write_ids(const Shortcode& call, const Dialect& dialect);

/// The names of the shortcodes that make a page open, each once, in order of the text.
std::vector<std::string> shortcodes_that_open(const Document& document);

}  // namespace rubric
