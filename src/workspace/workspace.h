#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fix/fix.h"
#include "lint/diagnostic.h"
#include "lint/linter.h"
#include "site/configuration.h"
#include "site/open_share.h"
#include "site/site.h"
#include "workspace/configuration.h"
#include "workspace/file_system.h"
#include "workspace/git.h"
#include "workspace/repository.h"

namespace rubric {

/// What a Workspace is opened with.
struct WorkspaceOptions {
  std::string site;                  ///< repository-relative folder of the site
  Configuration configuration;       ///< of `.rubric.yaml`
  std::string configuration_folder;  ///< repository-relative; `exclude:` counts from here
  Selection selection;
  unsigned jobs = 1;                           ///< threads
  std::vector<std::string> other_sites;        ///< folders of other sites: pages there are linted as theirs
  std::vector<std::string> mounted_elsewhere;  ///< folders that other sites mount: no plain Markdown
  std::shared_ptr<const Repository> repository = nullptr;  ///< of the files; listed when it is not given
};

/// What fixing did. Nothing is written: the caller prints a diff or writes the files.
struct FixResult {
  struct File {
    std::string path;
    std::string before;
    std::string after;
  };
  std::vector<File> files;  ///< those that changed, by path
  uint32_t applied = 0;     ///< findings mended
  std::vector<Diagnostic> remaining;
};

/// The engine behind one door: knows a whole site, lints the pages asked for, takes texts that differ from
/// the disk's. The command line and the language server both own one. Not safe from several threads at once;
/// it makes its own.
class Workspace {
 public:
  /// Reads the site's configuration; pages are read by the first check. `files` and the rule tables must
  /// outlive it. Throws UserError.
  Workspace(const FileSystem& files, IgnoreRules ignored, WorkspaceOptions options);
  ~Workspace();

  /// Findings in the pages at or below the paths (repository-relative, "" is everything), sorted. Excluded
  /// and ignored pages are known to the site but not linted.
  std::vector<Diagnostic> check(const std::vector<std::string>& paths);

  /// Applies the fixes that `mode` allows to the pages at or below the paths, round by round until nothing
  /// changes.
  FixResult fix(const std::vector<std::string>& paths, FixMode mode);

  /// Puts `text` in the place of a file's bytes, on disk or not.
  void update(const std::string& path, std::string text);

  /// Calls `visit` with the facts of one page and its whole site, for as long as the call takes. False when
  /// there is no such page.
  bool visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit);

  /// The current text of a file: updated, or the disk's; empty when it cannot be read.
  std::string text(std::string_view path) const;

  /// Pages at or below the paths that check() lints; those that it could not read are left out once it ran.
  size_t page_count(const std::vector<std::string>& paths) const;

  /// Pages at or below the paths that are not linted because of `exclude:` or `.gitignore`.
  size_t excluded_count(const std::vector<std::string>& paths) const;

  /// The published pages at or below the paths that check() lints, and how many of them are open; known once
  /// it ran.
  OpenShare open_share(const std::vector<std::string>& paths) const;

  const SiteConfiguration& site_configuration() const { return site_configuration_; }
  /// The dialect that a page is parsed with.
  const Dialect& dialect_of(std::string_view path) const;

  /// What a person should be told that is no finding: what could not be read, skipped files.
  const std::vector<std::string>& notices() const { return notices_; }

 private:
  struct PageState;

  bool is_excluded(std::string_view path) const;
  void find_pages();
  void read_pages(const std::vector<std::string>& paths);
  void read_page_state(size_t index, bool lint);
  std::vector<Diagnostic> collect(const std::vector<std::string>& paths, bool keep);

  bool may_be_own(std::string_view path) const;
  bool is_own(std::string_view path, PageKind kind) const;
  std::optional<std::string> read_for_site(std::string_view path);
  std::optional<std::string> current_text(std::string_view path) const;
  void note(std::string notice);

  const FileSystem& disk_;
  WorkspaceOptions options_;
  IgnoreRules ignored_;   // by .gitignore
  IgnoreRules excluded_;  // by `exclude:`
  std::vector<std::string> notices_;
  std::shared_ptr<const Repository> repository_;
  Linter linter_;
  SiteConfiguration site_configuration_;
  Dialect plain_dialect_;
  std::vector<PageState> pages_;  // sorted by path
  std::vector<Page> facts_;       // of pages_, index by index
  std::map<std::string, std::string, std::less<>> updated_;
};

}  // namespace rubric
