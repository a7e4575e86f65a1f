#pragma once

#include <string>

#include "cli/description.h"

namespace rubric {

/// The manual page rubric(1) in roff's man macros, of what --help says.
std::string man_page(const CommandDescription& program);

}  // namespace rubric
