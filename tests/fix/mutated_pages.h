#pragma once

#include <random>
#include <string>

#include "folder_files.h"

namespace rubric {

/// A small site of random pages: slips that have safe fixes, and text around them that is easily hurt.
Files site_of(std::mt19937_64& random, int pages);

/// A page damaged as authors and editors do.
std::string mutated(std::string text, std::mt19937_64& random);

}  // namespace rubric
