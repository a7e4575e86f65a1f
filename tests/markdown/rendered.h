#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// A block of the top level as plain cmark-gfm renders it.
struct RenderedBlock {
  uint32_t first_line = 0;  ///< from 1; it takes what follows up to the next block
  std::string html;
};

/// cmark-gfm's HTML of a Markdown text, block by block by place, raw HTML kept.
std::vector<RenderedBlock> rendered_blocks(std::string_view text);

/// The HTML of the whole text, HTML comments, and the lines and blanks that they leave behind, left out: what
/// a reader sees.
std::string rendered_without_comments(std::string_view text);

}  // namespace rubric
