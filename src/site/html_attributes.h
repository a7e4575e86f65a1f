#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// An attribute of an HTML element, as written.
struct HtmlAttribute {
  std::string element;  ///< lower case: "a", "img"
  std::string name;     ///< lower case: "href", "id"
  Span value;           ///< without its quotes, character references not decoded; empty when there is none
};

/// The attributes of all start tags in a piece of HTML, after the tokenizer of the HTML standard (13.2.5):
/// quotes respected, comments and the text of script, style, textarea, title and xmp skipped. Spans count
/// from `offset`. Never fails; linear.
std::vector<HtmlAttribute> html_attributes(std::string_view html, uint32_t offset);

}  // namespace rubric
