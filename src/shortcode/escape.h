#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "shortcode/shortcodes.h"
#include "text/edit.h"

namespace rubric {

/// The edits that make Hugo print a call, with the calls in its inner text, instead of running it:
/// `{{</* x */>}}`. `text` is the page that `shortcodes` was parsed from. Sorted by place. Nothing when a tag
/// is mistyped or faulty, when calls cross, so that another call would lose its partner, and in an inner text
/// that its template renders, since Hugo then reads what the escaped form prints as a shortcode again.
std::vector<Edit> escape_call(std::string_view text, const Shortcodes& shortcodes, size_t call,
                              const Dialect& dialect);

}  // namespace rubric
