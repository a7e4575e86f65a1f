#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "site/page.h"

namespace rubric {

/// How the text of a file comes into the page that includes it.
enum class IncludeWay : uint8_t {
  unknown,
  pasted,    ///< into the page's Markdown, as it is: shortcodes in it are text
  joined,    ///< into the page's Markdown, with its shortcodes rendered
  rendered,  ///< as a document of its own, with shortcodes and ids of its own
  printed,   ///< as it is, where HTML is expected: neither Markdown nor shortcodes
};

/// One call on the way from a page to a text.
struct IncludeStep {
  const Page* page = nullptr;
  const Include* include = nullptr;
};

/// Which page pulls in which. Built by one thread; afterwards const and safe to read from many threads.
class IncludeGraph {
 public:
  /// `from` includes the Markdown file `to` by that call of its own; calls come in order of place.
  void connect(const Page& from, const Page& to, const Include* include = nullptr,
               IncludeWay way = IncludeWay::rendered);
  /// `from` has an include that leads nowhere known, so its text is not complete.
  void mark_incomplete(const Page& from) { nodes_[&from].incomplete = true; }
  /// To be called once, when all is connected.
  void finish();

  /// Whether a page has includes at all.
  bool includes_anything(const Page& page) const;
  /// The page itself and all that it includes, at any depth, each once, the page first.
  std::vector<const Page*> with_included(const Page& page) const;
  /// Whether the text of a page is not fully known.
  bool is_incomplete(const Page& page) const;
  /// All pages that include `page`, at any depth, in order of path; not the page itself.
  std::vector<const Page*> includers(const Page& page) const;
  /// A shortest cycle that `page` is on and has the least path of: the page, what it includes, … and the page
  /// again; empty when there is none. So each cycle belongs to one page. Only texts whose shortcodes Hugo
  /// surely reads again go round.
  std::vector<IncludeStep> cycle(const Page& page) const;
  /// The calls by which `from` comes to include `to`, the shortest way; empty when it does not.
  std::vector<IncludeStep> chain(const Page& from, const Page& to) const;
  /// Whether Hugo reads the shortcodes of a page's text anywhere, as far as is known: false for a text that
  /// every include prints as it is.
  bool reads_shortcodes(const Page& page) const;
  /// Whether the Markdown of a page is rendered anywhere, as far as is known.
  bool is_markdown(const Page& page) const;
  /// A call that prints the text of `page` with its tags unread, in a text that is read; or none.
  IncludeStep printed_by(const Page& page) const;
  /// How that call of the page includes what it does; null when it leads to no page.
  const Page* included(const Page& page, const Include& include, IncludeWay& way) const;

 private:
  struct Edge {
    const Page* page = nullptr;
    const Include* include = nullptr;
    IncludeWay way = IncludeWay::unknown;

    bool may_read() const { return way != IncludeWay::pasted && way != IncludeWay::printed; }
  };
  struct Node {
    std::vector<Edge> to, from;
    bool incomplete = false;
    bool read = false;     // its shortcodes are, somewhere
    bool reached = false;  // from a page
  };

  const Node* find(const Page& page) const;
  std::vector<IncludeStep> way_to(const Page& from, const Page& to, bool certain) const;

  std::unordered_map<const Page*, Node> nodes_;  // only pages that include or are included
};

}  // namespace rubric
