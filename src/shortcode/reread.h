#pragma once

#include <string_view>

#include "shortcode/dialect.h"
#include "shortcode/shortcodes.h"

namespace rubric {

/// The first release whose RenderString and markdownify look for shortcodes in what they are given.
inline constexpr HugoVersion rereads_since{0, 100, 0};

/// Adds to `page`, which was parsed from `text`, what Hugo finds when it lexes an inner text for the second
/// time, as the template hands it to markdownify or RenderString: comments are tags then. Calls go to
/// Shortcodes::reread, errors to Shortcodes::errors, which are left unsorted. Nothing is added where an error
/// stops Hugo before, or where only the running template knows the text. Linear in the size of the text.
void reread_inner_texts(std::string_view text, const Dialect& dialect, Shortcodes& page);

}  // namespace rubric
