// How it works: a line of attributes belongs to the block right above, unless that has an id, is printed
// without a tag of its own or is code, whose attributes stand at its fence. Of several such lines in a row
// the first that sets an id counts.

#include "site/attribute_ids.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <unordered_set>

#include "markdown/attributes.h"
#include "site/heading_text.h"

namespace rubric {

namespace {

class AttributeIds {
 public:
  AttributeIds(const Document& document, const UnusedNotes& unused)
      : document_(document), tree_(document.tree()), unused_(unused) {}

  std::vector<FoundAnchor> run() {
    const std::span<const NodeId> lines = tree_.of_kind(NodeKind::attributes);
    std::unordered_set<uint32_t> of_headings;
    for (const NodeId id : lines.empty() ? lines : tree_.of_kind(NodeKind::heading))
      of_headings.insert(attributes_below(document_, id).begin);
    for (const NodeId id : lines) {
      if (of_headings.count(tree_[id].span.begin) == 0) add_line(id);
    }
    for (const NodeId id : tree_.of_kind(NodeKind::code_block)) add_fence(id);
    return std::move(found_);
  }

 private:
  void add(NodeId node, std::string_view text, size_t open, uint32_t offset) {
    const auto attributes = read_attributes(text, open);
    if (!attributes || !attributes->id || attributes->id->empty()) return;
    has_id_ = true;
    if (unused_.hold(node)) return;
    if (tree_[node].kind == NodeKind::paragraph && is_tight(tree_[node].parent)) return;
    found_.push_back({*attributes->id, offset});
  }

  void add_line(NodeId id) {
    const NodeId above = sibling_before(id);
    if (above == id || !stands_right_below(id, above)) return;
    const NodeKind kind = tree_[above].kind;
    const bool follows = above == last_line_ && above != 0;
    if (kind == NodeKind::code_block || (kind == NodeKind::attributes && !follows)) return;
    if (!follows) {
      owner_ = above;
      has_id_ = kind == NodeKind::heading;
    }
    last_line_ = id;
    if (!has_id_) add(owner_, document_.source.slice(tree_[id].span), 0, tree_[owner_].span.begin);
  }

  // Without a language Hugo knows no attributes.
  void add_fence(NodeId id) {
    const Span info = tree_.info(tree_[id]);
    const std::string_view text = document_.source.slice(info);
    const size_t open = text.find('{');
    if (open != text.npos && open != 0) add(id, text, open, info.begin);
  }

  // The sibling right before a node, or the node itself when it is the first.
  NodeId sibling_before(NodeId id) const {
    const NodeId parent = tree_[id].parent;
    NodeId before = id - 1;
    if (before == parent) return id;
    while (tree_[before].parent != parent) before = tree_[before].parent;
    return before;
  }

  // To Hugo a line of a quote that has nothing but the quote's marker is not blank.
  bool stands_right_below(NodeId below, NodeId above) const {
    const bool quoted = tree_[tree_[below].parent].kind == NodeKind::block_quote;
    if (quoted && tree_[above].kind == NodeKind::paragraph) return true;
    return !has_blank_line(above, below);
  }

  bool has_blank_line(NodeId above, NodeId below) const {
    const std::string_view gap = document_.source.slice({tree_[above].span.end, tree_[below].span.begin});
    return std::count(gap.begin(), gap.end(), '\n') > 1;
  }

  // Whether an item or description puts no `<p>` around its paragraphs: there is no blank line in the list,
  // or before the description.
  bool is_tight(NodeId parent) {
    if (tree_[parent].kind == NodeKind::definition_description) {
      const NodeId above = sibling_before(parent);
      return above == parent || !has_blank_line(above, parent);
    }
    if (tree_[parent].kind != NodeKind::item) return false;
    const NodeId list = tree_[parent].parent;
    const auto [known, is_new] = tight_lists_.try_emplace(list, true);
    if (!is_new) return known->second;
    known->second = !has_blank_between_children(list);
    for (NodeId item = list + 1; item < tree_[list].end; item = tree_[item].end)
      known->second &= !has_blank_between_children(item);
    return known->second;
  }

  bool has_blank_between_children(NodeId parent) const {
    for (NodeId child = parent + 1; child < tree_[parent].end; child = tree_[child].end) {
      if (tree_[child].end < tree_[parent].end && has_blank_line(child, tree_[child].end)) return true;
    }
    return false;
  }

  const Document& document_;
  const Tree& tree_;
  const UnusedNotes& unused_;
  std::vector<FoundAnchor> found_;
  std::unordered_map<NodeId, bool> tight_lists_;
  NodeId last_line_ = 0;  // the last line that belongs to a block
  NodeId owner_ = 0;      // that block
  bool has_id_ = false;   // it has an id
};

}  // namespace

std::vector<FoundAnchor> find_attribute_ids(const Document& document, const UnusedNotes& unused) {
  return AttributeIds(document, unused).run();
}

}  // namespace rubric
