#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace rubric {

/// A line of a page as a terminal shows it, and the carets that go below it.
struct Excerpt {
  std::string line;  ///< tabs as four spaces, cells as in report/terminal.h, at most 100 columns and two `…`
  std::string marks;  ///< spaces, then at least one `^`; aligned with `line`
};

/// The excerpt of `line` (without its line end) that shows `span`, whose offsets count from the line's start.
/// The span may be empty and may reach beyond the line; it must begin in it or at its end. Takes the same
/// time however long the line is.
Excerpt excerpt(std::string_view line, Span span);

}  // namespace rubric
