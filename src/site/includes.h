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

/// Whether a parameter's value can be a path, rather than a URL, a pattern or a template's expression.
bool is_plain_path(std::string_view target);

/// The repository-relative paths that a template of which nothing is known may mean by `target` in the page
/// at `path`, most likely first: below assets as resources.Get cleans it, below content, beside the page,
/// from the root; each also with `.md`.
std::vector<std::string> include_candidates(std::string_view target, std::string_view path,
                                            const SiteConfiguration& configuration);

/// The repository-relative files that resources.Get or readFile looks for in turn, for a lookup of
/// IncludeFrom::assets or IncludeFrom::files; none when the path leaves the site. Both clean it (`a/../b`,
/// `//`) and take letter case, blanks and `%` as they are (Hugo 0.111.3, tried).
std::vector<std::string> lookup_candidates(const IncludeLookup& lookup, std::string_view target,
                                           std::string_view path, const SiteConfiguration& configuration);

}  // namespace rubric
