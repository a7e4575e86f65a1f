#pragma once

#include <string>
#include <vector>

namespace rubric {

/// What a fragment can point to in a published page, in document order: every `id`, and `name` of an `a`. The
/// HTML is parsed as browsers do, by gumbo.
std::vector<std::string> ids_in_html(const std::string& html);

}  // namespace rubric
