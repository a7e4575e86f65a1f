#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "site/file_tree.h"

namespace rubric {

/// Which images (repository-relative paths) below some folders have their file name in some text: a page,
/// template, style, script or data. Letter case and folders do not matter: an image that was moved has dead
/// links, which is another matter. Nothing is said of images that a template may find without their name (a
/// computed name, a pattern, all of a page), nor of icons that browsers ask for by themselves.
class ImageMentions {
 public:
  ImageMentions(const FileTree& files, const std::vector<std::string>& folders);

  /// Takes note of what a text mentions, if it is one of at most 4 MiB. May be called from many threads.
  void read(std::string_view text);

  /// The images that no text mentions so far, sorted.
  std::vector<std::string> unused() const;

  /// Whether a file of that path is an image, and no text that may name one.
  static bool is_image(std::string_view path);

 private:
  void read_name(std::string_view text, size_t ending);

  static constexpr size_t kinds = 11;  // of images

  std::multimap<std::string, std::string, std::less<>> images_;  // by name in lower case
  std::map<std::string_view, size_t> places_;                    // of the names in seen_
  std::set<size_t> sizes_;                                       // of the names
  std::set<std::string, std::less<>> bundled_;                   // images beside an index.md or _index.md
  std::unique_ptr<std::atomic<bool>[]> seen_;
  std::array<std::atomic<bool>, kinds> open_endings_ = {};  // found by names that are computed
  std::atomic<bool> takes_any_ = false;                     // of a page
};

}  // namespace rubric
