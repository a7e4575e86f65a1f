#pragma once

#include <cstdint>
#include <vector>

#include "markdown/document.h"

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

 private:
  struct Leaf {
    Span span;
    NodeKind kind;
  };

  Span removable_at_line_end(Span comment, Span line) const;
  Span removable_line(Span comment, uint32_t line) const;
  const Leaf* leaf_at(uint32_t offset) const;
  bool is_plain(Span text, const Leaf& leaf) const;

  const Document& document_;
  std::vector<Leaf> leaves_;    // paragraphs and cells of tables, by place
  std::vector<NodeId> blocks_;  // of the top level
};

}  // namespace rubric
