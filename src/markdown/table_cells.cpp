// How it works: cmark splits a row at its pipes before inlines are parsed, and gives each cell a copy of its
// text from which the `\` of every `\|` is gone. The columns it keeps are those of the text before that,
// which makes them exact; the dropped bytes each end a piece.

#include "markdown/table_cells.h"

#include <algorithm>

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include "markdown/link_syntax.h"

namespace rubric {

Span place_of_cell(std::string_view text, const cmark_node* cell, Span row, int64_t origin) {
  if (cell->start_column == 0) return {row.end, row.end};
  const int64_t table_column = cell->parent->parent->start_column;
  const auto within_row = [&](int64_t offset) {
    return static_cast<uint32_t>(std::clamp<int64_t>(origin + offset, row.begin, row.end));
  };
  Span place;
  place.begin = within_row(cell->start_column - table_column + cell->internal_offset);
  place.end = std::max(place.begin, within_row(cell->end_column - table_column + 1));
  while (!place.empty() && is_markdown_space(text[place.end - 1])) --place.end;
  while (!place.empty() && is_markdown_space(text[place.begin])) ++place.begin;
  return place;
}

uint32_t append_pieces_without_escapes(std::string_view text, Span stretch, uint32_t content,
                                       std::vector<Piece>& pieces) {
  pieces.push_back({content, stretch.begin, 0});
  uint32_t dropped = 0;
  for (uint32_t at = stretch.begin; at + 1 < stretch.end; ++at) {
    if (text[at] != '\\' || text[at + 1] != '|') continue;
    pieces.push_back({content + at - stretch.begin - dropped, at + 1, 0});
    ++dropped;
    ++at;
  }
  return content + stretch.size() - dropped;
}

std::vector<Piece> pieces_of_cut_paragraph(std::string_view text, std::span<const Piece> paragraph,
                                           uint32_t dropped) {
  std::vector<Piece> pieces;
  uint32_t content = 0;
  for (size_t line = 0; line + 1 < paragraph.size(); ++line) {
    const Piece& piece = paragraph[line];
    if (piece.content < dropped) continue;
    const uint32_t size = paragraph[line + 1].content - piece.content - piece.padding - 1;
    const size_t first = pieces.size();
    const uint32_t end =
        append_pieces_without_escapes(text, {piece.source, piece.source + size}, content, pieces);
    pieces[first].padding = piece.padding;
    for (size_t later = first + 1; later < pieces.size(); ++later) pieces[later].content += piece.padding;
    content = end + piece.padding + 1;
  }
  return pieces;
}

}  // namespace rubric
