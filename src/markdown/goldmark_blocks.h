#pragma once

#include <cstdint>

struct cmark_syntax_extension;

namespace rubric {

/// The blocks that goldmark knows and cmark-gfm does not, as extensions of cmark's, and the node types that
/// they add.
struct GoldmarkBlocks {
  cmark_syntax_extension* definition_lists;
  cmark_syntax_extension* attributes;
  uint16_t list, term, description;  ///< of definition lists
  uint16_t attribute_line;
};

/// Made at the first call, once per process; afterwards safe to read from many threads.
const GoldmarkBlocks& goldmark_blocks();

}  // namespace rubric
