#pragma once

#include <string>
#include <vector>

namespace rubric {

/// The Markdown of every example of the GFM specification, in order, from Debian's package cmark-gfm:
/// installed, or where documentation is excluded downloaded. Empty when neither can be had.
std::vector<std::string> spec_examples();

}  // namespace rubric
