#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct git_repository;

namespace rubric {

/// The root of the Git work tree that holds an absolute path, without a final slash; nothing outside Git.
std::optional<std::string> find_work_tree(const std::string& path);

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
