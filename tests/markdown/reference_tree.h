#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/tree.h"

namespace rubric {

/// A node as plain cmark-gfm has it: what, but not where.
struct ReferenceNode {
  NodeKind kind = NodeKind::document;
  uint32_t depth = 0;
  int level = 0;        ///< of a heading
  std::string literal;  ///< of text, code, HTML and code blocks
  std::string url;      ///< of links and images
  std::string title;
  std::string info;  ///< of a fenced code block
};

struct ReferenceDefinition {
  std::string url, title;
};

/// cmark-gfm's own tree of a text, parsed in one piece: the other side of the span law. Empty text nodes are
/// left out; footnotes stay where they are written.
struct ReferenceTree {
  std::vector<ReferenceNode> nodes;  ///< in preorder
  std::vector<ReferenceDefinition> definitions;
};

/// `text` holds no NUL and no ill-formed UTF-8. Not to be called while another thread parses.
ReferenceTree reference_tree(std::string_view text);

}  // namespace rubric
