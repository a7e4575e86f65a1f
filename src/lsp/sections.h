#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"

namespace rubric {

/// A heading with what stands under it.
struct Section {
  NodeId heading = 0;
  Span span;          ///< from the heading to the last line that is not blank before the next of its level
  std::string title;  ///< the heading as readers see it; never empty
};

/// The sections of a page by place; they nest. One in a quote, a list or an inner text ends with that.
std::vector<Section> sections(const Document& document);

}  // namespace rubric
