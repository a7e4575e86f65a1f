#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rubric {

/// What a list of attributes, `{#id .class key="value"}`, says that matters here.
struct Attributes {
  std::optional<std::string> id;  ///< the last one that is written; `{#}` writes an empty one
  size_t end = 0;                 ///< one past the closing brace
};

/// Reads the attributes whose `{` stands at `open`, as goldmark does (parser/attribute.go of its version 1):
/// `#id`, `.class` and `key=value`, parted by blanks or one comma, up to `}`. A value is a quoted string, a
/// number, a word, or a list in `[]` or `{}`. Nothing where the line ends before that, or other text stands
/// in it. Linear in the text that is read.
std::optional<Attributes> read_attributes(std::string_view line, size_t open);

}  // namespace rubric
