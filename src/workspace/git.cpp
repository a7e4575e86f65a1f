// How it works: a work tree is where `.git` stands, a folder or (in worktrees and submodules) a file; to ask
// libgit2 would load the machine's certificates, most of a short run's time. The ignore rules are libgit2's:
// for patterns of our own, an in-memory repository without object store takes them as its internal rules, so
// that `exclude:` and
// `.gitignore` share one syntax to the letter.

#include "workspace/git.h"

#include <filesystem>

#include <git2.h>
#include <git2/sys/repository.h>

namespace rubric {

namespace {

// libgit2 counts its own initialisations; one for the process is enough, and it is never shut down.
void start_libgit2() {
  static const int started = git_libgit2_init();
  (void)started;
}

std::string last_error() {
  const git_error* error = git_error_last();
  return error && error->message ? error->message : "unknown error";
}

}  // namespace

std::optional<std::string> find_work_tree(const std::string& path) {
  namespace fs = std::filesystem;
  for (fs::path folder = path;; folder = folder.parent_path()) {
    std::error_code error;
    if (fs::exists(folder / ".git", error)) return folder.string();
    if (!folder.has_relative_path()) return std::nullopt;
  }
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
  start_libgit2();
  IgnoreRules rules;
  git_repository* repository = nullptr;
  if (git_repository_open(&repository, root.c_str()) == 0) {
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
