#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"
#include "site/code_hosting.h"
#include "site/tag_spans.h"

namespace rubric {

/// An id of a page, and where it stands.
struct FoundAnchor {
  std::string id;
  uint32_t offset;
  char form = 'f';  ///< an id_form
};

/// The ids of a page.
struct PageAnchors {
  std::vector<FoundAnchor> anchors;  ///< in order of the text
  bool open = false;  ///< there are further ids that no static reading sees (of a shortcode in a heading)
};

/// Finds the ids that goldmark, raw HTML and shortcodes give a page: headings, terms, attributes, `id` and
/// `name`, footnotes. In a text outside Hugo (a Dialect without shortcodes) headings have the ids of code
/// hosts instead.
PageAnchors find_anchors(const Document& document, const TagSpans& tags, const CodeHosting& hosting = {});

}  // namespace rubric
