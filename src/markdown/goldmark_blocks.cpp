// How it works: cmark asks an extension for a block where it found none itself, and asks it again on each
// further line whether the block goes on.
//
// Definition lists (goldmark's extension/definition_list.go): `: text` after a paragraph makes the paragraph
// the terms of a list, a term each line, and begins a description, which holds what is indented as far as its
// text. The paragraph may be open, or a blank line may part it from the description. A list keeps its indent
// in cmark's field for that of list items.
//
// Attributes (Hugo's markup/goldmark/internal/extensions/attributes): a line of `{#id .class}` is a block of
// its own wherever one may begin; what follows on the line is dropped.

#include "markdown/goldmark_blocks.h"

#include <string_view>

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include "markdown/attributes.h"
#include "markdown/link_syntax.h"

namespace rubric {
namespace {

constexpr int tab_stop = 4;
// A description whose text would begin further to the right begins with indented code.
constexpr int widest_gap = 7, gap_before_code = 5;

std::string_view line_of(const unsigned char* input, int size) {
  return {reinterpret_cast<const char*>(input), static_cast<size_t>(size)};
}

void advance_columns(cmark_parser* parser, unsigned char* input, int columns) {
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), columns, 1);
}

/// How many columns of blanks follow the colon.
int gap_after(std::string_view line, size_t colon, int column) {
  const int begin = column + 1;
  int end = begin;
  for (size_t at = colon + 1; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
    end += line[at] == '\t' ? tab_stop - end % tab_stop : 1;
  return end - begin;
}

/// Whether an open paragraph holds link reference definitions and nothing else: it will not stay one.
bool is_all_definitions(const cmark_node* paragraph) {
  const std::string_view content(reinterpret_cast<const char*>(paragraph->content.ptr),
                                 static_cast<size_t>(paragraph->content.size));
  if (!content.starts_with('[')) return false;
  uint32_t end = 0;
  while (const auto found = scan_definition(content, end)) end = found->end;
  return content.find_first_not_of(" \t\r\n", end) == std::string_view::npos;
}

/// The list whose terms a paragraph becomes: the one right before it, or a new one in its place.
cmark_node* make_terms(cmark_syntax_extension* own, cmark_parser* parser, cmark_node* paragraph) {
  const GoldmarkBlocks& blocks = goldmark_blocks();
  cmark_node* before = paragraph->prev;
  const int line = paragraph->start_line;
  const int column = paragraph->start_column;
  // cmark ends an open paragraph when it is to get a child.
  cmark_node* parent = (paragraph->flags & CMARK_NODE__OPEN) != 0 ? paragraph : paragraph->parent;
  cmark_node* list =
      cmark_parser_add_child(parser, parent, static_cast<cmark_node_type>(blocks.list), column);
  if (before != nullptr && before->type == blocks.list) {
    cmark_node_unlink(list);
    list = before;
  } else {
    list->extension = own;
    list->start_line = line;
  }
  cmark_node_unlink(paragraph);
  paragraph->type = blocks.term;
  paragraph->extension = own;
  cmark_node_append_child(list, paragraph);
  return list;
}

cmark_node* open_description(cmark_syntax_extension* own, int, cmark_parser* parser, cmark_node* container,
                             unsigned char* input, int size) {
  const GoldmarkBlocks& blocks = goldmark_blocks();
  const std::string_view line = line_of(input, size);
  const auto colon = static_cast<size_t>(parser->first_nonspace);
  if (parser->indent != 0 || colon >= line.size() || line[colon] != ':') return nullptr;
  int gap = gap_after(line, colon, parser->first_nonspace_column);
  if (gap == 0) return nullptr;
  if (gap > widest_gap) gap = gap_before_code;

  cmark_node* before = container->type == CMARK_NODE_PARAGRAPH ? container : container->last_child;
  if (before == nullptr) return nullptr;
  cmark_node* list = before;
  if (before->type == CMARK_NODE_PARAGRAPH) {
    if (is_all_definitions(before)) return nullptr;
    list = make_terms(own, parser, before);
  } else if (before->type != blocks.list) {
    return nullptr;
  }
  list->flags |= CMARK_NODE__OPEN;
  list->as.list.padding = gap + 1;
  cmark_node* description = cmark_parser_add_child(
      parser, list, static_cast<cmark_node_type>(blocks.description), static_cast<int>(colon) + 1);
  description->extension = own;
  advance_columns(parser, input, gap + 1);
  return description;
}

int continue_list(cmark_syntax_extension*, cmark_parser* parser, unsigned char* input, int,
                  cmark_node* container) {
  if (container->type != goldmark_blocks().list || parser->blank) return 1;
  if (parser->indent < container->as.list.padding) return 0;
  advance_columns(parser, input, container->as.list.padding);
  return 1;
}

int list_can_contain(cmark_syntax_extension*, cmark_node* node, cmark_node_type child) {
  const GoldmarkBlocks& blocks = goldmark_blocks();
  if (node->type == blocks.list) return child == blocks.term || child == blocks.description;
  if (node->type == blocks.term) return CMARK_NODE_TYPE_INLINE_P(child);
  return node->type == blocks.description && CMARK_NODE_TYPE_BLOCK_P(child) && child != CMARK_NODE_ITEM &&
         child != blocks.term && child != blocks.description;
}

int holds_inlines(cmark_syntax_extension*, cmark_node* node) {
  return node->type == goldmark_blocks().term;
}

cmark_node* open_attributes(cmark_syntax_extension* own, int indented, cmark_parser* parser,
                            cmark_node* container, unsigned char* input, int size) {
  const std::string_view line = line_of(input, size);
  const auto brace = static_cast<size_t>(parser->first_nonspace);
  if (indented != 0 || brace >= line.size() || line[brace] != '{') return nullptr;
  if (!read_attributes(line, brace)) return nullptr;
  cmark_node* node = cmark_parser_add_child(parser, container,
                                            static_cast<cmark_node_type>(goldmark_blocks().attribute_line),
                                            static_cast<int>(brace) + 1);
  node->extension = own;
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(input), size - 1 - parser->offset, 0);
  return node;
}

int never(cmark_syntax_extension*, cmark_parser*, unsigned char*, int, cmark_node*) {
  return 0;
}

cmark_syntax_extension* make_definition_lists() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("definition-list");
  cmark_syntax_extension_set_open_block_func(made, open_description);
  cmark_syntax_extension_set_match_block_func(made, continue_list);
  cmark_syntax_extension_set_can_contain_func(made, list_can_contain);
  cmark_syntax_extension_set_contains_inlines_func(made, holds_inlines);
  return made;
}

cmark_syntax_extension* make_attributes() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("attributes");
  cmark_syntax_extension_set_open_block_func(made, open_attributes);
  cmark_syntax_extension_set_match_block_func(made, never);
  return made;
}

}  // namespace

const GoldmarkBlocks& goldmark_blocks() {
  const auto new_type = [] { return static_cast<uint16_t>(cmark_syntax_extension_add_node(0)); };
  static const GoldmarkBlocks blocks{
      make_definition_lists(), make_attributes(), new_type(), new_type(), new_type(), new_type()};
  return blocks;
}

}  // namespace rubric
