// The one file that knows where it was built, so that a compiler cache serves the others in every checkout.

#include "source_folder.h"

namespace rubric {

std::string source_folder() {
  return RUBRIC_SOURCE_FOLDER;
}

}  // namespace rubric
