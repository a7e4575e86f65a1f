#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shortcode/dialect.h"

namespace rubric {

/// A call of a shortcode, with what it is called with.
struct CallUse {
  std::string name;
  /// A parameter's name, or its place ("0") among positional ones; and its value, empty when it is long.
  std::vector<std::pair<std::string, std::string>> parameters;
};

/// What a page's text shows of how its site is written: asked for where a writer is to be told what others
/// write, and in no fact that rules need.
struct PageUse {
  std::vector<CallUse> calls;
  /// Keys of the front matter with their values, a list's items each by itself; empty when it is long or has
  /// parts.
  std::vector<std::pair<std::string, std::string>> front_matter;
};

/// Reads it without parsing the Markdown.
PageUse read_page_use(std::string_view text, const Dialect& dialect);

}  // namespace rubric
