// How it works: each repository's findings are matched with the entries of all its baselines at once, since
// paths are the repository's; what is new is kept, and a file is written only if its text changes.

#include "cli/known_findings.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "fix/write_file.h"
#include "lint/user_error.h"
#include "report/tally.h"
#include "text/path.h"
#include "workspace/baseline.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

constexpr const char* standard_name = ".rubric-baseline";

std::set<std::string> files_in_use(const CheckFlags& flags, const CheckResult::Repository& repository) {
  if (!flags.baseline.empty()) return {flags.baseline};
  std::set<std::string> files;
  for (const OpenWorkspace* opened : repository.workspaces)
    if (!opened->baseline.empty()) files.insert(opened->baseline);
  return files;
}

std::string file_to_write(const CheckFlags& flags, const CheckResult::Repository& repository,
                          const std::set<std::string>& in_use) {
  if (!flags.new_baseline.empty()) return flags.new_baseline;
  if (in_use.size() > 1)
    throw UserError("", 0, "Several baselines are in use here; name one with `--baseline FILE`.");
  if (!in_use.empty()) return *in_use.begin();
  return (fs::path(repository.workspaces.front()->configuration_folder) / standard_name).string();
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad())
    throw UserError(as_seen_from_here(path), 0, "The baseline cannot be read; check its permissions.");
  return bytes;
}

std::vector<BaselineEntry> read_all(const std::set<std::string>& files, bool may_be_missing) {
  std::vector<BaselineEntry> entries;
  for (const std::string& path : files) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
      if (may_be_missing && !fs::exists(path, error)) continue;
      throw UserError(as_seen_from_here(path), 0,
                      "There is no such baseline; `rubric check --write-baseline` writes it.");
    }
    const std::vector<BaselineEntry> read = read_baseline(as_seen_from_here(path), bytes_of(path));
    entries.insert(entries.end(), read.begin(), read.end());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

void replace(const std::string& path, const std::string& text) {
  std::error_code error;
  if (fs::exists(path, error)) {
    write_file_atomically(path, bytes_of(path), text);
  } else {
    create_file_atomically(fs::absolute(path).string(), text);
  }
}

// Whether this run would have reported what an entry stands for.
bool is_in_scope(const BaselineEntry& entry, const CheckResult::Repository& repository) {
  return std::any_of(
      repository.workspaces.begin(), repository.workspaces.end(), [&](const OpenWorkspace* opened) {
        const auto holds = [&](const std::string& asked) { return is_at_or_below(entry.path, asked); };
        const auto is_rule = [&](const ActiveRule& rule) { return rule.info->id == entry.rule; };
        const std::span<const ActiveRule> rules = opened->workspace->rules();
        return std::any_of(opened->paths.begin(), opened->paths.end(), holds) &&
               std::any_of(rules.begin(), rules.end(), is_rule);
      });
}

// One repository's findings and what its baselines make of them.
class Known {
 public:
  Known(const CheckFlags& flags, const CheckResult::Repository& repository,
        std::span<const Diagnostic> findings)
      : flags_(flags),
        repository_(repository),
        files_(files_in_use(flags, repository)),
        entries_(read_all(files_of_entries(), flags.writes_baseline)) {
    if (files_.empty() && !flags.writes_baseline) return;
    const Workspace& workspace = *repository.workspaces.front()->workspace;
    prints_ = fingerprints(findings, [&](std::string_view path) { return workspace.text(path); });
    match_ =
        match_baseline(entries_, prints_, [&](std::string_view path) { return workspace.has_file(path); });
    const auto out_of_scope = [&](const BaselineEntry& entry) { return !is_in_scope(entry, repository); };
    std::erase_if(match_.fixed, out_of_scope);
  }

  void write(Streams& streams);

  // Whether a finding is to be reported.
  bool is_new(size_t index) const { return match_.known.empty() || !match_.known[index]; }
  size_t fixed() const { return match_.fixed.size(); }

 private:
  // What is written keeps what it held of other pages, in use or not.
  std::set<std::string> files_of_entries() const {
    return flags_.writes_baseline ? std::set{file_to_write(flags_, repository_, files_)} : files_;
  }
  std::vector<BaselineEntry> kept() const;

  const CheckFlags& flags_;
  const CheckResult::Repository& repository_;
  std::set<std::string> files_;
  std::vector<BaselineEntry> entries_;
  std::vector<Fingerprint> prints_;
  BaselineMatch match_;
};

// The entries after this run: those it says nothing of, and its findings, when pruning only the known ones.
std::vector<BaselineEntry> Known::kept() const {
  std::vector<BaselineEntry> kept;
  for (const BaselineEntry& entry : entries_)
    if (!is_in_scope(entry, repository_)) kept.push_back(entry);
  for (size_t index = 0; index < prints_.size(); ++index)
    if (flags_.writes_baseline || match_.known[index]) kept.push_back(entry_of(prints_[index]));
  return kept;
}

void Known::write(Streams& streams) {
  if (!flags_.writes_baseline && files_.empty())
    throw UserError("", 0,
                    "No baseline is in use: name one with `baseline:` in .rubric.yaml or `--baseline FILE`.");
  const std::string path = file_to_write(flags_, repository_, files_);
  replace(path, write_baseline(kept()));
  const std::string name = as_seen_from_here(path);
  if (flags_.writes_baseline) {
    streams.err << "rubric: wrote " << counted(prints_.size(), "finding") << " to " << name;
    if (files_.empty()) {
      const std::string& folder = repository_.workspaces.front()->configuration_folder;
      streams.err << "; `baseline: " << fs::path(fs::absolute(path)).lexically_relative(folder).string()
                  << "` in .rubric.yaml makes rubric use it";
    }
    streams.err << '\n';
    match_.known.assign(prints_.size(), true);
  } else {
    streams.err << "rubric: took " << counted(fixed(), "finding") << " out of " << name << '\n';
  }
  match_.fixed.clear();
}

}  // namespace

void apply_baselines(const CheckFlags& flags, CheckResult& result, Streams& streams) {
  size_t begin = 0, left = 0, fixed = 0;
  for (CheckResult::Repository& repository : result.repositories) {
    const auto findings = std::span(result.diagnostics).subspan(begin, repository.end - begin);
    Known known(flags, repository, findings);
    if (flags.writes_baseline || flags.prune_baseline) known.write(streams);
    for (size_t index = 0; index < findings.size(); ++index) {
      if (!known.is_new(index)) {
        result.known.push_back(std::move(findings[index]));
        continue;
      }
      if (&result.diagnostics[left] != &findings[index])
        result.diagnostics[left] = std::move(findings[index]);
      ++left;
    }
    fixed += known.fixed();
    begin = repository.end;
    repository.end = left;
    repository.known_end = result.known.size();
  }
  result.diagnostics.resize(left);
  if (fixed != 0 && !flags.quiet)
    streams.err << "rubric: " << counted(fixed, "finding")
                << (fixed == 1 ? " of the baseline is" : " of the baseline are")
                << " fixed; --prune-baseline takes " << (fixed == 1 ? "it" : "them") << " out\n";
}

}  // namespace rubric
