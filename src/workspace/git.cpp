// How it works: a work tree is where `.git` stands, a folder or (in worktrees and submodules) a file; to ask
// libgit2 would load the machine's certificates, most of a short run's time. The ignore rules are libgit2's:
// for patterns of our own, an in-memory repository without object store takes them as its internal rules, so
// that `exclude:` and
// `.gitignore` share one syntax to the letter.

#include "workspace/git.h"

#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <utility>

#include <git2.h>
#include <git2/sys/repository.h>

#include "text/path.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

std::string last_error() {
  const git_error* error = git_error_last();
  return error && error->message ? error->message : "unknown error";
}

// Where Git looks for the work tree of the repository that GIT_DIR names; empty where it names none.
std::string work_tree_of_environment() {
  const char* repository = std::getenv("GIT_DIR");
  if (repository == nullptr || *repository == '\0') return "";
  const char* named = std::getenv("GIT_WORK_TREE");
  std::error_code error;
  const fs::path tree = named != nullptr && *named != '\0' ? fs::path(named) : fs::current_path(error);
  const fs::path real = fs::weakly_canonical(fs::absolute(tree, error), error);
  return error ? "" : real.string();
}

}  // namespace

// libgit2 counts its own initialisations; one is enough, and it is never shut down. What Git puts into the
// format of repositories that only says where settings or missing objects are found is no hindrance to
// reading them.
void start_libgit2() {
  static const int started = [] {
    const int status = git_libgit2_init();
    const char* understood[] = {"noop", "worktreeconfig", "partialclone", "preciousobjects"};
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, understood, std::size(understood));
    return status;
  }();
  (void)started;
}

std::optional<std::string> find_work_tree(const std::string& path) {
  for (fs::path folder = path;; folder = folder.parent_path()) {
    std::error_code error;
    if (fs::exists(folder / ".git", error)) return folder.string();
    if (!folder.has_relative_path()) break;
  }
  const std::string named = work_tree_of_environment();
  if (!named.empty() && is_at_or_below(path, named)) return named;
  return std::nullopt;
}

int open_git_repository(const std::string& root, git_repository** repository) {
  start_libgit2();
  const std::string named = work_tree_of_environment();
  std::error_code error;
  if (!named.empty()) {
    const int status = git_repository_open(repository, std::getenv("GIT_DIR"));
    const char* own = status == 0 ? git_repository_workdir(*repository) : nullptr;
    const bool is_meant =
        named == root || (own != nullptr && fs::weakly_canonical(own, error) == fs::path(root) / "");
    if (is_meant && status == 0) return git_repository_set_workdir(*repository, root.c_str(), 0);
    if (is_meant) return status;
    git_repository_free(std::exchange(*repository, nullptr));
  }
  return git_repository_open(repository, root.c_str());
}

void IgnoreRules::Close::operator()(git_repository* repository) const {
  git_repository_free(repository);
}

IgnoreRules IgnoreRules::from_patterns(const std::vector<std::string>& patterns) {
  IgnoreRules rules;
  if (patterns.empty()) return rules;
  start_libgit2();
  std::string lines;
  for (const std::string& pattern : patterns) lines += pattern + '\n';
  git_repository* repository = nullptr;
  if (git_repository_new(&repository) == 0) rules.repository_.reset(repository);
  if (!repository || git_ignore_add_rule(repository, lines.c_str()) != 0) rules.problem_ = last_error();
  return rules;
}

IgnoreRules IgnoreRules::from_work_tree(const std::string& root) {
  IgnoreRules rules;
  git_repository* repository = nullptr;
  if (open_git_repository(root, &repository) == 0) {
    rules.repository_.reset(repository);
  } else {
    rules.problem_ = last_error();
  }
  return rules;
}

bool IgnoreRules::ignores(std::string_view path) const {
  if (!repository_) return false;
  int ignored = 0;
  return git_ignore_path_is_ignored(&ignored, repository_.get(), std::string(path).c_str()) == 0 &&
         ignored != 0;
}

}  // namespace rubric
