#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "workspace/workspace.h"

namespace rubric {

/// A site under an editor's hands: texts change one after the other, and what is asked of it is always what a
/// fresh check of the same texts says. Of one thread.
class LiveSite {
 public:
  /// `workspace` must outlive it and is changed through it alone.
  explicit LiveSite(Workspace& workspace) : workspace_(workspace) {}

  /// Puts a text in the place of a file's bytes; nothing is read before it is asked for.
  void update(const std::string& path, std::string text);

  /// Takes it back: the disk's bytes count again.
  void revert(const std::string& path);

  /// The findings of one page, as `check` gives them; none when it is not linted.
  std::vector<Diagnostic> findings(const std::string& path);

  /// Calls `visit` with the facts of a page and its site, for as long as the call takes. False when there is
  /// no such page.
  bool visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit);

  const Workspace& workspace() const { return workspace_; }

 private:
  Workspace& workspace_;
};

}  // namespace rubric
