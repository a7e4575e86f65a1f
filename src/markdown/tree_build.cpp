// How it works: cmark's tree is visited in preorder. A container's beginning is cmark's own column, which is
// right for blocks; its end comes from its last child, or from the lines observed. A leaf's content is mapped
// to the source by its pieces and walked (inline_walk.h). Definitions, which cmark removes from its tree, are
// put back before what follows them. References learn their definitions last, when all are known.

#include "markdown/tree_build.h"

#include <string>

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include "markdown/cmark_library.h"
#include "markdown/definitions.h"
#include "markdown/inline_walk.h"
#include "markdown/references.h"
#include "markdown/table_cells.h"

namespace rubric {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

class DocumentBuilder {
 public:
  DocumentBuilder(TreeParts& parts, std::string_view text, const CmarkParse& parse)
      : parts_(parts), text_(text), parse_(parse) {}

  void build() {
    const Span whole{0, static_cast<uint32_t>(text_.size())};
    root_ = parts_.append(NodeKind::document, static_cast<NodeId>(parts_.nodes.size()), whole, whole);
    open_.push_back(root_);
    const cmark_node* node = parse_.root;
    while (true) {
      const cmark_node* child = node->first_child;
      if (child != nullptr && child_is_block(child)) {
        node = child;
      } else {
        // A block without block children is complete; so is every ancestor that it was the last child of.
        while (node != parse_.root && node->next == nullptr) {
          leave(node);
          node = node->parent;
        }
        if (node == parse_.root) break;
        leave(node);
        node = node->next;
      }
      enter(node);
    }
    append_removed_definitions(parse_.root, whole.end);
    parts_.close(root_);
    targets_.resolve(parts_, root_, text_);
    if (!parse_.refused.empty()) parts_.skipped.push_back(parse_.refused);
  }

 private:
  // --- Lines and places

  Span line(uint32_t number) const { return parse_.lines[number - 1]; }

  uint32_t trimmed_end(Span span) const {
    while (!span.empty() && is_blank(text_[span.end - 1])) --span.end;
    return span.end;
  }

  /// Where cmark says a block begins: exact, as block starts are found in the line itself.
  uint32_t begin_of(const cmark_node* node) const {
    return line(static_cast<uint32_t>(node->start_line)).begin + static_cast<uint32_t>(node->start_column) -
           1;
  }

  static bool child_is_block(const cmark_node* node) {
    return CMARK_NODE_TYPE_BLOCK_P(static_cast<cmark_node_type>(node->type));
  }

  // --- The visit

  void enter(const cmark_node* node) {
    switch (kind_of(node)) {
      case NodeKind::block_quote:
        return enter_quote(node);
      case NodeKind::list:
        return enter_list(node);
      case NodeKind::item:
        return enter_item(node);
      case NodeKind::footnote_definition:
        return enter_footnote(node);
      case NodeKind::definition_list:
        return enter_definition_list(node);
      case NodeKind::definition_description:
        return enter_description(node);
      case NodeKind::attributes:
      case NodeKind::thematic_break:
        return enter_line(node);
      case NodeKind::heading:
      case NodeKind::paragraph:
      case NodeKind::definition_term:
        return enter_text_block(node);
      case NodeKind::code_block:
        return enter_code(node);
      case NodeKind::html_block:
        return enter_html(node);
      case NodeKind::table:
        return enter_table(node);
      case NodeKind::table_row:
        return enter_row(node);
      default:
        return enter_cell(node);
    }
  }

  NodeId open(const cmark_node* node, Span span, Span content) {
    append_removed_definitions(node->parent, span.begin);
    open_.push_back(parts_.append(kind_of(node), open_.back(), span, content));
    return open_.back();
  }

  void leave(const cmark_node* node) {
    append_removed_definitions(node, static_cast<uint32_t>(text_.size()));
    const NodeId id = open_.back();
    open_.pop_back();
    parts_.close(id);
    extend_to_child(open_.back(), id);
  }

