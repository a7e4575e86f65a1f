#pragma once

#include <cstdint>
#include <string_view>

#include "conformance/links/browser.h"
#include "conformance/links/link_site.h"
#include "conformance/random.h"

namespace rubric {

/// The configurations that sites are generated with, by name.
constexpr std::string_view site_variants[] = {
    "pretty",    "ugly",    "subpath",  "canonify", "relative",    "permalinks", "mounts",
    "languages", "folders", "own hook", "kinds",    "publication", "markdown",   "hosts",
    "cascade",   "feeds",   "safe",     "case",     "redirects",
};

/// A site of pages and files without links, the same for each seed and index.
LinkSite generate_site(uint64_t seed, uint64_t index);

/// Adds links to the pages of the site that Hugo published: to what is published, to what looks as if, and
/// to what was never there.
void add_links(LinkSite& site, const PublishedSite& published, Random& random);

}  // namespace rubric
