#pragma once

#include <string_view>

namespace rubric {

/// Whether a link or image hook of a site's own looks destinations up as Hugo's embedded one does: a page by
/// GetPage, then the page's resources, then the assets, and a destination that is none of these stays as it
/// is. False for a template that calls anything else, since that may do more.
bool finds_pages_as_embedded(std::string_view source);

}  // namespace rubric
