#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "site/page_use.h"
#include "site/site.h"
#include "workspace/workspace.h"

namespace rubric {

/// How often something is written, and with which values.
struct ValueUse {
  uint32_t count = 0;
  std::map<std::string, uint32_t, std::less<>> values = {};  ///< those that are short, with their counts

  /// The values by count, the most frequent first; at most so many.
  std::vector<std::pair<std::string, uint32_t>> most_frequent(size_t most) const;
};

/// How the pages of a site call a shortcode.
struct ShortcodeUse {
  uint32_t calls = 0;
  uint32_t pages = 0;
  std::map<std::string, ValueUse, std::less<>> parameters = {};  ///< by name, or place ("0")
};

/// What the pages of a site write in front matter and shortcodes. Collected when it is first asked for, and
/// kept up to date from the texts that changed since. Of one thread.
class SiteUse {
 public:
  void bring_up_to_date(const Site& site, const Workspace& workspace);

  ShortcodeUse of_shortcode(std::string_view name) const;
  /// How often each key stands in front matter, as it is written.
  std::map<std::string, ValueUse, std::less<>> of_keys() const;

 private:
  struct Known {
    size_t hash = 0;  // of the text
    uint64_t round = 0;
    PageUse use;
  };

  std::unordered_map<std::string, Known> pages_;
  uint64_t round_ = 0;
};

}  // namespace rubric
