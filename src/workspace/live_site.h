#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/diagnostic.h"
#include "workspace/workspace.h"

namespace rubric {

/// A site under an editor's hands: texts change one after the other, and what is asked of it is always what a
/// fresh check of the same texts says, URLs that pages share aside until the whole site is known. Of one
/// thread; makes its own for work on many pages.
class LiveSite {
 public:
  /// `workspace` must outlive it and is changed through it alone.
  explicit LiveSite(Workspace& workspace) : workspace_(workspace) {}

  /// Puts a text in the place of a file's bytes; nothing is read before it is asked for.
  void update(const std::string& path, std::string text);
  /// Takes it back: the disk's bytes count again.
  void revert(const std::string& path);
  /// The disk's bytes of a known page have changed; of no effect where a text stands in their place.
  void reread(const std::string& path);

  /// The findings of one page, as `check` gives them; none when it is not linted.
  std::vector<Diagnostic> findings(std::string_view path);

  /// Whether what changed since findings() of that page may have changed them, as far as the site is known.
  bool is_stale(std::string_view path);

  /// A page whose findings others' changes have changed, with all that it has now.
  struct Touched {
    std::string path;
    std::vector<Diagnostic> findings;
  };
  /// Does a piece of what is to be done while nothing is asked: reads a part of the site, or looks again at
  /// pages that changes elsewhere may have broken or mended. Tells those whose findings changed by it.
  /// Nothing when there is no more to do.
  std::optional<std::vector<Touched>> work();

  /// Calls `visit` with the site, for as long as the call takes.
  void visit(const std::function<void(const Site&)>& visit);

  /// Calls `visit` with the facts of a page and its site, for as long as the call takes. False when there is
  /// no such page.
  bool visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit);

  const Workspace& workspace() const { return workspace_; }

 private:
  // What is known of a page, index by index with the workspace's.
  struct State {
    bool current = false;              // `findings` are those of the Site as it is
    bool known = false;                // they were worked out at some time
    bool follows = false;              // what is said of its fragments may turn on the ids of any page
    std::vector<Diagnostic> findings;  // of the site rules
    std::vector<uint32_t> targets;     // pages of whose ids they tell, sorted
  };

  void read_changes();
  void replace(size_t page);
  void make_site(std::vector<Page> pages);
  void give_back();
  bool read_some();
  void read_all();
  std::vector<uint32_t> links_into(const Page& page) const;
  void mark_stale(const Page& page);
  void mark_dependants(const Page& page, bool ids);
  void judge_all(const std::vector<uint32_t>& pages);
  void judge(uint32_t page);
  std::vector<Diagnostic> all_findings(uint32_t page);
  std::vector<Touched> look_again(size_t most);
  uint32_t index_of(const Page& page) const;

  Workspace& workspace_;
  std::optional<Site> site_;   // of all pages, once they are read
  std::set<size_t> changed_;   // pages whose text is newer than what the Site has of them
  std::vector<State> states_;  // empty without a Site
  std::set<uint32_t> stale_;   // those that are not current
  std::unordered_map<uint32_t, std::vector<uint32_t>> linked_from_;  // targets, the other way round
  std::set<uint32_t> followers_;                                     // those that follow
  size_t read_to_ = 0;                                               // pages before it are read
};

}  // namespace rubric
