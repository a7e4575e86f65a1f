#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// A link of a published page.
struct HtmlLink {
  uint32_t mark = 0;     ///< the last one in the text before it; 0 when there is none
  std::string url;       ///< as the attribute holds it, character references decoded
  bool is_file = false;  ///< `src`: what is loaded into the page
};

/// What a browser sees of a published page.
struct HtmlPage {
  std::string source;           ///< the content file it was made from, as the layouts of a LinkSite tell
  std::set<uint32_t> marks;     ///< all in its text
  std::vector<HtmlLink> links;  ///< in order
  std::set<std::string, std::less<>> ids;  ///< what a fragment can point to: `id`, and `name` of an `a`
  bool redirects = false;                  ///< it has a meta refresh
};

/// Parses HTML as browsers do (by gumbo). A mark is a word like `m17e`; it tells the links of a generated
/// page apart.
HtmlPage read_html(const std::string& html);

}  // namespace rubric
