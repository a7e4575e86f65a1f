#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "temporary_folder.h"

namespace rubric {

/// What Hugo made of one page. Either it built the page, and `html` is the result, or it stopped there.
struct HugoVerdict {
  bool fails = false;
  std::string message;  ///< Hugo's, from the page's name on
  uint32_t line = 0;    ///< where Hugo says that it failed; 0 when it does not say
  uint32_t column = 0;  ///< in bytes
  std::string html;
};

/// What a shell command prints, errors included. Throws when it cannot be run.
std::string output_of(const std::string& command);

/// The release of the `hugo` on the PATH; nothing without one.
std::optional<HugoVersion> installed_hugo();

/// A site in a temporary folder, built by the installed Hugo. For one thread; two of them can build at once.
class HugoSite {
 public:
  /// `files` are configuration and layouts, by their paths in the site.
  explicit HugoSite(const std::map<std::string, std::string>& files);

  /// Builds the pages together. Where Hugo stops at one, that one is left out and the others are built again.
  std::vector<HugoVerdict> build(std::span<const std::string> pages);
  HugoVerdict build(const std::string& page) { return build(std::span(&page, 1)).front(); }

 private:
  std::vector<HugoVerdict> build_halves(std::span<const std::string> pages, const std::string& output);
  std::string run() const;

  TemporaryFolder folder_;
};

}  // namespace rubric
