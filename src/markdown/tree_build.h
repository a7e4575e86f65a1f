#pragma once

#include <string_view>

#include "markdown/cmark_parse.h"
#include "markdown/tree_parts.h"

namespace rubric {

/// Appends one parsed document, a root and all below it. `text` is the text that cmark was given.
void append_document(TreeParts& parts, std::string_view text, const CmarkParse& parse);

}  // namespace rubric
