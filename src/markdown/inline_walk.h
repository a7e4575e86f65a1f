#pragma once

#include <string_view>

#include "markdown/line_map.h"
#include "markdown/tree_parts.h"

struct cmark_node;

namespace rubric {

/// Appends the inlines of a leaf block, whose node is `parent`, with spans found by reading the leaf's
/// content from its first byte to its last along cmark's tree. A reference's LinkDetail::definition is 1 +
/// the definition's ordinal. `task_box` bytes at the front of the content belong to a list item and are left
/// out.
///
/// False when content and tree do not agree, which is a bug here: then nothing has been appended.
bool append_inlines(TreeParts& parts, NodeId parent, const cmark_node* leaf, const LineMap& map,
                    uint32_t task_box);

/// The leaf's content as cmark parsed its inlines: without the white space at its end.
std::string_view inline_content(const cmark_node* leaf);

}  // namespace rubric
