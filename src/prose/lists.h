#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "prose/prose.h"

namespace rubric {

/// A list of a page with the words of its items. Sublists are lists of their own.
struct TextList {
  NodeId node = 0;
  bool ordered = false;
  bool nested = false;        ///< stands in an item of another list
  uint8_t heading_level = 0;  ///< of the heading that it stands under; 0 for none
  NodeId heading = 0;         ///< that heading; 0 for none
  /// Of each item the first paragraph; empty for an item that does not begin with one.
  std::vector<ProseBlock> items;
};

/// The lists of a page in the order of their beginnings. Linear.
std::vector<TextList> lists_of(const Document& document, const Prose& prose);

}  // namespace rubric