  /// Lists, items, descriptions, footnotes and tables end where their last child ends; quotes have an end of
  /// their own.
  void extend_to_child(NodeId id, NodeId child) {
    Node& node = parts_.nodes[id];
    const Span span = parts_.nodes[child].span;
    switch (node.kind) {
      case NodeKind::list:
      case NodeKind::item:
      case NodeKind::footnote_definition:
      case NodeKind::definition_list:
      case NodeKind::definition_description:
      case NodeKind::block_quote: {
        const bool is_first = child == id + 1;
        node.content = {is_first ? span.begin : node.content.begin, span.end};
        if (node.span.end < span.end) node.span.end = span.end;
        return;
      }
      case NodeKind::table:
        node.span.end = node.content.end = std::max(node.span.end, span.end);
        return;
      default:
        return;
    }
  }

  // --- Containers

  void enter_quote(const cmark_node* node) {
    const uint32_t begin = begin_of(node);
    const uint32_t end = line(parse_.observed(node)->last_line).end;
    open(node, {begin, end}, {begin + 1, begin + 1});
  }

  void enter_list(const cmark_node* node) {
    const uint32_t begin = begin_of(node);
    const NodeId id = open(node, {begin, begin}, {begin, begin});
    if (node->as.list.list_type != CMARK_ORDERED_LIST) return;
    parts_.nodes[id].level = 1;
    parts_.nodes[id].detail = static_cast<uint32_t>(node->as.list.start);
  }

  void enter_item(const cmark_node* node) {
    const uint32_t begin = begin_of(node);
    uint32_t end = begin;
    while (text_[end] >= '0' && text_[end] <= '9') ++end;
    ++end;
    open(node, {begin, end}, {end, end});
  }

  void enter_footnote(const cmark_node* node) {
    const uint32_t begin = begin_of(node) - static_cast<uint32_t>(node->internal_offset);
    const Span label{begin + 2, static_cast<uint32_t>(text_.find(']', begin + 2))};
    const uint32_t end = label.end + 2;
    const NodeId id = open(node, {begin, end}, {end, end});
    parts_.add_link(id).label = label;
    targets_.add_footnote(slice(text_, label), id);
  }

  void enter_definition_list(const cmark_node* node) {
    const uint32_t begin = begin_of(node);
    open(node, {begin, begin}, {begin, begin});
  }

  void enter_description(const cmark_node* node) {
    const uint32_t begin = begin_of(node);
    open(node, {begin, begin + 1}, {begin + 1, begin + 1});
  }

  // --- Leaves without inlines

  /// Of one line: a thematic break, or attributes.
  void enter_line(const cmark_node* node) {
    const Span span{begin_of(node), trimmed_end(line(static_cast<uint32_t>(node->start_line)))};
    open(node, span, kind_of(node) == NodeKind::attributes ? span : Span{span.end, span.end});
  }

  void enter_code(const cmark_node* node) {
    const ObservedBlock& block = *parse_.observed(node);
    const uint32_t begin = begin_of(node);
    if (!node->as.code.fenced) {
      const Span span{begin, line(block.last_line).end};
      open(node, span, span);
      return;
    }
    const uint32_t opening_end = trimmed_end(line(static_cast<uint32_t>(node->start_line)));
    const Span code = block.code_lines > 0 ? block.code : Span{opening_end, opening_end};
    const uint32_t end = block.closing_line != 0 ? trimmed_end(line(block.closing_line)) : code.end;
    const NodeId id = open(node, {begin, end}, code);
    parts_.nodes[id].level = 1;
    if (block.info.empty()) return;
    parts_.nodes[id].detail = static_cast<uint32_t>(parts_.infos.size());
    parts_.infos.push_back(block.info);
  }

  void enter_html(const cmark_node* node) {
    const Span span{begin_of(node), line(parse_.observed(node)->last_line).end};
    open(node, span, span);
  }

