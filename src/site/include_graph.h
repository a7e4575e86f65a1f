#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "site/page.h"

namespace rubric {

/// Which page pulls in which. Built by one thread; afterwards const and safe to read from many threads.
class IncludeGraph {
 public:
  /// `from` includes the Markdown file `to`; calls come in order of place.
  void connect(const Page& from, const Page& to);
  /// `from` has an include that leads nowhere known, so its text is not complete.
  void mark_incomplete(const Page& from) { nodes_[&from].incomplete = true; }

  /// Whether a page has includes at all.
  bool includes_anything(const Page& page) const;
  /// The page itself and all that it includes, at any depth, each once, the page first.
  std::vector<const Page*> with_included(const Page& page) const;
  /// Whether the text of a page is not fully known.
  bool is_incomplete(const Page& page) const;
  /// All pages that include `page`, at any depth, in order of path; not the page itself.
  std::vector<const Page*> includers(const Page& page) const;
  /// A shortest cycle that `page` is on and has the least path of: the page, what it includes, … and the page
  /// again; empty when there is none. So each cycle belongs to one page.
  std::vector<const Page*> cycle(const Page& page) const;

 private:
  struct Node {
    std::vector<const Page*> to;
    std::vector<const Page*> from;
    bool incomplete = false;
  };
  std::unordered_map<const Page*, Node> nodes_;  // only pages that include or are included
};

}  // namespace rubric
