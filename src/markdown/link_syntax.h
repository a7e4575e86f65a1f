#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// The parts of a link's destination and title, as spans in the text that was scanned.
struct LinkTail {
  Span destination;  ///< without `<` `>`
  Span title;        ///< without its quotes; empty when there is none
  uint32_t end = 0;  ///< after the closing parenthesis
};

/// A link reference definition (CommonMark 4.7), as spans in the text that was scanned.
struct DefinitionSyntax {
  Span span;  ///< from `[` to the end of the destination or title
  Span label;
  Span destination;
  Span title;
  uint32_t end = 0;  ///< where the next block of the paragraph begins: after the line end
};

/// The link label that starts at `offset` (CommonMark 6.6): its text without the brackets.
std::optional<Span> scan_link_label(std::string_view text, uint32_t offset);

/// `(destination "title")` at `offset`: the tail of an inline link or image (CommonMark 6.6).
std::optional<LinkTail> scan_link_tail(std::string_view text, uint32_t offset);

/// The definition that starts at `offset`. These scanners accept what cmark-gfm accepts, which is what the
/// walk over its tree needs; where it differs from CommonMark, cmark-gfm wins.
std::optional<DefinitionSyntax> scan_definition(std::string_view text, uint32_t offset);

/// Whether the byte is an ASCII punctuation character, hence one that a backslash escapes.
bool is_ascii_punctuation(char byte);

/// Whether the byte is white space to cmark: space, tab, line feed or return. It trims nothing else.
bool is_markdown_space(char byte);

}  // namespace rubric