  // --- Leaves with inlines

  void enter_text_block(const cmark_node* node) {
    const ObservedBlock* block = parse_.observed(node);
    if (block == nullptr) return enter_cut_paragraph(node);
    if (block->piece_count == 0) return enter_empty_heading(node);
    const uint32_t dropped = append_cut_definitions(*block, node);

    const LineMap map(text_, parse_.pieces_of(*block), dropped);
    const std::string_view content = inline_content(node);
    Span text = map.span(0, static_cast<uint32_t>(content.size()));
    const bool is_heading = node->type == CMARK_NODE_HEADING;
    const uint32_t box = is_heading ? 0 : task_box(node, content);
    if (box > 0) text.begin = map.source(box);
    Span span = text;
    if (is_heading && node->as.heading.setext) {
      span.end = trimmed_end(line(block->closing_line));
    } else if (is_heading) {
      span = {begin_of(node), trimmed_end(line(block->last_line))};
      if (content.empty()) text = after_hashes(node);
    }
    const NodeId id = open(node, span, text);
    if (is_heading) parts_.nodes[id].level = static_cast<uint8_t>(node->as.heading.level);
    walk(id, node, map, box);
  }

  Span after_hashes(const cmark_node* node) const {
    const uint32_t end = begin_of(node) + static_cast<uint32_t>(node->as.heading.level);
    return {end, end};
  }

  /// An ATX heading that is nothing but its `#`s takes no text from its line.
  void enter_empty_heading(const cmark_node* node) {
    const Span span{begin_of(node), trimmed_end(line(static_cast<uint32_t>(node->start_line)))};
    parts_.nodes[open(node, span, after_hashes(node))].level = static_cast<uint8_t>(node->as.heading.level);
  }

  void enter_cut_paragraph(const cmark_node* node) {
    const ObservedBlock& table = *parse_.observed(node->next);
    const uint32_t dropped = append_cut_definitions(table, node->next);
    const std::vector<Piece> pieces = pieces_of_cut_paragraph(text_, parse_.pieces_of(table), dropped);
    const LineMap map(text_, pieces);
    const std::string_view content = inline_content(node);
    Span text = map.span(0, static_cast<uint32_t>(content.size()));
    const uint32_t box = task_box(node, content);
    if (box > 0) text.begin = map.source(box);
    walk(open(node, text, text), node, map, box);
  }

  void walk(NodeId id, const cmark_node* node, const LineMap& map, uint32_t box) {
    const bool understood = !left_unparsed(node) && append_inlines(parts_, id, node, map, box);
    if (!understood) parts_.skipped.push_back(parts_.nodes[id].span);
  }

  /// The size of the `[ ] ` at the front of an item's first paragraph, which makes the item a task. Something
  /// must follow it on its line.
  uint32_t task_box(const cmark_node* node, std::string_view content) {
    if (node->prev != nullptr || node->parent->type != CMARK_NODE_ITEM) return 0;
    if (content.size() < 4 || content[0] != '[' || content[2] != ']' || !is_blank(content[3])) return 0;
    const char mark = content[1];
    if (mark != ' ' && mark != 'x' && mark != 'X') return 0;
    if (kind_of(node->first_child) != NodeKind::text) return 0;  // `[x]` is a link
    uint32_t size = 4;
    while (size < content.size() && is_blank(content[size])) ++size;
    if (size == content.size() || content[size] == '\n') return 0;
    parts_.nodes[open_.back()].level = mark == ' ' ? 1 : 2;
    return size;
  }

  // --- Tables

  void enter_table(const cmark_node* node) {
    const ObservedBlock& block = *parse_.observed(node);
    const Piece& header = parse_.pieces_of(block).back();
    const uint32_t dropped =
        comes_after_cut_paragraph(node) ? size_of_cut(block, node) : append_cut_definitions(block, node);
    const Span header_line = line(block.closing_line - 1);
    header_ = {header.source, trimmed_end({header.source, header_line.end})};
    while (header_.begin < header_.end && is_blank(text_[header_.begin])) ++header_.begin;
    header_origin_ = int64_t{header.source} - header.padding - header.content + dropped;
    const Span span{header_.begin, trimmed_end(line(block.closing_line))};
    open(node, span, span);
  }

