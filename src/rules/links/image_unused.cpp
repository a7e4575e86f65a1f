// How it works: the site's configuration was read together with all texts of the repository, which speak of
// images or do not.

#include "lint/context.h"

namespace rubric {

void image_unused(FilesContext& context) {
  for (const std::string& path : context.site().configuration().unused_images) context.report(path);
}

}  // namespace rubric
