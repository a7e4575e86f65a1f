#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "markdown/document.h"
#include "text/span_cover.h"

namespace rubric {

/// Where HTML comments stand in a page, or could, without any effect on what readers see. Answers only what
/// is certain: a comment keeps a line from being a table's, a definition's or the underline of a heading,
/// parts two lists and goes into a heading's id. Refers to the document. Building is linear, an answer costs
/// the logarithm of the number of nodes.
class CommentPlaces {
 public:
  explicit CommentPlaces(const Document& document);

  /// What goes when the comment goes, one of a single line: at the end of a line of text the blanks before
  /// it, of a block of its own its line and a blank one. Empty where the page might look otherwise without
  /// it.
  Span removable(Span comment) const;

  /// Where a comment can be put, with a blank before it, that ends in the line of `offset`: behind the text
  /// of that line, or of the cell of a table that holds `offset`.
  std::optional<uint32_t> place_in_line(uint32_t offset) const;

  /// Where a line that holds nothing but a comment can be put: before the line of `offset`, if a block of the
  /// top level begins there.
  std::optional<uint32_t> place_above(uint32_t offset) const;

 private:
  struct Leaf {
    Span span;
    NodeKind kind;
  };

  Span removable_at_line_end(Span comment, Span line) const;
  Span removable_line(Span comment, uint32_t line) const;
  const Leaf* leaf_at(uint32_t offset) const;
  bool begins_call_around(Span leaf, uint32_t offset) const;
  bool is_plain(Span text, const Leaf& leaf) const;

  const Document& document_;
  std::vector<Leaf> leaves_;    // paragraphs and cells of tables, by place
  std::vector<NodeId> blocks_;  // of the top level
  SpanCover opaque_;            // inlines and tags in which a comment would be none, or something else
  SpanCover calls_;             // with their inner texts
};

}  // namespace rubric
