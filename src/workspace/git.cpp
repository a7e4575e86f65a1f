// How it works: libgit2 answers everything. For patterns of our own, an in-memory repository without object
// store takes them as its internal ignore rules, so that `exclude:` and `.gitignore` share one syntax to the
// letter.

#include "workspace/git.h"

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
  start_libgit2();
  git_buf found = {};
  if (git_repository_discover(&found, path.c_str(), 0, nullptr) != 0) return std::nullopt;
  std::string folder(found.ptr, found.size);
  git_buf_dispose(&found);

  git_repository* opened = nullptr;
  std::optional<std::string> root;
  if (git_repository_open(&opened, folder.c_str()) == 0) {
    if (const char* workdir = git_repository_workdir(opened)) root = workdir;
    git_repository_free(opened);
  } else if (folder.ends_with("/.git/")) {
    // A folder of another owner is not opened, but where its work tree begins is plain.
    root = folder.substr(0, folder.size() - 5);
  }
  if (root && root->size() > 1 && root->ends_with('/')) root->pop_back();
  return root;
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
