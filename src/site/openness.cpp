// How it works: a template opens a page when it may write ids that cannot be known. An empty template of the
// site's stands in for one that is elsewhere.

#include "site/openness.h"

#include <algorithm>

namespace rubric {

bool may_write_ids(const Shortcode& call, const Dialect& dialect) {
  if (call.slip >= 0) return false;
  const ShortcodeTemplate* shortcode = dialect.find(call.name);
  if (shortcode == nullptr) return true;
  const bool unread = shortcode->path.empty() && shortcode->inner == InnerText::unknown;
  const IncludeTemplate& included = shortcode->included;
  if (shortcode->include && !included.lookups.empty())
    return included.output == IncludeOutput::unknown || (included.wrapped && shortcode->writes_html);
  if (shortcode->include) return false;
  return unread || shortcode->writes_html || shortcode->prints_nothing;
}

std::vector<std::string> shortcodes_that_open(const Document& document) {
  std::vector<std::string> names;
  for (const Shortcode& call : document.shortcodes.calls) {
    if (may_write_ids(call, document.dialect) &&
        std::find(names.begin(), names.end(), call.name) == names.end())
      names.push_back(call.name);
  }
  return names;
}

}  // namespace rubric
