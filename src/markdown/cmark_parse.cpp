// How it works: the text is split into lines here and given to cmark one at a time. After each line the
// parser's state tells where the container prefixes ended and which block took the rest, so nothing about
// `>`, list indents, tabs or lazy continuation is done a second time. What is seen goes into ObservedBlocks,
// which cmark's nodes refer to through `user_data` (a number, not a pointer: a paragraph that held only
// definitions is freed).
//
// Two blocks of our own, the sentinels, are put first and last under the root before cmark parses inlines.
// It asks our extension about each, which gives us two moments:
// - at the first, the block tree is finished: hostile leaves are taken out, and each definition's URL is
//   replaced by its ordinal, so that a link tells which definition it used;
// - at the last, all inlines are parsed: footnotes are switched off, so that cmark leaves them in place.
//
// Threads: cmark keeps the table of characters that extensions are called for in a global which each parse
// sets and clears. It is set here once, before any parse, and each parse hides its list of inline extensions
// while cmark would write the table. All parsing in the process must go through here.

#include "markdown/cmark_parse.h"

#include <array>
#include <charconv>
#include <cstring>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/references.h>
#include <cmark-gfm/syntax_extension.h>

#include "markdown/arena.h"
#include "markdown/guards.h"

extern "C" {
// Exported by cmark-gfm-extensions, whose table.h and strikethrough.h are not installed.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL,
    CMARK_NODE_STRIKETHROUGH;
}

