#pragma once

#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "shortcode/shortcodes.h"
#include "text/edit.h"

namespace rubric {

/// The edits after which Hugo reads a faulty tag as it was evidently meant, where that is certain: quotes of
/// the wrong kind or without their partner, values that need quotes, a comment's broken end, a `/` that needs
/// a blank or has nothing to close, a closing tag's name that is close to the open shortcode's. `error` is of
/// the page `text`. Sorted by place; empty when nothing is certain. Mistyped delimiters are slips, which
/// carry their own repairs.
std::vector<Edit> repair_tag(std::string_view text, const SyntaxError& error, const Dialect& dialect);

}  // namespace rubric
