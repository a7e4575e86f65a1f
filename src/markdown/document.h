#pragma once

#include <string>
#include <vector>

#include "markdown/front_matter.h"
#include "markdown/mask.h"
#include "markdown/tree.h"
#include "shortcode/shortcodes.h"
#include "text/source.h"

namespace rubric {

/// One page, parsed: front matter, shortcodes and Markdown over the same bytes. Made once, read by page rules
/// and by the extraction of facts, then freed. Construction never fails: whatever is wrong with the text is
/// inside. Pinned like its Source; immutable, so safe to read from many threads.
struct Document {
  /// `path` is repository-relative and only carried along. `dialect` must outlive the document.
  Document(std::string path, std::string text, const Dialect& dialect);

  const std::string path;
  const Dialect& dialect;
  const Source source;
  const FrontMatter front_matter;
  const Shortcodes shortcodes;
  const MaskedText masked;
  const ParsedMarkdown markdown;

  const Tree& tree() const { return markdown.tree; }
  /// The text that the Markdown parser saw: the source with its shortcodes masked, at the same offsets.
  std::string_view markdown_text() const { return masked.text.empty() ? source.text() : masked.text; }
};

}  // namespace rubric
