#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "site/anchors.h"
#include "site/configuration.h"
#include "site/file_tree.h"
#include "site/page.h"

namespace rubric {

/// The calls of a page that pull in a file, mistyped ones among them. `anchors` are the page's own, in order.
std::vector<Include> find_includes(const Document& document, std::span<const FoundAnchor> anchors);

/// Whether a parameter's value is a path that can be looked up, rather than a URL, a template's expression or
/// a bare word.
bool looks_like_path(std::string_view target);

/// The repository-relative paths that an include of `target` from the page at `path` may mean, most likely
/// first: below assets as resources.Get cleans it, below content, beside the page, from the root.
std::vector<std::string> include_candidates(std::string_view target, std::string_view path,
                                            const SiteConfiguration& configuration);

}  // namespace rubric
