// How it works: references come in order of the text, so counting them in turn gives Hugo's numbers.

#include "site/footnote_ids.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <unordered_map>

namespace rubric {

bool UnusedNotes::hold(NodeId id) const {
  const auto after = std::upper_bound(definitions_.begin(), definitions_.end(), id);
  return after != definitions_.begin() && id < tree_[*std::prev(after)].end;
}

FootnoteIds find_footnote_ids(const Document& document) {
  struct Note {
    uint32_t number = 0;
    uint32_t uses = 0;
  };
  const Tree& tree = document.tree();
  std::vector<FoundAnchor> anchors;
  std::unordered_map<NodeId, Note> notes;
  const std::span<const NodeId> roots = tree.of_kind(NodeKind::document);
  size_t root = 0;
  uint32_t count = 0;
  for (const NodeId id : tree.of_kind(NodeKind::footnote_reference)) {
    for (; root + 1 < roots.size() && roots[root + 1] < id; ++root) count = 0;
    const NodeId definition = tree.link(tree[id]).definition;
    if (definition == 0) continue;
    Note& note = notes[definition];
    if (note.number == 0) {
      note.number = ++count;
      anchors.push_back({"fn:" + std::to_string(note.number), tree[definition].span.begin});
    }
    const std::string use = note.uses == 0 ? "" : std::to_string(note.uses);
    anchors.push_back({"fnref" + use + ":" + std::to_string(note.number), tree[id].span.begin});
    ++note.uses;
  }
  std::vector<NodeId> unused;
  for (const NodeId id : tree.of_kind(NodeKind::footnote_definition)) {
    if (!notes.contains(id)) unused.push_back(id);
  }
  return {std::move(anchors), UnusedNotes(tree, std::move(unused))};
}

}  // namespace rubric
