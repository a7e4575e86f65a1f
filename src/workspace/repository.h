#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "site/code_hosting.h"
#include "site/file_tree.h"
#include "workspace/file_system.h"

namespace rubric {

/// One repository's files, listed once and shared by all its workspaces. A value; read-only, so safe to read
/// from many threads.
struct Repository {
  FileTree files;
  std::vector<std::string> linked;      ///< files that are symbolic links; sorted
  std::vector<std::string> nested;      ///< folders of repositories inside it, submodules among them; sorted
  std::vector<std::string> unreadable;  ///< folders whose files are not known
  CodeHosting hosting;                  ///< of `files`

  /// Whether a file is only a link, or belongs to a repository inside this one.
  bool is_foreign(std::string_view path) const;
};

/// Lists a repository, and reads its `.gitmodules`: a submodule need not be checked out.
std::shared_ptr<const Repository> list_repository(const FileSystem& files);

/// The folders of a repository that are Hugo sites of their own, sorted; the repository's root is "". Not
/// those in a repository inside it, nor in another site's folders that Hugo reads (its themes, its content).
std::vector<std::string> find_sites(const Repository& repository);

/// The folders and files outside a site's own folder that it mounts into its content or assets, in one of
/// Hugo's environments. Sorted.
std::vector<std::string> mounted_from_outside(const FileSystem& files, const Repository& repository,
                                              std::string_view site, std::string_view environment);

}  // namespace rubric
