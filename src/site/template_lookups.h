#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/file_tree.h"

namespace rubric {

struct SiteConfiguration;

/// What the templates of a site read of its files, apart from what calls of an include name.
struct TemplateLookups {
  bool known = false;  ///< false: some template computes what it reads, so that it may be any file
  std::set<std::string, std::less<>> names;  ///< strings in templates: paths, or parts of one
  std::vector<std::string> patterns;         ///< of `resources.Match` and `resources.GetMatch`

  /// Whether a template may read the file of that path: a string in a template is the end of it (with or
  /// without extension), or a pattern matches. To be asked only where `known`.
  bool may_read(std::string_view path) const;
};

/// Reads all layouts, and looks for tags in what may call shortcodes beside Markdown pages: other content and
/// archetypes. Content adapters may make any page. The configuration is to be complete but for this.
TemplateLookups read_template_lookups(const FileTree& files, const ReadFile& read,
                                      const SiteConfiguration& site);

}  // namespace rubric
