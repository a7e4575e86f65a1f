#pragma once

#include "markdown/tree.h"

struct cmark_node;
struct cmark_parser;
struct cmark_syntax_extension;

namespace rubric {

/// A parser in the calling thread's page arena with the extensions that `options` ask for, `first` (ours)
/// before all others. It is never freed: the arena is reset.
cmark_parser* new_cmark_parser(cmark_syntax_extension* first, const MarkdownOptions& options);

/// The kind of one of cmark's nodes.
NodeKind kind_of(const cmark_node* node);

}  // namespace rubric
