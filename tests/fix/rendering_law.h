#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"
#include "text/edit.h"

namespace rubric {

/// The edits of one page, sorted, with the groups of the rules that they come from.
struct PageEdits {
  std::vector<Edit> edits;
  std::vector<std::string> groups;
};

/// What is wrong with how cmark-gfm renders a page after the edits; empty if nothing is. Blocks without an
/// edit are rendered as before, where their links lead aside if links are edited. Of blocks in which words or
/// links are edited the tags stay, and in those of links the words, too. A page that only lost comments looks
/// the same.
std::string rendering_violation(const Document& before, const Document& after, const PageEdits& page);

}  // namespace rubric
