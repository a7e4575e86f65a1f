#pragma once

#include <string>

#include "markdown/document.h"

namespace rubric {

/// A page's tree as text, a node a line, children indented: kind, `line:column-line:column` of its span
/// (1-based, code points, end exclusive) and for leaves their source in quotes. For people, tests and `rubric
/// dump tree`.
std::string dump_tree(const Document& document);

}  // namespace rubric
