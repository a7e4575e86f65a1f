#pragma once

#include <cstdint>
#include <string_view>

#include "markdown/cmark_parse.h"
#include "markdown/guards.h"

struct cmark_node;
struct cmark_parser;

namespace rubric {

/// Gives cmark a text line by line and writes down, after each line, what happened to it.
class LineFeed {
 public:
  /// All must outlive the feed; the notes go into `parse`.
  LineFeed(std::string_view text, cmark_parser* parser, PageGuard& guard, CmarkParse& parse)
      : text_(text), parser_(parser), guard_(guard), parse_(parse) {}

  /// Feeds all lines, or those before the first that a guard refuses.
  void feed_all();

  /// To be called by an extension when cmark looks for a block inside a table on a line that is not blank:
  /// the parser's position is then where a row begins, and is lost afterwards.
  void note_row_begin();

 private:
  uint32_t line_end(uint32_t begin) const;
  uint32_t after_line_end(uint32_t end) const;
  bool allows(Span line);
  void feed(Span line, uint32_t next);

  void observe();
  void observe_heading(cmark_node* heading);
  void observe_code(cmark_node* code);
  void observe_closing_fence();
  void observe_html(cmark_node* html);
  void observe_closed_html(cmark_node* html);
  void observe_ancestors(cmark_node* node);
  void add_piece(ObservedBlock& block, uint32_t size);
  ObservedBlock& observed(cmark_node* node);

  uint32_t line_number() const { return static_cast<uint32_t>(parse_.lines.size()); }
  Span line() const { return parse_.lines.back(); }
  uint32_t text_begin() const;
  uint32_t padding() const;
  uint32_t text_size() const;

  std::string_view text_;
  cmark_parser* parser_;
  PageGuard& guard_;
  CmarkParse& parse_;
  bool has_returns_ = false;          // whether lines may end in CR
  cmark_node* open_fence_ = nullptr;  // the fenced code block that took the last line
  uint32_t row_begin_ = 0;            // within the line
  uint32_t depth_ = 0;                // of the block that took the last line
};

}  // namespace rubric
