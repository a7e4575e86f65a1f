#pragma once

#include <string>
#include <string_view>

#include "markdown/document.h"

namespace rubric {

/// The last line of a heading as it is written, without the markers of the quotes it stands in: what Hugo
/// before 0.144 makes its id of. Points into the source.
std::string_view written_heading_line(const Document& document, NodeId heading);

/// The line of attributes that goldmark takes for those of an ATX heading because `#`s close it: the next one
/// that is not blank, where it holds nothing else. An empty span where there is none.
Span attributes_below(const Document& document, NodeId heading);

/// What readers see of a line of a heading or term, as Hugo has it since 0.144
/// (markup/goldmark/internal/render): without HTML and bare links, character references resolved and dashes
/// made one sign. `text` is the part of the node to be read.
std::string plain_heading_text(const Document& document, NodeId node, Span text);

/// The text without `:name:` emoji, as older releases of Hugo leave it after putting in pictures.
std::string without_emoji(std::string_view text);

}  // namespace rubric
