#include "prose/lists.h"

// How it works. Blocks of words come in the order of the tree, so one walk over both finds the block of each
// item's first paragraph.

namespace rubric {

std::vector<TextList> lists_of(const Document& document, const Prose& prose) {
  const Tree& tree = document.tree();
  std::vector<TextList> lists;
  std::vector<size_t> list_of(tree.of_kind(NodeKind::list).empty() ? 0 : tree.size());
  size_t block = 0;  // the next of prose.blocks()
  NodeId heading = 0;
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    if (node.kind == NodeKind::heading) heading = id;
    if (node.kind == NodeKind::document) heading = 0;
    if (node.kind == NodeKind::list) {
      list_of[id] = lists.size();
      const uint8_t level = heading == 0 ? uint8_t{0} : tree[heading].level;
      lists.push_back({id, node.level == 1, tree[node.parent].kind == NodeKind::item, level, heading, {}});
    }
    if (node.kind == NodeKind::item && tree[node.parent].kind == NodeKind::list)
      lists[list_of[node.parent]].items.push_back({ProseKind::list_item, 0, 0});
    if (node.kind != NodeKind::paragraph || tree[node.parent].kind != NodeKind::item) continue;
    while (block < prose.blocks().size() && prose.blocks()[block].kind != ProseKind::list_item) ++block;
    if (block == prose.blocks().size()) continue;
    const ProseBlock& words = prose.blocks()[block];
    const uint32_t begin = prose.words()[words.begin].span.begin;
    if (begin < node.span.begin || begin >= node.span.end) continue;  // a paragraph without words
    ++block;
    if (id == node.parent + 1 && tree[tree[node.parent].parent].kind == NodeKind::list)
      lists[list_of[tree[node.parent].parent]].items.back() = words;
  }
  return lists;
}

}  // namespace rubric
