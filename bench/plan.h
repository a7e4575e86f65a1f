#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace rubric::bench {

/// What is known of a page before any page is written, so that pages can link to each other's anchors.
struct PlannedPage {
  std::string path;   ///< below the handbook, such as content/handbook/audit/index.md
  std::string url;    ///< as Hugo publishes it, beginning and ending in "/"
  std::string alias;  ///< a further URL; empty for most
  std::string title;
  std::vector<std::string> headings;  ///< in order, all different; ASCII letters and blanks
  size_t bytes = 0;                   ///< the size to aim for
  bool bundle = false;                ///< a leaf bundle: diagram.svg lies beside it
};

/// A file below assets that pages pull in.
struct PlannedInclude {
  std::string path;  ///< below the handbook, beginning with assets/
  std::string heading;

  std::string argument() const { return path.substr(std::string("assets/").size()); }
};

/// A whole handbook, in the order in which it is written.
struct Plan {
  std::vector<PlannedPage> pages;
  std::vector<PlannedInclude> includes;
  uint64_t seed = 0;
};

/// Plans `pages` content pages: sections nested up to five deep, one page in eight a leaf bundle. Page sizes
/// have a median of 8 kB, a 90th percentile of 28 kB and a largest page of 320 kB, whatever the seed.
Plan plan_handbook(size_t pages, uint64_t seed);

/// The id that Hugo gives a heading of ASCII letters and blanks.
std::string anchor_of(const std::string& heading);

}  // namespace rubric::bench
