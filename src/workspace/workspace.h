#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fix/fix.h"
#include "lint/diagnostic.h"
#include "lint/linter.h"
#include "site/configuration.h"
#include "site/image_mentions.h"
#include "site/open_share.h"
#include "site/site.h"
#include "text/path_set.h"
#include "workspace/changed_findings.h"
#include "workspace/configuration.h"
#include "workspace/file_system.h"
#include "workspace/git.h"
#include "workspace/progress.h"
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
  /// and ignored pages are known to the site but not linted. For few pages it reads only what their verdicts
  /// turn on; URLs that pages share are then seen as far as they are read.
  std::vector<Diagnostic> check(const std::vector<std::string>& paths);

  /// What a change to the repository is to be told of at or below the paths, sorted: findings in the pages
  /// that changed, or on their changed lines, and those that it made elsewhere, such as links that it broke.
  /// It is the difference of two checks, of the files before and after, by the rules of now. This workspace's
  /// files are the change's, `after`. Throws UserError where Git's store lacks something.
  std::vector<Diagnostic> check_changed(const std::vector<std::string>& paths, const Change& change,
                                        ChangedPart part);

  /// Applies the fixes that `mode` allows to the pages at or below the paths, round by round until nothing
  /// changes. Of a change those are mended that changed, and what is left is as check_changed() says.
  FixResult fix(const std::vector<std::string>& paths, FixMode mode, const Change* change = nullptr);

  /// Puts `text` in the place of a file's bytes, on disk or not.
  void update(const std::string& path, std::string text);

  /// Takes an update back: the disk's bytes count again.
  void revert(const std::string& path);

  /// Calls `visit` with the facts of one page and its whole site, for as long as the call takes. False when
  /// there is no such page.
  bool visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit);

  /// The current text of a file: updated, or the disk's; empty when it cannot be read.
  std::string text(std::string_view path) const;

  /// Whether there is a page of that path that check() lints.
  bool lints(std::string_view path);

  /// Pages at or below the paths that check() lints; those that it could not read are left out once it ran.
  size_t page_count(const std::vector<std::string>& paths);

  /// Pages at or below the paths that are not linted because of `exclude:` or `.gitignore`.
  size_t excluded_count(const std::vector<std::string>& paths);

  /// Findings of the pages at or below the paths that suppressions took out of what check() or fix() found
  /// last, in their order.
  std::vector<Diagnostic> suppressed(const std::vector<std::string>& paths) const;

  /// The published pages at or below the paths that check() lints, and how many of them are open; known once
  /// it ran.
  OpenShare open_share(const std::vector<std::string>& paths) const;

  /// How far check() or fix() is, to be watched from other threads.
  const Progress& progress() const { return progress_; }

  /// The rules of the run.
  std::span<const ActiveRule> rules() const { return linter_.rules(); }
  /// Whether the repository has that file.
  bool has_file(std::string_view path) const { return repository_->files.has_file(path); }
  /// The built-in rules, and the project's own.
  std::span<const RuleInfo> rule_table() const { return known_rules(options_.configuration); }

  const SiteConfiguration& site_configuration() const { return site_configuration_; }
  /// The dialect that a page is parsed with.
  const Dialect& dialect_of(std::string_view path) const;

  /// What a person should be told that is no finding: what could not be read, skipped files.
  const std::vector<std::string>& notices() const { return notices_; }

 private:
  friend class LiveSite;

  // Larger files are no pages; their spans would also strain 32 bits in what is derived from them.
  static constexpr size_t largest_page = 16u << 20;

  struct PageState {
    std::string_view path;                    // in repository_, or a key of updated_
    std::optional<bool> excluded = {};        // known to the site, not linted; found out when it is asked for
    bool foreign = false;                     // excluded, since another site or repository has it
    bool other_format = false;                // known to the site, not linted, since it is no Markdown
    bool read = false;                        // facts are current
    bool linted = false;                      // findings are current
    bool open = false;                        // as Site::is_open has it; known once the page was asked for
    const char* skipped = nullptr;            // why its text is not known
    std::vector<Diagnostic> findings = {};    // of the page rules
    std::vector<Diagnostic> suppressed = {};  // what its suppressions took out
  };

  // What a run is asked for.
  struct Asked {
    PathSet paths;
    std::vector<size_t> pages;  // those at or below the paths that are to be linted, sorted

    bool holds(size_t page) const { return std::binary_search(pages.begin(), pages.end(), page); }
  };

  // What a change may have altered the meaning of.
  enum class Reach : uint8_t {
    pages,          // the pages that changed themselves
    site,           // others as well, by the facts of those that changed
    configuration,  // all, by Hugo's own files
  };

  void find_pages();
  std::optional<PageKind> kind_of(std::string_view path) const;
  std::optional<size_t> index_of(std::string_view path) const;
  std::vector<Diagnostic> check(const Asked& asked);
  Asked asked_for(const std::vector<std::string>& paths);
  bool is_excluded(std::string_view path) const;
  bool is_excluded(PageState& state);
  void read_pages(const Asked& asked);
  std::string_view language_of(const Page& page) const;
  void read_page_state(size_t index, bool lint) { facts_[index] = read_facts(index, lint); }
  Page read_facts(size_t index, bool lint);
  void note_skipped();
  std::vector<Diagnostic> collect(const Asked& asked, bool keep);
  std::vector<Diagnostic> lint_files(const Asked& asked, const Site& site) const;
  void add_page_findings(PageState& state, const Page& page, const Site& site, bool keep,
                         std::vector<Diagnostic>& findings) const;

  struct FewFindings;
  std::optional<std::vector<Diagnostic>> check_few(const Asked& asked);
  bool may_do_with_few(size_t asked) const;
  void read_few(const std::vector<size_t>& pages, const Asked& asked);
  void read_heads();
  void read_head(size_t index);
  FewFindings collect_few(const std::vector<size_t>& known, const Asked& asked, UnreadPages& unread);

  std::map<std::string, std::string> urls_of(const std::vector<std::string>& paths);
  std::unique_ptr<Workspace> workspace_before(const Change& change);
  void find_old_urls(const Asked& touched, const Change& change, std::unique_ptr<Workspace>& before);
  bool may_have_moved(const PageState& state, const Change& change) const;
  void add_moved_findings(const Page& page, const Site& site, std::vector<Diagnostic>& findings) const;
  Asked changed_of(const std::vector<std::string>& paths, const Change& change);
  Reach reach_of(const Change& change);
  bool configures(std::string_view path, const Change& change) const;
  bool makes_folder(std::string_view path, const Change& change) const;
  void read_around(const Asked& asked, const Asked& touched);
  Page read_old_page(std::string_view path, const Change& change) const;
  std::vector<Diagnostic> lint_old_page(const Page& page, const Change& change) const;
  std::vector<Diagnostic> findings_before(const std::vector<std::string>& suspects, const Change& change);

  bool may_be_own(std::string_view path) const;
  bool is_own(std::string_view path, PageKind kind) const;
  std::optional<std::string> read_for_site(std::string_view path);
  std::optional<std::string> current_text(std::string_view path) const;
  void note(std::string notice);

  void read_other_texts();
  void follow_others(const Asked& asked, const Site& site) const;

  const FileSystem& disk_;
  WorkspaceOptions options_;
  IgnoreRules ignored_;   // by .gitignore
  IgnoreRules excluded_;  // by `exclude:`
  std::vector<std::string> notices_;
  Progress progress_;
  std::shared_ptr<const Repository> repository_;
  Linter linter_;
  std::set<std::string, std::less<>> site_files_;  // that the site's configuration was read from
  SiteConfiguration site_configuration_;
  Dialect plain_dialect_;
  std::vector<PageState> pages_;                              // sorted by path
  std::vector<Page> facts_;                                   // of pages_, index by index
  std::map<std::string, std::string, std::less<>> old_urls_;  // before the change under way, by path now
  std::unique_ptr<ImageMentions> mentions_;                   // in all texts; null where no rule asks
  bool other_texts_read_ = false;                             // those of mentions_ that are no pages
  std::map<std::string, std::string, std::less<>> updated_;
};

}  // namespace rubric
