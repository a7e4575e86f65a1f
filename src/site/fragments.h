#pragma once

#include <algorithm>
#include <string_view>

#include "site/destinations.h"
#include "site/page.h"

namespace rubric {

/// Whether a link has a fragment that leads to a place of a page: on what is loaded as a file it means
/// nothing.
inline bool has_page_fragment(const Link& link, const Destination& destination) {
  return destination.has_fragment && link.kind != LinkKind::image && link.kind != LinkKind::html_file;
}

/// The fragment of a destination as it is written, with its `#`.
inline std::string_view written_fragment(std::string_view target) {
  return target.substr(std::min(target.find('#'), target.size()));
}

}  // namespace rubric
