// How it works: nodes are grouped by kind with a counting sort when the tree is made, so that asking for a
// kind costs nothing.

#include "markdown/tree.h"

#include <algorithm>
#include <array>

#include "markdown/character_reference.h"
#include "markdown/link_syntax.h"

namespace rubric {

std::string_view name(NodeKind kind) {
  static constexpr std::array<std::string_view, node_kind_count> names = {"document",
                                                                          "block_quote",
                                                                          "list",
                                                                          "item",
                                                                          "footnote_definition",
                                                                          "definition_list",
                                                                          "definition_description",
                                                                          "thematic_break",
                                                                          "heading",
                                                                          "code_block",
                                                                          "html_block",
                                                                          "paragraph",
                                                                          "link_reference_definition",
                                                                          "table",
                                                                          "table_row",
                                                                          "table_cell",
                                                                          "definition_term",
                                                                          "attributes",
                                                                          "text",
                                                                          "soft_break",
                                                                          "hard_break",
                                                                          "code",
                                                                          "html_inline",
                                                                          "emphasis",
                                                                          "strong",
                                                                          "strikethrough",
                                                                          "link",
                                                                          "image",
                                                                          "footnote_reference"};
  return names[static_cast<size_t>(kind)];
}

Tree::Tree(std::vector<Node> nodes, std::vector<LinkDetail> links, std::vector<Span> infos)
    : nodes_(std::move(nodes)), links_(std::move(links)), infos_(std::move(infos)), by_kind_(nodes_.size()) {
  for (const Node& node : nodes_) ++kind_begin_[static_cast<size_t>(node.kind) + 1];
  for (size_t kind = 0; kind < node_kind_count; ++kind) kind_begin_[kind + 1] += kind_begin_[kind];
  std::array<uint32_t, node_kind_count> next{};
  for (size_t kind = 0; kind < node_kind_count; ++kind) next[kind] = kind_begin_[kind];
  for (NodeId id = 0; id < size(); ++id) by_kind_[next[static_cast<size_t>(nodes_[id].kind)]++] = id;
}

std::span<const NodeId> Tree::of_kind(NodeKind kind) const {
  const auto index = static_cast<size_t>(kind);
  return std::span(by_kind_).subspan(kind_begin_[index], kind_begin_[index + 1] - kind_begin_[index]);
}

NodeId Tree::block_of(NodeId id) const {
  while (!nodes_[id].is_block()) id = nodes_[id].parent;
  return id;
}

std::string unescape(std::string_view source) {
  std::string decoded;
  decoded.reserve(source.size());
  for (size_t at = 0; at < source.size();) {
    size_t run = at;
    while (run < source.size() && source[run] != '\\' && source[run] != '&') ++run;
    decoded.append(source, at, run - at);
    at = run;
    if (at == source.size()) break;
    if (source[at] == '\\') {
      if (at + 1 < source.size() && is_ascii_punctuation(source[at + 1])) ++at;
      decoded += source[at++];
      continue;
    }
    const CharacterReference reference = decode_character_reference(source, at);
    decoded.append(reference.source_size > 0 ? reference.decoded() : "&");
    at += std::max(reference.source_size, 1u);
  }
  return decoded;
}

}  // namespace rubric
