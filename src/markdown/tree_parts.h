#pragma once

#include <vector>

#include "markdown/tree.h"

namespace rubric {

/// A tree under construction: what a Tree is made of, while nodes are appended in preorder.
struct TreeParts {
  std::vector<Node> nodes;
  std::vector<LinkDetail> links;
  std::vector<Span> infos = {Span{}};
  std::vector<Span> skipped;

  NodeId append(NodeKind kind, NodeId parent, Span span, Span content) {
    Node node;
    node.kind = kind;
    node.parent = parent;
    node.span = span;
    node.content = content;
    node.end = static_cast<NodeId>(nodes.size()) + 1;
    nodes.push_back(node);
    return node.end - 1;
  }

  /// How much there is of each part.
  struct Size {
    size_t nodes, links, infos, skipped;
  };
  Size size() const { return {nodes.size(), links.size(), infos.size(), skipped.size()}; }

  /// Moves all spans that were added since `from` by `offset` bytes.
  void shift(const Size& from, uint32_t offset);

  /// Gives the node a detail of its own.
  LinkDetail& add_link(NodeId id) {
    nodes[id].detail = static_cast<uint32_t>(links.size());
    return links.emplace_back();
  }

  /// To be called when all of a node's descendants have been appended.
  void close(NodeId id) { nodes[id].end = static_cast<NodeId>(nodes.size()); }
};

}  // namespace rubric
