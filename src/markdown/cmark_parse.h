#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "markdown/line_map.h"
#include "markdown/tree.h"
#include "text/span.h"

struct cmark_node;

namespace rubric {

/// What was seen of one block while cmark took the text line by line. Line numbers count from 1; 0 is none.
struct ObservedBlock {
  NodeKind kind = NodeKind::paragraph;
  bool in_tree = false;  ///< false for a paragraph that held nothing but definitions
  const cmark_node* parent = nullptr;
  uint32_t first_piece = 0;  ///< of paragraphs and headings: their pieces in CmarkParse::pieces
  uint32_t piece_count = 0;
  uint32_t content_size = 0;  ///< bytes of content taken from all lines
  uint32_t last_line = 0;     ///< the last line that belongs to it
  uint32_t closing_line = 0;  ///< a closing fence, a setext underline, a table's delimiter row
  uint32_t code_lines = 0;    ///< of a fenced code block: how many lines stand between its fences
  Span code;                  ///< and where, if there are any
  Span info;                  ///< of a fenced code block: its info string
  uint32_t row_begin = 0;     ///< of a table row
};

/// cmark-gfm's tree of a text together with what was observed of its blocks. The tree lives in the calling
/// thread's page arena: it is valid until the next parse on this thread.
struct CmarkParse {
  cmark_node* root = nullptr;
  std::vector<Span> lines;            ///< line n, without its line end, is lines[n - 1]
  std::vector<Piece> pieces;          ///< Piece::content counts from the beginning of each block's content
  std::vector<ObservedBlock> blocks;  ///< in document order
  Span refused;                       ///< the rest of a text too hostile to be parsed; empty for honest ones

  /// What was observed of a block, or null when there was nothing to observe.
  const ObservedBlock* observed(const cmark_node* node) const;

  std::span<const Piece> pieces_of(const ObservedBlock& block) const {
    return std::span(pieces).subspan(block.first_piece, block.piece_count);
  }

  /// The place in `blocks` of a node of which something was observed.
  static size_t index_of(const cmark_node* node);
};

/// Parses a text that holds no NUL and no ill-formed UTF-8. In the tree, footnote definitions stay where they
/// are written, and a reference link's URL is the ordinal of its definition, in decimal.
CmarkParse parse_with_cmark(std::string_view text, const MarkdownOptions& options);

/// Whether a guard kept cmark from parsing this leaf's inlines.
bool left_unparsed(const cmark_node* node);

}  // namespace rubric
