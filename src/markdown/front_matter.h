#pragma once

#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "text/span.h"

namespace rubric {

/// What Hugo takes the beginning of a page without front matter for. Except for comments, its lexer decides
/// by the first character (parser/pageparser/pagelexer_intro.go), and then fails.
enum class MistakenStart : uint8_t {
  nothing,
  yaml,  ///< `-`: a list item, a thematic break
  list,  ///< `---` around a list, which Hugo refuses; it may have been meant as front matter
  toml,  ///< `+`
  json,  ///< `{`: a shortcode
  html,  ///< `<`, but of no comment: plain HTML, which Hugo refuses before 0.123
};

/// The metadata block at the head of a page: `---` YAML, `+++` TOML or `{` JSON, as Hugo takes it. Leading
/// blanks and a byte-order mark may precede it.
struct FrontMatter {
  bool present = false;
  ValueFormat format = ValueFormat::yaml;
  Span
      span;  ///< delimiters included, up to and including the closing delimiter's line end; empty when absent
  Span content;                                     ///< between the delimiters
  Value root;                                       ///< a mapping, when there is front matter without errors
  MistakenStart mistaken = MistakenStart::nothing;  ///< only where absent, and only where Hugo surely fails
  std::vector<ValueError> errors;  ///< no closing delimiter, syntax errors, a root that is no mapping
};

/// Reads the front matter of a page's text; never throws.
FrontMatter parse_front_matter(std::string_view text);

}  // namespace rubric
