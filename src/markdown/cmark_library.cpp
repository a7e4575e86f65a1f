// How it works: what cmark has one of per process is set up here once, before any parser is made: its
// extensions, and the table of characters that it asks inline extensions about. Each parse would set that
// table when its inlines begin and clear it when they end, under the feet of parses in other threads (which
// then miss links). So the table is filled here, and each parse hides its inline extensions from cmark at the
// two moments when it would write (see cmark_parse.cpp). All parsing in the process must be done that way.

#include "markdown/cmark_library.h"

#include <array>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include "markdown/arena.h"
#include "markdown/goldmark_blocks.h"

extern "C" {
// Exported by cmark-gfm-extensions, whose table.h and strikethrough.h are not installed.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;
}

namespace rubric {
namespace {

struct Extensions {
  cmark_syntax_extension* table;
  cmark_syntax_extension* strikethrough;
  cmark_syntax_extension* autolink;
  const GoldmarkBlocks& goldmark;
};

Extensions register_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  const Extensions found{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
                         cmark_find_syntax_extension("autolink"), goldmark_blocks()};
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, found.strikethrough);
  cmark_parser_attach_syntax_extension(parser, found.autolink);
  cmark_manage_extensions_special_characters(parser, 1);
  cmark_parser_free(parser);
  return found;
}

const Extensions& extensions() {
  static const Extensions registered = register_extensions();
  return registered;
}

constexpr size_t most_node_types = 32;
using KindTable = std::array<NodeKind, most_node_types>;

size_t value_of(uint16_t type) {
  return (type & CMARK_NODE_VALUE_MASK) % most_node_types;
}

KindTable block_kinds() {
  KindTable kinds{};
  kinds[value_of(CMARK_NODE_DOCUMENT)] = NodeKind::document;
  kinds[value_of(CMARK_NODE_BLOCK_QUOTE)] = NodeKind::block_quote;
  kinds[value_of(CMARK_NODE_LIST)] = NodeKind::list;
  kinds[value_of(CMARK_NODE_ITEM)] = NodeKind::item;
  kinds[value_of(CMARK_NODE_FOOTNOTE_DEFINITION)] = NodeKind::footnote_definition;
  kinds[value_of(CMARK_NODE_THEMATIC_BREAK)] = NodeKind::thematic_break;
  kinds[value_of(CMARK_NODE_HEADING)] = NodeKind::heading;
  kinds[value_of(CMARK_NODE_CODE_BLOCK)] = NodeKind::code_block;
  kinds[value_of(CMARK_NODE_HTML_BLOCK)] = NodeKind::html_block;
  kinds[value_of(CMARK_NODE_PARAGRAPH)] = NodeKind::paragraph;
  kinds[value_of(CMARK_NODE_TABLE)] = NodeKind::table;
  kinds[value_of(CMARK_NODE_TABLE_ROW)] = NodeKind::table_row;
  kinds[value_of(CMARK_NODE_TABLE_CELL)] = NodeKind::table_cell;
  const GoldmarkBlocks& goldmark = goldmark_blocks();
  kinds[value_of(goldmark.list)] = NodeKind::definition_list;
  kinds[value_of(goldmark.description)] = NodeKind::definition_description;
  kinds[value_of(goldmark.term)] = NodeKind::definition_term;
  kinds[value_of(goldmark.attribute_line)] = NodeKind::attributes;
  return kinds;
}

KindTable inline_kinds() {
  KindTable kinds{};
  kinds[value_of(CMARK_NODE_TEXT)] = NodeKind::text;
  kinds[value_of(CMARK_NODE_SOFTBREAK)] = NodeKind::soft_break;
  kinds[value_of(CMARK_NODE_LINEBREAK)] = NodeKind::hard_break;
  kinds[value_of(CMARK_NODE_CODE)] = NodeKind::code;
  kinds[value_of(CMARK_NODE_HTML_INLINE)] = NodeKind::html_inline;
  kinds[value_of(CMARK_NODE_EMPH)] = NodeKind::emphasis;
  kinds[value_of(CMARK_NODE_STRONG)] = NodeKind::strong;
  kinds[value_of(CMARK_NODE_STRIKETHROUGH)] = NodeKind::strikethrough;
  kinds[value_of(CMARK_NODE_LINK)] = NodeKind::link;
  kinds[value_of(CMARK_NODE_IMAGE)] = NodeKind::image;
  kinds[value_of(CMARK_NODE_FOOTNOTE_REFERENCE)] = NodeKind::footnote_reference;
  return kinds;
}

}  // namespace

cmark_parser* new_cmark_parser(cmark_syntax_extension* first, const MarkdownOptions& options) {
  const Extensions& available = extensions();
  const int flags = options.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT;
  cmark_parser* parser = cmark_parser_new_with_mem(flags, page_arena());
  cmark_parser_attach_syntax_extension(parser, first);
  if (options.block_attributes) cmark_parser_attach_syntax_extension(parser, available.goldmark.attributes);
  if (options.definition_lists)
    cmark_parser_attach_syntax_extension(parser, available.goldmark.definition_lists);
  if (options.tables) cmark_parser_attach_syntax_extension(parser, available.table);
  if (options.strikethrough) cmark_parser_attach_syntax_extension(parser, available.strikethrough);
  if (options.autolinks) cmark_parser_attach_syntax_extension(parser, available.autolink);
  return parser;
}

NodeKind kind_of(const cmark_node* node) {
  static const std::array<KindTable, 2> kinds{inline_kinds(), block_kinds()};
  const bool is_block = (node->type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  return kinds[is_block ? 1 : 0][value_of(node->type)];
}

}  // namespace rubric
