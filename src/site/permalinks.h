#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "site/publication.h"
#include "site/urls.h"

namespace rubric {

/// Expands a pattern of Hugo's `permalinks` ("/:year/:slug/") for a page; nothing when the pattern uses what
/// is not supported. The result is not yet cleaned.
std::optional<std::string> expand_permalink(std::string_view pattern, const ContentFile& file,
                                            const Publication& facts);

/// The literal text before the first `:attribute`, at least "/".
std::string literal_start(std::string_view pattern);

}  // namespace rubric
