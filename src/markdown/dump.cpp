#include "markdown/dump.h"

namespace rubric {

namespace {

std::string place(const Source& source, Span span) {
  const auto at = [&](uint32_t offset) {
    const Position position = source.position(offset);
    return std::to_string(position.line) + ':' + std::to_string(position.column);
  };
  return at(span.begin) + '-' + at(span.end);
}

// The source in quotes, on one line.
std::string quoted(std::string_view text) {
  constexpr size_t longest = 60;
  std::string result = "\"";
  for (const char byte : text.substr(0, longest)) {
    if (byte == '\n') {
      result += "\\n";
    } else if (byte == '\r') {
      result += "\\r";
    } else {
      result += byte;
    }
  }
  return result + (text.size() > longest ? "…\"" : "\"");
}

}  // namespace

std::string dump_tree(const Document& document) {
  const Tree& tree = document.tree();
  std::string result;
  std::vector<NodeId> open;  // ends of the nodes around the current one
  for (NodeId id = 0; id < tree.size(); ++id) {
    const Node& node = tree[id];
    while (!open.empty() && open.back() <= id) open.pop_back();
    result += std::string(2 * open.size(), ' ');
    result += name(node.kind);
    if (node.level != 0) result += " " + std::to_string(node.level);
    result += " " + place(document.source, node.span);
    const bool leaf = node.end == id + 1 && node.kind != NodeKind::document;
    if (leaf) result += " " + quoted(document.source.slice(node.span));
    if (node.kind == NodeKind::link || node.kind == NodeKind::image ||
        node.kind == NodeKind::link_reference_definition) {
      result += " -> " + quoted(document.source.slice(tree.link(node).destination));
    }
    result += '\n';
    open.push_back(node.end);
  }
  return result;
}

}  // namespace rubric
