#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shortcode/shortcodes.h"

namespace rubric {

/// What the shortcodes read from `text` break of the law that every such reading keeps, each as a sentence;
/// empty when it holds. The law: tokens, calls, slips and errors lie in the text from `begin` on, in order;
/// tokens do not overlap, and a delimiter token's bytes are that delimiter unless a slip says otherwise;
/// parameters lie in their tag and values in their parameter; inner text lies between its tags and a parent
/// around its children; a slip's repairs lie in its tag, and the repaired text has a tag of its name there,
/// unless the page is broken before it.
std::vector<std::string> shortcode_law_violations(std::string_view text, uint32_t begin,
                                                  const Dialect& dialect);

}  // namespace rubric
