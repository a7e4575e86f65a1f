#pragma once

#include <string>

#include "conformance/random.h"

namespace rubric {

/// A page of Markdown that makes ids in as many ways as goldmark knows, well and badly written.
std::string generate_anchor_page(Random& random);

}  // namespace rubric
