#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// A file of a generated site in parts, each of which can be left out by itself: of a page the first is the
/// front matter. A link's destination has a place mark before it, as `mark_place` makes it.
struct SiteFile {
  std::string path;
  std::vector<std::string> parts;

  bool is_page() const { return path.ends_with(".md"); }
  /// The text without place marks.
  std::string text() const;
  /// The marks of the links by where their destinations stand.
  std::map<Position, uint32_t> places() const;
};

/// A generated site. Its layouts print each page's content file into `data-source`.
struct LinkSite {
  std::string variant;
  std::string base_url;
  std::vector<SiteFile> files;
  /// What rubric reads in the place of files of these paths; empty for a file that it does not see. For a
  /// link hook that current Hugo has built in and the installed one has not.
  std::map<std::string, std::string> for_rubric;
  bool newer = false;  ///< rubric is told that a current Hugo builds it
};

/// A place mark for the link of that number.
std::string mark_place(uint32_t link);

}  // namespace rubric
