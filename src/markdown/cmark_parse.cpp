// How it works: blocks are parsed line by line (line_feed.h). Then two blocks of our own, the sentinels, are
// put first and last under the root. When cmark comes to parse inlines it asks our extension whether they
// hold any, which gives us two moments in the middle of its work:
// - at the first, the block tree is finished: hostile leaves are taken out, and each definition's URL is
//   replaced by its ordinal, so that a link tells which definition it used, and a long URL is not copied for
//   each use;
// - at the last, all inlines are parsed: footnotes are switched off, so that cmark leaves them in place, and
//   so are the extensions where none has anything left to do: only the autolinker goes over all texts once
//   more, for mail addresses.
// Between the two, and only then, cmark sees its inline extensions (see cmark_library.cpp for the reason).

#include "markdown/cmark_parse.h"

#include <charconv>

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>

#include "markdown/arena.h"
#include "markdown/cmark_library.h"
#include "markdown/guards.h"
#include "markdown/line_feed.h"

namespace rubric {
namespace {

/// What the callbacks of one parse work on. While blocks are parsed the root refers to it, then the
/// sentinels.
struct Parse {
  cmark_parser* parser;
  CmarkParse& result;
  PageGuard& guard;
  LineFeed& lines;
  bool may_hold_mail;
  cmark_llist* inline_extensions = nullptr;  // while they are hidden from cmark
  bool inlines_begun = false;
};

Parse& parse_of(const cmark_node* node) {
  return *static_cast<Parse*>(node->user_data);
}

cmark_node* note_row_begin(cmark_syntax_extension*, int, cmark_parser* parser, cmark_node* container,
                           unsigned char*, int) {
  if (!parser->blank && kind_of(container) == NodeKind::table) parse_of(parser->root).lines.note_row_begin();
  return nullptr;
}

cmark_node* next_in_preorder(cmark_node* node) {
  if (node->first_child != nullptr) return node->first_child;
  while (node != nullptr && node->next == nullptr) node = node->parent;
  return node == nullptr ? nullptr : node->next;
}

bool holds_inlines(const cmark_node* node) {
  const NodeKind kind = kind_of(node);
  return kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell ||
         kind == NodeKind::definition_term;
}

/// Marks the blocks that are in the tree, and hands leaves too hostile for cmark to our own extension, which
/// says that they hold no inlines.
void inspect_blocks(Parse& parse, cmark_syntax_extension* own) {
  cmark_node* node = parse.parser->root;
  while ((node = next_in_preorder(node)) != nullptr) {
    if (node->type == CMARK_NODE_CUSTOM_BLOCK) continue;
    if (node->user_data != nullptr) parse.result.blocks[CmarkParse::index_of(node)].in_tree = true;
    const std::string_view content(reinterpret_cast<const char*>(node->content.ptr),
                                   static_cast<size_t>(node->content.size));
    if (holds_inlines(node) && !parse.guard.allows_inlines(content)) node->extension = own;
  }
}

void replace_urls_by_ordinals(cmark_parser* parser) {
  for (cmark_map_entry* entry = parser->refmap->refs; entry != nullptr; entry = entry->next) {
    constexpr size_t longest = 12;
    char* digits = static_cast<char*>(parser->mem->calloc(longest, 1));
    const char* end = std::to_chars(digits, digits + longest, entry->age).ptr;
    auto* reference = reinterpret_cast<cmark_reference*>(entry);
    reference->url = {reinterpret_cast<unsigned char*>(digits), static_cast<bufsize_t>(end - digits), 0};
    reference->title = {nullptr, 0, 0};
  }
}

int pass_sentinel(cmark_syntax_extension* own, cmark_node* node) {
  if (node->type != CMARK_NODE_CUSTOM_BLOCK) return 0;  // a leaf that was handed to us
  Parse& parse = parse_of(node);
  if (!parse.inlines_begun) {
    parse.inlines_begun = true;
    parse.parser->inline_syntax_extensions = parse.inline_extensions;
    replace_urls_by_ordinals(parse.parser);
    inspect_blocks(parse, own);
  } else {
    parse.parser->inline_syntax_extensions = nullptr;
    parse.parser->options &= ~CMARK_OPT_FOOTNOTES;
    if (!parse.may_hold_mail) parse.parser->syntax_extensions = nullptr;
  }
  return 0;
}

// In so many words or by a character reference.
bool may_hold_mail_address(std::string_view text) {
  const auto holds = [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; };
  return holds("@") || holds("&#") || holds("&commat;");
}

cmark_syntax_extension* own_extension() {
  static cmark_syntax_extension* const extension = [] {
    cmark_syntax_extension* made = cmark_syntax_extension_new("rubric");
    cmark_syntax_extension_set_open_block_func(made, note_row_begin);
    cmark_syntax_extension_set_contains_inlines_func(made, pass_sentinel);
    return made;
  }();
  return extension;
}

cmark_node* new_sentinel(Parse& parse) {
  cmark_node* sentinel = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, page_arena());
  sentinel->extension = own_extension();
  sentinel->user_data = &parse;
  return sentinel;
}

}  // namespace

bool left_unparsed(const cmark_node* node) {
  return node->extension == own_extension();
}

size_t CmarkParse::index_of(const cmark_node* node) {
  return reinterpret_cast<uintptr_t>(node->user_data) - 1;
}

const ObservedBlock* CmarkParse::observed(const cmark_node* node) const {
  return node->user_data == nullptr ? nullptr : &blocks[index_of(node)];
}

CmarkParse parse_with_cmark(std::string_view text, const MarkdownOptions& options) {
  reset_page_arena();
  cmark_parser* parser = new_cmark_parser(own_extension(), options);
  CmarkParse result;
  PageGuard guard;
  LineFeed lines(text, parser, guard, result);
  Parse parse{parser, result, guard, lines, may_hold_mail_address(text)};

  parser->root->user_data = &parse;
  lines.feed_all();
  parser->root->user_data = nullptr;

  cmark_node* first = new_sentinel(parse);
  cmark_node* last = new_sentinel(parse);
  cmark_node_prepend_child(parser->root, first);
  cmark_node_append_child(parser->root, last);
  parse.inline_extensions = parser->inline_syntax_extensions;
  parser->inline_syntax_extensions = nullptr;
  result.root = cmark_parser_finish(parser);
  cmark_node_unlink(first);
  cmark_node_unlink(last);
  return result;
}

}  // namespace rubric
