#pragma once

#include <cstddef>

namespace rubric {

/// How many published pages are open: templates may give them ids that no static reading sees.
struct OpenShare {
  size_t open = 0;
  size_t pages = 0;
};

}  // namespace rubric
