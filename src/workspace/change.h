#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/file_system.h"

namespace rubric {

class GitStore;

/// A page whose file has another path now.
struct Move {
  std::string from, to;
};

/// What a change did to the files of a repository, and the files on both sides of it. Paths are
/// repository-relative. Immutable, safe to read from many threads.
struct Change {
  std::shared_ptr<const FileSystem> before, after;
  std::vector<std::string> changed;       ///< files there now that were not, or held other bytes; sorted
  std::vector<std::string> kept;          ///< those of `changed` that were there before; sorted
  std::vector<std::string> gone;          ///< files that were there and are not; sorted
  std::vector<Move> moves;                ///< of Markdown files, from `gone` to `changed`; by `to`
  std::shared_ptr<const GitStore> store;  ///< null outside Git

  bool has_changed(std::string_view path) const;
  bool is_gone(std::string_view path) const;
  bool was_there(std::string_view path) const;  ///< of a path that is there or gone
  /// The path that a file had before: its own, or where it moved from; empty when it was not there.
  std::string_view old_path(std::string_view path) const;

  /// Throws UserError when something that was read meanwhile is not in Git's store.
  void verify() const;
};

/// The change from one set of files to another, compared byte by byte.
std::shared_ptr<const Change> change_between(std::shared_ptr<const FileSystem> before,
                                             std::shared_ptr<const FileSystem> after);

/// The change that the next commit of a work tree makes: from HEAD to what the index holds. Of what it holds
/// as the work tree does, the work tree's file is read. Folders of submodules are the disk's on both sides.
/// Throws UserError.
std::shared_ptr<const Change> staged_change(const std::string& root);

/// The change from where HEAD and a commit parted to what the work tree holds, files among it that Git does
/// not know yet; what a sparse checkout leaves out is the index's. Throws UserError.
std::shared_ptr<const Change> change_since(const std::string& root, const std::string& commit);

}  // namespace rubric
