#pragma once

#include <string>
#include <vector>

#include "markdown/document.h"
#include "site/configuration.h"
#include "site/page.h"
#include "site/tag_spans.h"

namespace rubric {

/// What a call of ref or relref says beside the path; see Link.
struct RefOptions {
  std::string language;
  std::string output_format;
  bool miscounted = false;
  bool unseen = false;
};

/// A link as it stands in a Document.
struct FoundLink {
  LinkKind kind;
  std::string target;  ///< unescaped
  Span span;           ///< the destination
  RefOptions options;  ///< of a ref
};

/// The links of a page that may lead into its own site, in order of place: Markdown links, images and used
/// definitions, href and src of raw HTML, and ref shortcodes; and where `own` is given, addresses on the host
/// of that site. Left out are other hosts and schemes, and destinations that a shortcode writes.
std::vector<FoundLink> find_links(const Document& document, const TagSpans& tags,
                                  const SiteConfiguration* own);

/// The parameter of a call of Hugo's own ref or relref that names its target; null for other calls, and where
/// it has none.
const Parameter* ref_parameter(const Shortcode& call, const Dialect& dialect);

}  // namespace rubric
