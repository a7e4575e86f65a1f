#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "site/configuration.h"

namespace rubric {

/// What a Site does not know that is made of only some of its pages, or of the front matter alone of some: it
/// notes here every page that its answers may turn on. Who made it reads those and makes it anew, until it
/// asks for no more. What it finds then is what the whole site would find, but for URLs that two pages share.
/// What it misses may be at a page that only front matter leads to (an alias, a slug). Of one thread, and so
/// is a Site that notes here.
class UnreadPages {
 public:
  /// `paths` are those of all pages; the texts that they point to and `configuration` must outlive it.
  UnreadPages(const SiteConfiguration& configuration, std::vector<std::string_view> paths);

  /// Tells that a page, by its place among the paths, is known now.
  void mark_read(size_t page) { read_[page] = true; }
  /// Tells that the front matter of all pages is known: whatever follows from it is not noted any more.
  void mark_heads_read() { heads_read_ = true; }
  bool heads_read() const { return heads_read_; }
  /// Whether a file is a page of which nothing is known yet.
  bool holds(std::string_view path) const;

  /// Notes the page of a file.
  void want_file(std::string_view path);
  /// Notes the pages whose URL or place in content may be `place` ("/a/b", below baseURL's path), as far as
  /// that follows from their paths; a few more may be among them.
  void want_place(std::string_view place);
  /// Notes the sections (`_index.md`) at and above a folder below content: what their front matter hands down
  /// reaches there, and a section that is not published takes what is there along.
  void want_sections(std::string_view folder);
  /// Notes that an answer turns on the front matter of all pages.
  void want_heads() { wanted_.heads = !heads_read_; }
  /// Notes that an answer turns on the texts of all pages, on who includes a text for instance.
  void want_texts() { wanted_.texts = true; }

  struct Wanted {
    std::vector<size_t> pages;  ///< places among the paths, sorted
    bool heads = false;         ///< the front matter of all pages
    bool texts = false;         ///< all pages
  };
  /// What was noted since the last call.
  Wanted take_wanted();

 private:
  using Sketches = std::vector<std::pair<uint64_t, uint32_t>>;  // of places, and their pages; sorted

  void want_readings(std::string_view place);
  void want_sketch(const Sketches& sketches, uint64_t sketch);

  const SiteConfiguration& configuration_;
  std::vector<std::string_view> paths_;
  std::vector<bool> read_;
  bool heads_read_ = false;
  std::unordered_map<std::string_view, uint32_t> by_path_;
  Sketches by_place_;
  Sketches sections_;
  Wanted wanted_;
};

}  // namespace rubric
