#pragma once

#include <cstdint>
#include <string_view>

#include "conformance/links/link_site.h"

namespace rubric {

/// Why rubric and a browser may differ about a link: what it leads to turns on chance or on a fault of the
/// installed Hugo's. Empty where they must agree. Decided from the site's files alone, so that a disagreement
/// elsewhere cannot hide here. The reasons, each a kind of its own:
///
/// - "two pages have one URL": they are written to one file, and which is written last is chance.
/// - "a bundle of two languages": the folder of an `index.de.md` holds pages of a language that has no index
///   there. Hugo publishes the bundle in that language as well, with one of those pages or the German text.
/// - "a url: that names index.html": RelPermalink is `/x/index.html/` then, so `ref` and hooks lead past it.
/// - "a further page of a list": how many pages a list is cut into is for its template to say.
/// - "a page that is not rendered": a hook finds it, or the list of a disabled kind, and writes a link to
/// nothing, which leaves readers where they are.
/// - "an image shares a link's definition": a hook looks pages up for the link only; rubric judges a
/// definition
///   once.
std::string_view limit_of(const LinkSite& site, uint32_t link);

/// The share of links, in thousandths, that each reason may have.
constexpr size_t limited_links_per_thousand = 2;

}  // namespace rubric
