#pragma once

#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "text/span.h"

namespace rubric {

/// The metadata block at the head of a page: `---` YAML, `+++` TOML or `{` JSON, as Hugo takes it. Leading
/// blanks and a byte-order mark may precede it.
struct FrontMatter {
  bool present = false;
  ValueFormat format = ValueFormat::yaml;
  Span
      span;  ///< delimiters included, up to and including the closing delimiter's line end; empty when absent
  Span content;                    ///< between the delimiters
  Value root;                      ///< a mapping, when there is front matter without errors
  std::vector<ValueError> errors;  ///< no closing delimiter, syntax errors, a root that is no mapping
};

/// Reads the front matter of a page's text; never throws.
FrontMatter parse_front_matter(std::string_view text);

}  // namespace rubric
