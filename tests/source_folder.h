#pragma once

#include <string>

namespace rubric {

/// The folder that this repository was built from, absolute, without a slash at its end.
std::string source_folder();

}  // namespace rubric
