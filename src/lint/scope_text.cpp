// How it works: the prose text starts as blanks as long as the page; text nodes are copied to their places
// and opaque nodes and shortcodes painted over. An inner text that Hugo renders by itself is a further root
// of the tree and lies inside a painted call, so it is blanked and copied after it, and so on inwards.

#include "lint/scope_text.h"

#include <algorithm>
#include <cstring>

namespace rubric {

namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
         (value >= 'a' && value <= 'z');
}

void paint(std::string& text, Span span) {
  std::fill(text.begin() + span.begin, text.begin() + span.end, opaque_byte);
}

bool is_opaque(const Node& node) {
  switch (node.kind) {
    case NodeKind::code:
    case NodeKind::html_inline:
    case NodeKind::image:
    case NodeKind::footnote_reference:
      return true;
    case NodeKind::link:
      return node.form == LinkForm::autolink || node.form == LinkForm::bare;
    default:
      return false;
  }
}

// Copies the text nodes and paints the opaque ones of [begin, end).
void copy_words(const Document& document, NodeId begin, NodeId end, std::string& text) {
  const std::string_view source = document.source.text();
  uint32_t done = 0;  // end of the text node before
  for (NodeId id = begin; id < end;) {
    const Node& node = document.tree()[id];
    if (is_opaque(node)) {
      paint(text, node.span);
      id = node.end;
      continue;
    }
    ++id;
    if (node.kind != NodeKind::text || node.span.empty()) continue;
    const Span gap{done, std::max(done, node.span.begin)};
    const bool in_word = done > 0 && !gap.empty() && is_word_byte(text[done - 1]) &&
                         is_word_byte(source[node.span.begin]) &&
                         slice(source, gap).find_first_of(" \t\r\n") == std::string_view::npos;
    if (in_word) paint(text, gap);
    std::memcpy(text.data() + node.span.begin, source.data() + node.span.begin, node.span.size());
    done = node.span.end;
  }
}

std::vector<Span> contents(const Tree& tree, std::initializer_list<NodeKind> kinds) {
  std::vector<Span> slices;
  for (const NodeKind kind : kinds) {
    for (const NodeId id : tree.of_kind(kind)) slices.push_back(tree[id].content);
  }
  return slices;
}

std::vector<Span> list_items(const Tree& tree) {
  std::vector<Span> slices;
  NodeId items_end = 0;  // one past the last node of the outermost item under way
  for (NodeId id = 0; id < tree.size(); ++id) {
    if (tree[id].kind == NodeKind::item) items_end = std::max(items_end, tree[id].end);
    if (tree[id].kind == NodeKind::paragraph && id < items_end) slices.push_back(tree[id].content);
  }
  return slices;
}

std::vector<Span> link_texts(const Tree& tree) {
  std::vector<Span> slices;
  for (const NodeId id : tree.of_kind(NodeKind::link)) {
    if (!is_opaque(tree[id])) slices.push_back(tree[id].content);
  }
  return slices;
}

std::vector<Span> link_targets(const Tree& tree) {
  std::vector<Span> slices;
  for (const NodeKind kind : {NodeKind::link, NodeKind::image, NodeKind::link_reference_definition}) {
    for (const NodeId id : tree.of_kind(kind)) {
      // A reference's destination is its definition's, which is listed once.
      if (tree[id].form != LinkForm::reference) slices.push_back(tree.link(tree[id]).destination);
    }
  }
  return slices;
}

std::vector<Span> html(const Tree& tree) {
  std::vector<Span> slices;
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) slices.push_back(tree[id].span);
  }
  return slices;
}

std::vector<Span> shortcode_tags(const Shortcodes& shortcodes) {
  std::vector<Span> slices;
  for (const Shortcode& call : shortcodes.calls) {
    slices.push_back(call.open);
    if (!call.close.empty()) slices.push_back(call.close);
  }
  return slices;
}

}  // namespace

std::string prose_text(const Document& document) {
  const Tree& tree = document.tree();
  const MaskedText& masked = document.masked;
  std::string text(document.source.text().size(), ' ');
  if (tree.size() == 0) return text;
  copy_words(document, 0, tree[0].end, text);
  for (const Span mask : masked.masks) paint(text, mask);
  NodeId id = tree[0].end;
  for (const MaskedRoot& root : masked.roots) {
    if (id >= tree.size()) break;
    std::fill(text.begin() + root.span.begin, text.begin() + root.span.end, ' ');
    copy_words(document, id, tree[id].end, text);
    for (const Span mask : root.masks) paint(text, mask);
    id = tree[id].end;
  }
  return text;
}

std::vector<Span> scope_slices(const Document& document, Scope scope) {
  const Tree& tree = document.tree();
  switch (scope) {
    case Scope::prose:
      return contents(tree, {NodeKind::paragraph, NodeKind::heading, NodeKind::table_cell});
    case Scope::heading:
      return contents(tree, {NodeKind::heading});
    case Scope::list_item:
      return list_items(tree);
    case Scope::table_cell:
      return contents(tree, {NodeKind::table_cell});
    case Scope::link_text:
      return link_texts(tree);
    case Scope::link_target:
      return link_targets(tree);
    case Scope::code:
      return contents(tree, {NodeKind::code_block, NodeKind::code});
    case Scope::html:
      return html(tree);
    case Scope::front_matter:
      return {document.front_matter.content};
    case Scope::shortcode:
      return shortcode_tags(document.shortcodes);
    case Scope::raw:
      return {Span{0, static_cast<uint32_t>(document.source.text().size())}};
  }
  return {};
}

}  // namespace rubric