  bool comes_after_cut_paragraph(const cmark_node* table) const {
    return table->prev != nullptr && table->prev->type == CMARK_NODE_PARAGRAPH &&
           parse_.observed(table->prev) == nullptr;
  }

  void enter_row(const cmark_node* node) {
    const ObservedBlock* body_row = parse_.observed(node);
    if (body_row == nullptr) {
      row_ = header_;
      row_origin_ = header_origin_;
    } else {
      const Span whole = line(static_cast<uint32_t>(node->start_line));
      row_ = {body_row->row_begin, trimmed_end(whole)};
      row_origin_ = row_.begin;
    }
    const NodeId id = open(node, row_, row_);
    parts_.nodes[id].level = body_row == nullptr ? 1 : 0;
  }

  void enter_cell(const cmark_node* node) {
    const Span span = place_of_cell(text_, node, row_, row_origin_);
    cell_pieces_.clear();
    append_pieces_without_escapes(text_, span, 0, cell_pieces_);
    walk(open(node, span, span), node, LineMap(text_, cell_pieces_), 0);
  }

  // --- Definitions and references

  /// How many bytes of definitions cmark cut off the front of a paragraph's content.
  static uint32_t size_of_cut(const ObservedBlock& block, const cmark_node* node) {
    return block.content_size - static_cast<uint32_t>(node->content.size);
  }

  uint32_t append_cut_definitions(const ObservedBlock& block, const cmark_node* node) {
    const uint32_t size = size_of_cut(block, node);
    if (size == 0) return 0;
    append_removed_definitions(block.parent, parse_.pieces_of(block).front().source);
    append_definitions(block, size);
    return size;
  }

  void append_definitions(const ObservedBlock& block, uint32_t size) {
    const std::string content = content_before_cut(text_, parse_, block, size);
    const LineMap map(text_, parse_.pieces_of(block));
    for (const DefinitionSyntax& found : definitions_in(std::string_view(content).substr(0, size), map)) {
      const NodeId id =
          parts_.append(NodeKind::link_reference_definition, open_.back(), found.span, found.label);
      LinkDetail& detail = parts_.add_link(id);
      detail.destination = found.destination;
      detail.title = found.title;
      detail.label = found.label;
      targets_.add_definition(id);
      extend_to_child(open_.back(), id);
    }
  }

  /// Appends the definitions of paragraphs that held nothing else, are children of `parent`, and stand before
  /// `before`. Blocks were observed in document order, so one cursor serves the whole visit.
  void append_removed_definitions(const cmark_node* parent, uint32_t before) {
    for (; next_block_ < parse_.blocks.size(); ++next_block_) {
      const ObservedBlock& block = parse_.blocks[next_block_];
      if (block.in_tree || block.kind != NodeKind::paragraph) continue;
      if (block.parent != parent || parse_.pieces_of(block).front().source > before) return;
      append_definitions(block, block.content_size);
    }
  }

  TreeParts& parts_;
  std::string_view text_;
  const CmarkParse& parse_;
  NodeId root_ = 0;
  std::vector<NodeId> open_;
  size_t next_block_ = 0;  // in parse_.blocks: where the next removed paragraph may be
  ReferenceTargets targets_;
  Span header_;  // of the table last entered: its header row
  int64_t header_origin_ = 0;
  Span row_;  // the row last entered
  int64_t row_origin_ = 0;
  std::vector<Piece> cell_pieces_;
};

}  // namespace

void append_document(TreeParts& parts, std::string_view text, const CmarkParse& parse) {
  DocumentBuilder(parts, text, parse).build();
}

}  // namespace rubric
