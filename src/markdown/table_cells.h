#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "markdown/line_map.h"
#include "text/span.h"

struct cmark_node;

namespace rubric {

/// Where a table cell's text stands, trimmed; `row` is its row's text, trimmed. cmark counts a cell's columns
/// from `origin`: in a body row from the row's beginning, in a header row from the beginning of the paragraph
/// that became the table, as if that had been on one line with the row. Cells that cmark made up to fill a
/// row are empty at the row's end.
Span place_of_cell(std::string_view text, const cmark_node* cell, Span row, int64_t origin);

/// Appends the pieces of a stretch of source in which cmark dropped every `\` before a pipe; `content` is
/// where it begins in the content. Returns where it ends there.
uint32_t append_pieces_without_escapes(std::string_view text, Span stretch, uint32_t content,
                                       std::vector<Piece>& pieces);

/// The pieces of a paragraph that was cut off by the table its last line began: those of `paragraph` but for
/// the header row, counted from `dropped`, with every `\` before a pipe dropped.
std::vector<Piece> pieces_of_cut_paragraph(std::string_view text, std::span<const Piece> paragraph,
                                           uint32_t dropped);

}  // namespace rubric
