#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "site/configuration.h"
#include "site/page.h"
#include "site/urls.h"

namespace rubric {

/// What sections and the configuration hand down to pages. Built by one thread; afterwards const and safe to
/// read from many threads. Keeps references to the configuration and the pages.
class Cascades {
 public:
  Cascades(const SiteConfiguration& configuration, std::span<const Page> pages);

  /// Whether anything is handed down at all; if not, a page's own publication is all there is.
  bool empty() const { return by_folder_.empty() && configuration_.cascades.empty(); }

  /// What the page's front matter says together with what it is handed down.
  Publication effective(const Page& page, const ContentFile& file) const;

  /// Whether a page that Hugo makes by itself is rendered. `path` is its place below content ("tags/x").
  Render render_of_made(std::string_view kind, std::string_view path, std::string_view language) const;

 private:
  struct Target;  // a page that something may be handed down to

  template <typename Visit>
  void for_each(const Target& target, std::string_view folder, Visit visit) const;
  bool matches(const Cascade& cascade, const Target& target) const;

  const SiteConfiguration& configuration_;
  // By folder below content and language.
  std::map<std::pair<std::string, std::string_view>, const std::vector<Cascade>*, std::less<>> by_folder_;
};

}  // namespace rubric
