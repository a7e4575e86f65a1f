#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/tree_parts.h"

namespace rubric {

/// The definitions of one document, for references to be resolved when the whole document is known.
class ReferenceTargets {
 public:
  void add_definition(NodeId definition) { definitions_.push_back(definition); }
  /// Of footnotes with the same label the first counts.
  void add_footnote(std::string_view label, NodeId definition);

  /// Gives every reference among the nodes from `root` on its definition. References to link definitions hold
  /// 1 + the definition's ordinal until then; `text` holds the footnotes' labels.
  void resolve(TreeParts& parts, NodeId root, std::string_view text) const;

 private:
  std::vector<NodeId> definitions_;  // by ordinal
  std::unordered_map<std::string, NodeId> footnotes_;
};

}  // namespace rubric
