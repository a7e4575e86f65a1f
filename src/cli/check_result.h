#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command.h"
#include "lint/diagnostic.h"
#include "report/report.h"
#include "site/open_share.h"
#include "workspace/opening.h"

namespace rubric {

/// The findings of the repositories that a command line names, mostly of one; those of a repository's sites
/// stand in one order.
struct CheckResult {
  /// A repository, by its workspaces, and where its findings end among all, among those that are known, and
  /// among those that are suppressed.
  struct Repository {
    std::vector<const OpenWorkspace*> workspaces;
    size_t end;
    size_t known_end = 0;
    size_t suppressed_end = 0;

    TextOf text_of() const;
  };

  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> known;       ///< what baselines took out of them
  std::vector<Diagnostic> suppressed;  ///< what comments and front matter took out
  std::vector<Repository> repositories;
  size_t files = 0;
  size_t excluded = 0;
  OpenShare open;
  std::vector<RuleInfo>
      with_own;  ///< the built-in rules and projects' own, sorted by id; empty where there are no own

  /// The rules that findings may be of, sorted by id.
  std::span<const RuleInfo> rules() const;

  /// Adds the findings of one workspace; those of one repository come one after the other.
  void add(const OpenWorkspace& opened, std::vector<Diagnostic> found);
};

/// Prints the findings in the format that the flags name, and writes the report files that they ask for. Text
/// for people is kept short unless the flags ask for all or for fixes, or the findings are of standard input:
/// of links below a folder that the site lacks their number is told, and of more than most_told_one_by_one
/// other findings a digest by rule. Returns what the process ends with. Throws UserError where a report file
/// cannot be written.
ExitCode report_result(const CheckFlags& flags, const CheckResult& result, Streams& streams);

/// Says on standard error that no file was checked, if so.
void say_when_nothing_was_checked(const CheckFlags& flags, const CheckResult& result, Streams& streams);

}  // namespace rubric
