#pragma once

#include <vector>

#include "site/anchors.h"
#include "site/footnote_ids.h"

namespace rubric {

/// The ids that attributes give to blocks other than headings: `{#id}` on the line after a block (where the
/// parser took such lines for attributes), and behind the language of a code fence.
std::vector<FoundAnchor> find_attribute_ids(const Document& document, const UnusedNotes& unused);

}  // namespace rubric
