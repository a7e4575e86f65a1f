#pragma once

#include <vector>

#include "site/anchors.h"

namespace rubric {

/// The notes of a page that nothing refers to. Hugo leaves them out once it has numbered the ids in them.
class UnusedNotes {
 public:
  UnusedNotes(const Tree& tree, std::vector<NodeId> definitions)
      : tree_(tree), definitions_(std::move(definitions)) {}

  /// Whether a node stands in one.
  bool hold(NodeId id) const;

 private:
  const Tree& tree_;
  std::vector<NodeId> definitions_;  // in order
};

/// The ids of a page's footnotes. Used notes are numbered in order of use, in each text that is rendered by
/// itself; each further use has a number of its own in the way back: `fnref1:2` is the second use of the
/// second note.
struct FootnoteIds {
  std::vector<FoundAnchor> anchors;
  UnusedNotes unused;
};

/// The document must outlive the result.
FootnoteIds find_footnote_ids(const Document& document);

}  // namespace rubric
