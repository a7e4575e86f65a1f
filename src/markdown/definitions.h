#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/cmark_parse.h"
#include "markdown/link_syntax.h"

namespace rubric {

/// The first `size` bytes of a paragraph's content as cmark had it before it cut definitions off, rebuilt
/// from the lines it was taken from.
std::string content_before_cut(std::string_view text, const CmarkParse& parse, const ObservedBlock& paragraph,
                               uint32_t size);

/// The link reference definitions at the front of a paragraph's content, with spans in the source.
std::vector<DefinitionSyntax> definitions_in(std::string_view content, const LineMap& map);

}  // namespace rubric
