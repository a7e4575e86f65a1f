// How it works: cmark is used through its public functions, with the whole text fed at once and its default
// allocator, so that nothing is shared with the parser under test but the library. One block of our own at
// the end of the document gives the moment at which footnotes can be told to stay and definitions be read.

#include "reference_tree.h"

#include <algorithm>
#include <map>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>

namespace rubric {
namespace {

std::string text_of(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<size_t>(chunk.len)};
}

struct Reading {
  cmark_parser* parser;
  ReferenceTree tree;
};

int read_definitions(cmark_syntax_extension*, cmark_node* node) {
  if (node->type != CMARK_NODE_CUSTOM_BLOCK) return 0;
  auto& reading = *static_cast<Reading*>(node->user_data);
  for (cmark_map_entry* entry = reading.parser->refmap->refs; entry != nullptr; entry = entry->next) {
    const auto* reference = reinterpret_cast<const cmark_reference*>(entry);
    reading.tree.definitions.push_back({text_of(reference->url), text_of(reference->title)});
  }
  std::reverse(reading.tree.definitions.begin(), reading.tree.definitions.end());
  reading.parser->options &= ~CMARK_OPT_FOOTNOTES;
  return 0;
}

cmark_syntax_extension* reader() {
  static cmark_syntax_extension* extension = [] {
    cmark_syntax_extension* made = cmark_syntax_extension_new("reference reader");
    cmark_syntax_extension_set_contains_inlines_func(made, read_definitions);
    return made;
  }();
  return extension;
}

NodeKind kind_named(const std::string& name) {
  static const std::map<std::string, NodeKind> kinds = {
      {"document", NodeKind::document},
      {"block_quote", NodeKind::block_quote},
      {"list", NodeKind::list},
      {"item", NodeKind::item},
      {"thematic_break", NodeKind::thematic_break},
      {"heading", NodeKind::heading},
      {"code_block", NodeKind::code_block},
      {"html_block", NodeKind::html_block},
      {"paragraph", NodeKind::paragraph},
      {"table", NodeKind::table},
      {"table_header", NodeKind::table_row},
      {"table_row", NodeKind::table_row},
      {"table_cell", NodeKind::table_cell},
      {"text", NodeKind::text},
      {"softbreak", NodeKind::soft_break},
      {"linebreak", NodeKind::hard_break},
      {"code", NodeKind::code},
      {"html_inline", NodeKind::html_inline},
      {"emph", NodeKind::emphasis},
      {"strong", NodeKind::strong},
      {"strikethrough", NodeKind::strikethrough},
      {"link", NodeKind::link},
      {"image", NodeKind::image},
  };
  return kinds.count(name) != 0 ? kinds.at(name) : NodeKind::document;
}

NodeKind kind(cmark_node* node) {
  // cmark has no names for these two.
  if (node->type == CMARK_NODE_FOOTNOTE_REFERENCE) return NodeKind::footnote_reference;
  if (node->type == CMARK_NODE_FOOTNOTE_DEFINITION) return NodeKind::footnote_definition;
  return kind_named(cmark_node_get_type_string(node));
}

ReferenceNode read_node(cmark_node* node, uint32_t depth) {
  ReferenceNode read;
  read.kind = kind(node);
  read.depth = depth;
  switch (node->type) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_HTML_BLOCK:
      read.literal = text_of(node->as.literal);
      break;
    case CMARK_NODE_CODE_BLOCK:
      read.literal = text_of(node->as.code.literal);
      read.info = text_of(node->as.code.info);
      break;
    case CMARK_NODE_HEADING:
      read.level = node->as.heading.level;
      break;
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE:
      read.url = text_of(node->as.link.url);
      read.title = text_of(node->as.link.title);
      break;
    default:
      break;
  }
  return read;
}

void attach_extensions(cmark_parser* parser) {
  for (const char* name : {"table", "strikethrough", "autolink"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
}

/// Finishing a parse clears cmark's global table of special characters, which the parser under test needs.
void restore_special_characters() {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  attach_extensions(parser);
  cmark_manage_extensions_special_characters(parser, 1);
  cmark_parser_free(parser);
}

}  // namespace

ReferenceTree reference_tree(std::string_view text) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  attach_extensions(parser);
  Reading reading{parser, {}};
  cmark_parser_feed(parser, text.data(), text.size());

  cmark_node* sentinel = cmark_node_new_with_ext(CMARK_NODE_CUSTOM_BLOCK, reader());
  sentinel->user_data = &reading;
  // A last line without an end is only taken by cmark_parser_finish, whose blocks then follow the sentinel.
  cmark_parser_feed(parser, "\n", text.empty() || text.back() == '\n' || text.back() == '\r' ? 0 : 1);
  cmark_node_append_child(parser->root, sentinel);
  cmark_node* root = cmark_parser_finish(parser);
  cmark_node_unlink(sentinel);
  cmark_node_free(sentinel);

  uint32_t depth = 0;
  cmark_iter* iterator = cmark_iter_new(root);
  for (cmark_event_type event; (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iterator);
    if (event == CMARK_EVENT_EXIT) {
      --depth;
      continue;
    }
    if (node->type != CMARK_NODE_TEXT || node->as.literal.len > 0)
      reading.tree.nodes.push_back(read_node(node, depth));
    switch (node->type) {  // Those without an exit event.
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_THEMATIC_BREAK:
      case CMARK_NODE_CODE_BLOCK:
      case CMARK_NODE_TEXT:
      case CMARK_NODE_SOFTBREAK:
      case CMARK_NODE_LINEBREAK:
      case CMARK_NODE_CODE:
      case CMARK_NODE_HTML_INLINE:
        break;
      default:
        ++depth;
    }
  }
  cmark_iter_free(iterator);
  cmark_node_free(root);
  cmark_parser_free(parser);
  restore_special_characters();
  return std::move(reading.tree);
}

}  // namespace rubric
