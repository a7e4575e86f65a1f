#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct git_repository;

namespace rubric {

/// The root of the Git work tree that holds an absolute path, without a final slash; nothing outside Git. A
/// work tree without `.git` is the one that GIT_DIR and GIT_WORK_TREE name.
std::optional<std::string> find_work_tree(const std::string& path);

/// Starts libgit2, once for the process.
void start_libgit2();

/// Opens the repository of a work tree: the one that the environment's GIT_DIR names, where it is of that
/// work tree, as Git tells its hooks; or the one at its root. Returns libgit2's status, negative where it
/// refuses.
int open_git_repository(const std::string& root, git_repository** repository);

/// Decides which paths are ignored, by Git's own rules (gitignore(5), through libgit2). Not safe from several
/// threads at once.
class IgnoreRules {
 public:
  /// The patterns of a list such as `exclude:`, in gitignore syntax, relative to the repository's root.
  static IgnoreRules from_patterns(const std::vector<std::string>& patterns);
  /// The `.gitignore` files and `info/exclude` of a work tree. A repository that libgit2 refuses to open
  /// ignores nothing, and `problem()` says why.
  static IgnoreRules from_work_tree(const std::string& root);

  bool ignores(std::string_view path) const;
  const std::string& problem() const { return problem_; }

 private:
  struct Close {
    void operator()(git_repository* repository) const;
  };
  std::unique_ptr<git_repository, Close> repository_;
  std::string problem_;
};

}  // namespace rubric
