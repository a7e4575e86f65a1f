#pragma once

#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "shortcode/shortcodes.h"
#include "text/span.h"

namespace rubric {

/// The shortcode tags of a page, for the question whether a stretch of its Markdown holds one. Sorted and
/// disjoint.
class TagSpans {
 public:
  explicit TagSpans(const Shortcodes& shortcodes);
  bool overlap(Span span) const;

 private:
  std::vector<Span> spans_;
};

/// The bytes of `span` as the Markdown parser saw them, shortcodes masked, be it in the page's body or in an
/// inner text that is a document of its own.
std::string_view parsed_slice(const Document& document, Span span);

}  // namespace rubric
