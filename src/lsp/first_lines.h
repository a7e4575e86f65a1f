#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// The first lines of a page's text from a byte on, blank ones left out, in a Markdown fence: what an editor
/// shows in a corner. Empty when nothing is there.
std::string first_lines(std::string_view text, size_t begin);

}  // namespace rubric
