// How it works: after a line, `current` is the block that took it and `offset` is where in the line that
// block's text begins, so cmark itself tells where every container prefix ends, and nothing about `>`, list
// indents, tabs or lazy continuation is done a second time. What a block of each kind needs is written into
// its ObservedBlock, to which cmark's node refers by number in `user_data`.

#include "markdown/line_feed.h"

#include <algorithm>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include "markdown/cmark_library.h"

namespace rubric {
namespace {

uint32_t content_size(const cmark_node* node) {
  return static_cast<uint32_t>(node->content.size);
}

bool is_open(const cmark_node* node) {
  return (node->flags & CMARK_NODE__OPEN) != 0;
}

Span trimmed(std::string_view text, Span span) {
  const auto is_blank = [&](uint32_t at) { return text[at] == ' ' || text[at] == '\t'; };
  while (!span.empty() && is_blank(span.end - 1)) --span.end;
  while (!span.empty() && is_blank(span.begin)) ++span.begin;
  return span;
}

}  // namespace

void LineFeed::feed_all() {
  const auto size = static_cast<uint32_t>(text_.size());
  has_returns_ = text_.find('\r') != std::string_view::npos;
  for (uint32_t begin = 0; begin < size;) {
    const Span line{begin, line_end(begin)};
    const uint32_t next = after_line_end(line.end);
    if (!allows(line)) {
      parse_.refused = {begin, size};
      return;
    }
    feed(line, next);
    parse_.lines.push_back(line);
    observe();
    if (!PageGuard::allows_depth(depth_)) {
      parse_.refused = {next, size};
      return;
    }
    begin = next;
  }
}

void LineFeed::note_row_begin() {
  row_begin_ = static_cast<uint32_t>(parser_->first_nonspace);
}

// --- Lines

uint32_t LineFeed::line_end(uint32_t begin) const {
  const std::string_view rest = text_.substr(begin);
  size_t size = std::min(rest.find('\n'), rest.size());
  if (has_returns_) size = std::min(size, rest.substr(0, size).find('\r'));
  return begin + static_cast<uint32_t>(size);
}

uint32_t LineFeed::after_line_end(uint32_t end) const {
  if (end == text_.size()) return end;
  return end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
}

bool LineFeed::allows(Span line) {
  cmark_node* current = parser_->current;
  const NodeKind kind = kind_of(current);
  if (kind == NodeKind::paragraph)
    return guard_.allows_delimiter_row(slice(text_, line), content_size(current),
                                       observed(current).piece_count);
  if (kind != NodeKind::table && kind != NodeKind::table_row) return true;
  cmark_node* table = kind == NodeKind::table ? current : current->parent;
  return guard_.allows_table_row(slice(text_, line), cmark_gfm_extensions_get_table_columns(table));
}

/// Gives cmark one line, always ended by a line feed.
void LineFeed::feed(Span line, uint32_t next) {
  if (next > line.end && text_[next - 1] == '\n') {
    cmark_parser_feed(parser_, text_.data() + line.begin, next - line.begin);
    return;
  }
  if (!line.empty()) cmark_parser_feed(parser_, text_.data() + line.begin, line.size());
  cmark_parser_feed(parser_, "\n", 1);
}

// --- What cmark's parser says about the line just fed

/// Where the text that the current block took begins.
uint32_t LineFeed::text_begin() const {
  return line().begin + static_cast<uint32_t>(parser_->offset);
}

/// How many spaces of a tab that a container took half of went into the block's content.
uint32_t LineFeed::padding() const {
  return parser_->partially_consumed_tab ? 4 - static_cast<uint32_t>(parser_->column) % 4 : 0;
}

/// How many bytes the block's content grew by, its line feed included.
uint32_t LineFeed::text_size() const {
  const uint32_t begin = text_begin();
  return padding() + (begin <= line().end ? line().end - begin + 1 : 0);
}

ObservedBlock& LineFeed::observed(cmark_node* node) {
  if (node->user_data == nullptr) {
    ObservedBlock block;
    block.kind = kind_of(node);
    block.parent = node->parent;
    block.first_piece = static_cast<uint32_t>(parse_.pieces.size());
    parse_.blocks.push_back(block);
    node->user_data = reinterpret_cast<void*>(uintptr_t{parse_.blocks.size()});
  }
  return parse_.blocks[CmarkParse::index_of(node)];
}

void LineFeed::observe() {
  observe_closing_fence();
  cmark_node* current = parser_->current;
  switch (kind_of(current)) {
    case NodeKind::paragraph:
      add_piece(observed(current), text_size());
      break;
    case NodeKind::heading:
      observe_heading(current);
      break;
    case NodeKind::code_block:
      observe_code(current);
      break;
    case NodeKind::html_block:
      observe_html(current);
      break;
    case NodeKind::table:  // It was a paragraph until this line, its delimiter row.
      observed(current).kind = NodeKind::table;
      observed(current).closing_line = line_number();
      break;
    case NodeKind::table_row:
      observed(current).row_begin = line().begin + row_begin_;
      break;
    default:
      observe_closed_html(current->last_child);
  }
  observe_ancestors(current);
}

void LineFeed::add_piece(ObservedBlock& block, uint32_t size) {
  parse_.pieces.push_back({block.content_size, text_begin(), padding()});
  block.content_size += size;
  block.last_line = line_number();
  ++block.piece_count;
}

void LineFeed::observe_heading(cmark_node* heading) {
  ObservedBlock& block = observed(heading);
  if (heading->as.heading.setext) {
    block.closing_line = line_number();
  } else {
    add_piece(block, content_size(heading));
  }
}

void LineFeed::observe_code(cmark_node* code) {
  const bool opens = code->user_data == nullptr;
  ObservedBlock& block = observed(code);
  if (!code->as.code.fenced) {
    if (!parser_->blank) block.last_line = line_number();
    return;
  }
  open_fence_ = code;
  block.last_line = line_number();
  if (opens) {
    block.info = trimmed(text_, {text_begin(), line().end});
    return;
  }
  if (block.code_lines++ == 0) block.code.begin = text_begin() - (padding() > 0 ? 1 : 0);
  block.code.end = line().end;
}

/// A fenced code block was closed by its fence if its parent stayed open; otherwise it ended with that.
void LineFeed::observe_closing_fence() {
  cmark_node* fence = open_fence_;
  open_fence_ = nullptr;
  if (fence == nullptr || is_open(fence)) return;
  if (parser_->current == fence->parent && is_open(fence->parent))
    observed(fence).closing_line = line_number();
}

void LineFeed::observe_html(cmark_node* html) {
  ObservedBlock& block = observed(html);
  block.content_size += text_size();
  block.last_line = line_number();
}

/// Some HTML blocks close on the line they end with, after which their parent is the current block. Such a
/// block holds more than was seen of it.
void LineFeed::observe_closed_html(cmark_node* html) {
  if (html == nullptr || kind_of(html) != NodeKind::html_block || is_open(html)) return;
  const auto size = static_cast<uint32_t>(html->as.literal.len);
  if (html->user_data != nullptr && observed(html).content_size == size) return;
  ObservedBlock& block = observed(html);
  block.content_size = size;
  block.last_line = line_number();
}

void LineFeed::observe_ancestors(cmark_node* node) {
  depth_ = 0;
  for (; node != nullptr; node = node->parent) {
    ++depth_;
    // A definition list that goes on at the margin was closed with what its line did not continue.
    node->flags |= CMARK_NODE__OPEN;
    if (node->type == CMARK_NODE_BLOCK_QUOTE) observed(node).last_line = line_number();
  }
}

}  // namespace rubric