namespace rubric {
namespace {

struct LineObserver {
  cmark_parser* parser = nullptr;
  CmarkParse* parse = nullptr;
  PageGuard guard;
  cmark_llist* inline_extensions = nullptr;  // hidden from cmark while it would write its global table
  cmark_node* fence = nullptr;               // the fenced code block that is open after the line before
  uint32_t row_begin = 0;                    // within the line: where a table row may begin
  bool inlines_begun = false;
};

struct Extensions {
  cmark_syntax_extension* table;
  cmark_syntax_extension* strikethrough;
  cmark_syntax_extension* autolink;
  cmark_syntax_extension* observer;
};

// --- What the extension does in cmark's callbacks

LineObserver& observer_of(const cmark_node* node) {
  return *static_cast<LineObserver*>(node->user_data);
}

cmark_node* note_row_begin(cmark_syntax_extension*, int, cmark_parser* parser, cmark_node* container,
                           unsigned char*, int) {
  if (container->type == CMARK_NODE_TABLE && !parser->blank)
    observer_of(parser->root).row_begin = static_cast<uint32_t>(parser->first_nonspace);
  return nullptr;
}

cmark_node* next_in_preorder(cmark_node* node) {
  if (node->first_child != nullptr) return node->first_child;
  while (node != nullptr && node->next == nullptr) node = node->parent;
  return node == nullptr ? nullptr : node->next;
}

std::string_view content_of(const cmark_node* node) {
  return {reinterpret_cast<const char*>(node->content.ptr), static_cast<size_t>(node->content.size)};
}

size_t index_of(const cmark_node* node) {
  return reinterpret_cast<uintptr_t>(node->user_data) - 1;
}

bool holds_inlines(const cmark_node* node) {
  return node->type == CMARK_NODE_PARAGRAPH || node->type == CMARK_NODE_HEADING ||
         node->type == CMARK_NODE_TABLE_CELL;
}

/// Marks the blocks that are in the tree, and hands leaves too hostile for cmark to our own extension, which
/// says that they hold no inlines.
void inspect_blocks(LineObserver& observer, cmark_syntax_extension* own) {
  cmark_node* node = observer.parser->root;
  while ((node = next_in_preorder(node)) != nullptr) {
    if (node->type == CMARK_NODE_CUSTOM_BLOCK) continue;
    if (node->user_data != nullptr) observer.parse->blocks[index_of(node)].in_tree = true;
    if (holds_inlines(node) && !observer.guard.allows_inlines(content_of(node))) node->extension = own;
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
  if (node->type != CMARK_NODE_CUSTOM_BLOCK) return 0;
  LineObserver& observer = observer_of(node);
  if (!observer.inlines_begun) {
    observer.inlines_begun = true;
    observer.parser->inline_syntax_extensions = observer.inline_extensions;
    replace_urls_by_ordinals(observer.parser);
    inspect_blocks(observer, own);
  } else {
    observer.parser->inline_syntax_extensions = nullptr;
    observer.parser->options &= ~CMARK_OPT_FOOTNOTES;
  }
  return 0;
}

Extensions register_extensions() {
  cmark_gfm_core_extensions_ensure_registered();
  Extensions found{cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
                   cmark_find_syntax_extension("autolink"), cmark_syntax_extension_new("observer")};
  cmark_syntax_extension_set_open_block_func(found.observer, note_row_begin);
  cmark_syntax_extension_set_contains_inlines_func(found.observer, pass_sentinel);

  cmark_parser* dummy = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(dummy, found.strikethrough);
  cmark_parser_attach_syntax_extension(dummy, found.autolink);
  cmark_manage_extensions_special_characters(dummy, 1);
  cmark_parser_free(dummy);
  return found;
}

const Extensions& extensions() {
  static const Extensions registered = register_extensions();
  return registered;
}

// --- What is seen after each line

class LineFeed {
 public:
  LineFeed(std::string_view text, CmarkParse& parse, LineObserver& observer)
      : text_(text), parse_(parse), observer_(observer), parser_(observer.parser) {}

  void feed_all() {
    const auto size = static_cast<uint32_t>(text_.size());
    uint32_t begin = 0;
    const bool has_returns = text_.find('\r') != std::string_view::npos;
    while (begin < size) {
      const uint32_t end = line_end(begin, has_returns);
      const uint32_t next = after_line_end(end);
      if (!allows({begin, end})) {
        parse_.refused = {begin, size};
        return;
      }
      feed({begin, end}, next);
      parse_.lines.push_back({begin, end});
      observe();
      if (!PageGuard::allows_depth(depth_)) {
        parse_.refused = {next, size};
        return;
      }
      begin = next;
    }
  }

 private:
  uint32_t line_end(uint32_t begin, bool has_returns) const {
    const std::string_view rest = text_.substr(begin);
    size_t size = rest.find('\n');
    if (size == std::string_view::npos) size = rest.size();
    if (has_returns) size = std::min(size, rest.substr(0, size).find('\r'));
    return begin + static_cast<uint32_t>(size);
  }

  uint32_t after_line_end(uint32_t end) const {
    if (end == text_.size()) return end;
    const bool is_crlf = text_.substr(end, 2) == "\r\n";
    return end + (is_crlf ? 2 : 1);
  }

  bool allows(Span line) {
    cmark_node* current = parser_->current;
    if (current->type == CMARK_NODE_PARAGRAPH) {
      return observer_.guard.allows_delimiter_row(slice(text_, line), content_of(current).size(),
                                                  observed(current).piece_count);
    }
    if (current->type == CMARK_NODE_TABLE_ROW) current = current->parent;
    if (current->type != CMARK_NODE_TABLE) return true;
    return observer_.guard.allows_table_row(slice(text_, line),
                                            cmark_gfm_extensions_get_table_columns(current));
  }

  /// Gives cmark one line, always ended by a line feed.
  void feed(Span line, uint32_t next) {
    if (next > line.end && text_[next - 1] == '\n') {
      cmark_parser_feed(parser_, text_.data() + line.begin, next - line.begin);
      return;
    }
    if (!line.empty()) cmark_parser_feed(parser_, text_.data() + line.begin, line.size());
    cmark_parser_feed(parser_, "\n", 1);
  }

  uint32_t line_number() const { return static_cast<uint32_t>(parse_.lines.size()); }
  Span line() const { return parse_.lines.back(); }

  /// Where the text that the current block took from this line begins.
  uint32_t text_begin() const { return line().begin + static_cast<uint32_t>(parser_->offset); }
  uint32_t padding() const {
    return parser_->partially_consumed_tab ? 4 - static_cast<uint32_t>(parser_->column) % 4 : 0;
  }
  /// How many bytes the current block's content grew by, the line feed included.
  uint32_t text_size() const {
    const uint32_t begin = text_begin();
    return padding() + (begin <= line().end ? line().end - begin + 1 : 0);
  }

  ObservedBlock& observed(cmark_node* node) {
    if (node->user_data == nullptr) {
      ObservedBlock block;
      block.kind = kind_of(node);
      block.parent = node->parent;
      block.first_piece = static_cast<uint32_t>(parse_.pieces.size());
      parse_.blocks.push_back(block);
      node->user_data = reinterpret_cast<void*>(uintptr_t{parse_.blocks.size()});
    }
    return parse_.blocks[index_of(node)];
  }

  void observe() {
    observe_closing_fence();
    cmark_node* current = parser_->current;
    if (current->type == CMARK_NODE_PARAGRAPH) {
      add_piece(observed(current), text_size());
    } else if (current->type == CMARK_NODE_HEADING) {
      observe_heading(current);
    } else if (current->type == CMARK_NODE_CODE_BLOCK) {
      observe_code(current);
    } else if (current->type == CMARK_NODE_HTML_BLOCK) {
      observe_html(current);
    } else if (current->type == CMARK_NODE_TABLE) {
      observe_table(current);
    } else if (current->type == CMARK_NODE_TABLE_ROW) {
      observe_row(current);
    } else {
      observe_closed_html(current->last_child);
    }
    observe_ancestors(current);
  }

  void add_piece(ObservedBlock& block, uint32_t size) {
    parse_.pieces.push_back({block.content_size, text_begin(), padding()});
    block.content_size += size;
    block.last_line = line_number();
    ++block.piece_count;
  }

  void observe_heading(cmark_node* heading) {
    ObservedBlock& block = observed(heading);
    if (heading->as.heading.setext) {
      block.closing_line = line_number();
    } else {
      add_piece(block, static_cast<uint32_t>(content_of(heading).size()));
    }
  }

  void observe_code(cmark_node* code) {
    const bool opens = code->user_data == nullptr;
    ObservedBlock& block = observed(code);
    if (!code->as.code.fenced) {
      if (!parser_->blank) block.last_line = line_number();
      return;
    }
    observer_.fence = code;
    block.last_line = line_number();
    if (opens) {
      block.info = trimmed(text_, {text_begin(), line().end});
      block.code = {line().end, line().end};
      return;
    }
    const uint32_t begin = text_begin() - (padding() > 0 ? 1 : 0);
    if (block.content_size++ == 0) block.code.begin = begin;
    block.code.end = line().end;
  }

  /// A fenced code block is closed by its fence when its parent stays open; otherwise it ended with that.
  void observe_closing_fence() {
    cmark_node* fence = observer_.fence;
    observer_.fence = nullptr;
    if (fence == nullptr || (fence->flags & CMARK_NODE__OPEN) != 0) return;
    if (parser_->current == fence->parent && (fence->parent->flags & CMARK_NODE__OPEN) != 0)
      observed(fence).closing_line = line_number();
  }

  void observe_html(cmark_node* html) {
    ObservedBlock& block = observed(html);
    block.content_size += text_size();
    block.last_line = line_number();
  }

  /// Some HTML blocks close on a line of their own, after which their parent is the current block.
  void observe_closed_html(cmark_node* html) {
    if (html == nullptr || html->type != CMARK_NODE_HTML_BLOCK || (html->flags & CMARK_NODE__OPEN) != 0)
      return;
    const uint32_t seen = html->user_data == nullptr ? 0 : observed(html).content_size;
    if (static_cast<uint32_t>(html->as.literal.len) == seen) return;
    ObservedBlock& block = observed(html);
    block.content_size = static_cast<uint32_t>(html->as.literal.len);
    block.last_line = line_number();
  }

  void observe_table(cmark_node* table) {
    ObservedBlock& block = observed(table);
    if (block.closing_line != 0) return;
    block.kind = NodeKind::table;
    block.closing_line = line_number();
  }

  void observe_row(cmark_node* row) {
    if (row->user_data != nullptr) return;
    observed(row).row_begin = line().begin + observer_.row_begin;
  }

  void observe_ancestors(cmark_node* node) {
    depth_ = 0;
    for (; node != nullptr; node = node->parent) {
      ++depth_;
      if (node->type == CMARK_NODE_BLOCK_QUOTE) observed(node).last_line = line_number();
    }
  }

  static Span trimmed(std::string_view text, Span span) {
    while (!span.empty() && (text[span.end - 1] == ' ' || text[span.end - 1] == '\t')) --span.end;
    while (!span.empty() && (text[span.begin] == ' ' || text[span.begin] == '\t')) ++span.begin;
    return span;
  }

  std::string_view text_;
  CmarkParse& parse_;
  LineObserver& observer_;
  cmark_parser* parser_;
  uint32_t depth_ = 0;
};

cmark_node* new_sentinel(LineObserver& observer) {
  cmark_node* sentinel = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_BLOCK, page_arena());
  sentinel->extension = extensions().observer;
  sentinel->user_data = &observer;
  return sentinel;
}

cmark_parser* new_parser(const MarkdownOptions& options) {
  const Extensions& available = extensions();
  cmark_parser* parser =
      cmark_parser_new_with_mem(options.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, page_arena());
  cmark_parser_attach_syntax_extension(parser, available.observer);
  if (options.tables) cmark_parser_attach_syntax_extension(parser, available.table);
  if (options.strikethrough) cmark_parser_attach_syntax_extension(parser, available.strikethrough);
  if (options.autolinks) cmark_parser_attach_syntax_extension(parser, available.autolink);
  return parser;
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

NodeKind kind_of(const cmark_node* node) {
  static const KindTable blocks = block_kinds();
  static const KindTable inlines = inline_kinds();
  const bool is_block = (node->type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  return (is_block ? blocks : inlines)[value_of(node->type)];
}

bool left_unparsed(const cmark_node* node) {
  return node->extension == extensions().observer;
}

const ObservedBlock* CmarkParse::observed(const cmark_node* node) const {
  return node->user_data == nullptr ? nullptr : &blocks[index_of(node)];
}

CmarkParse parse_with_cmark(std::string_view text, const MarkdownOptions& options) {
  reset_page_arena();
  CmarkParse parse;
  LineObserver observer;
  observer.parser = new_parser(options);
  observer.parse = &parse;

  cmark_parser* parser = observer.parser;
  parser->root->user_data = &observer;
  LineFeed(text, parse, observer).feed_all();
  parser->root->user_data = nullptr;

  cmark_node* first = new_sentinel(observer);
  cmark_node* last = new_sentinel(observer);
  cmark_node_prepend_child(parser->root, first);
  cmark_node_append_child(parser->root, last);
  observer.inline_extensions = parser->inline_syntax_extensions;
  parser->inline_syntax_extensions = nullptr;
  parse.root = cmark_parser_finish(parser);
  cmark_node_unlink(first);
  cmark_node_unlink(last);
  return parse;
}

}  // namespace rubric
