// How it works: open the workspaces of the named paths, check or fix, report. Fixes are computed in memory
// over the whole run and written at the end, each file atomically.

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>

#include "cli/check_result.h"
#include "cli/command.h"
#include "cli/known_findings.h"
#include "cli/progress_line.h"
#include "cli/report_files.h"
#include "fix/add_suppressions.h"
#include "fix/fix.h"
#include "fix/write_file.h"
#include "lint/user_error.h"
#include "report/tally.h"
#include "report/terminal.h"
#include "workspace/opening.h"

namespace rubric {

namespace {

void print_notices(const CheckFlags& flags, const OpenWorkspace& opened, Streams& streams) {
  if (flags.quiet) return;
  for (const std::string& notice : opened.workspace->notices())
    streams.err << "rubric: " << printable(notice) << '\n';
}

// Does work that takes its time, with a line on a terminal meanwhile that tells how far it is.
template <typename Work>
auto watched(const CheckFlags& flags, const OpenWorkspace& opened, Streams& streams, const Work& work) {
  std::optional<ProgressLine> line;
  if (streams.watched && !flags.quiet) line.emplace(streams.err, opened.workspace->progress());
  return work(*opened.workspace);
}

std::vector<Diagnostic> checked(const CheckFlags& flags, const OpenWorkspace& opened, Streams& streams) {
  return watched(flags, opened, streams, [&](Workspace& workspace) {
    if (!opened.change) return workspace.check(opened.paths);
    const ChangedPart part = flags.changed_lines ? ChangedPart::lines : ChangedPart::pages;
    return workspace.check_changed(opened.named, *opened.change, part);
  });
}

FixResult fixed(const CheckFlags& flags, const OpenWorkspace& opened, FixMode mode, Streams& streams) {
  return watched(flags, opened, streams, [&](Workspace& workspace) {
    return workspace.fix(opened.change ? opened.named : opened.paths, mode, opened.change.get());
  });
}

ExitCode check_all(const CheckFlags& flags, std::vector<OpenWorkspace>& workspaces, Streams& streams) {
  CheckResult outcome;
  for (OpenWorkspace& opened : workspaces) {
    std::vector<Diagnostic> findings = checked(flags, opened, streams);
    print_notices(flags, opened, streams);
    outcome.add(opened, std::move(findings));
  }
  apply_baselines(flags, outcome, streams);
  return report_result(flags, outcome, streams);
}

ExitCode diff_all(const CheckFlags& flags, FixMode mode, std::vector<OpenWorkspace>& workspaces,
                  Streams& streams) {
  bool changes = false;
  CheckResult outcome;
  for (OpenWorkspace& opened : workspaces) {
    FixResult result = fixed(flags, opened, mode, streams);
    print_notices(flags, opened, streams);
    outcome.add(opened, std::move(result.remaining));
    for (const FixResult::File& file : result.files) {
      streams.out << unified_diff(file.path, file.before, file.after);
      changes = true;
    }
  }
  if (!flags.quiet) say_when_nothing_was_checked(flags, outcome, streams);
  return changes ? ExitCode::findings : ExitCode::clean;
}

// Writes what it can, says what it could not, and gives such files their text on the disk back. Returns how
// many those are.
size_t write_fixed(const CheckFlags& flags, OpenWorkspace& opened, const FixResult& result,
                   Streams& streams) {
  size_t failures = 0;
  const DiskFiles disk(opened.location.repository);
  for (const FixResult::File& file : result.files) {
    try {
      if (flags.staged && disk.read(file.path) != file.before)
        throw UserError(file.path, 0, "not fixed, since it has changes that are not staged");
      write_file_atomically(opened.location.repository + '/' + file.path, file.before, file.after);
    } catch (const UserError& error) {
      streams.err << "rubric: " << printable(file.path + ": " + error.reason) << '\n';
      opened.workspace->update(file.path, opened.files->read(file.path).value_or(file.before));
      ++failures;
    }
  }
  return failures;
}

ExitCode fix_all(const CheckFlags& flags, FixMode mode, std::vector<OpenWorkspace>& workspaces,
                 Streams& streams) {
  CheckResult outcome;
  uint32_t applied = 0;
  size_t failures = 0;
  for (OpenWorkspace& opened : workspaces) {
    FixResult result = fixed(flags, opened, mode, streams);
    print_notices(flags, opened, streams);
    const size_t failed = write_fixed(flags, opened, result, streams);
    if (failed != 0) result.remaining = checked(flags, opened, streams);
    applied += result.applied;
    failures += failed;
    outcome.add(opened, std::move(result.remaining));
  }
  apply_baselines(flags, outcome, streams);
  if (failures == 0) {
    if (!flags.quiet)
      streams.err << "rubric: fixed " << counted(applied, "finding")
                  << (flags.staged && applied != 0 ? " in the work tree, which `git add` stages\n" : "\n");
    return report_result(flags, outcome, streams);
  }
  report_result(flags, outcome, streams);
  streams.err << "rubric: " << failures << (failures == 1 ? " file" : " files") << " could not be fixed\n";
  return ExitCode::usage;
}

// What all workspaces find that no baseline knows.
CheckResult found_in_all(const CheckFlags& flags, std::vector<OpenWorkspace>& workspaces, Streams& streams) {
  CheckResult outcome;
  for (OpenWorkspace& opened : workspaces) outcome.add(opened, checked(flags, opened, streams));
  apply_baselines(flags, outcome, streams);
  return outcome;
}

using Texts = std::map<std::pair<const OpenWorkspace*, std::string>, std::string>;

// Puts suppressions of one page's findings into its text; keeps the text of before. False where none can
// stand.
bool suppress(const CheckFlags& flags, const CheckResult::Repository& repository,
              std::span<const Diagnostic> findings, SuppressionReach reach, Texts& before) {
  const std::string& path = findings.front().path;
  for (const OpenWorkspace* opened : repository.workspaces) {
    Workspace& workspace = *opened->workspace;
    if (!workspace.lints(path)) continue;
    const std::string text = workspace.text(path);
    const Document document(path, text, workspace.dialect_of(path));
    const std::vector<Edit> edits = suppressing_edits(document, findings, flags.reason, reach);
    if (edits.empty()) return false;
    before.try_emplace({opened, path}, text);
    workspace.update(path, apply_edits(text, edits));
    return true;
  }
  return false;
}

bool suppress(const CheckFlags& flags, const CheckResult& outcome, SuppressionReach reach, Texts& before) {
  bool changed = false;
  auto begin = outcome.diagnostics.begin();
  for (const CheckResult::Repository& repository : outcome.repositories) {
    const auto repository_end = outcome.diagnostics.begin() + static_cast<ptrdiff_t>(repository.end);
    while (begin != repository_end) {
      const auto end = std::find_if(begin, repository_end,
                                    [&](const Diagnostic& finding) { return finding.path != begin->path; });
      changed = suppress(flags, repository, {begin, end}, reach, before) || changed;
      begin = end;
    }
  }
  return changed;
}

// Comments are put in until nothing is found that one can be put in for: a line's first, then the file's.
ExitCode suppress_all(const CheckFlags& flags, std::vector<OpenWorkspace>& workspaces, Streams& streams) {
  constexpr int most_rounds = 4;
  if (!may_be_reason(flags.reason))
    throw UserError("", 0, "A reason is one line without `--`, `>`, `|`, `{{` and `}}`.");
  CheckFlags silent = flags;
  silent.quiet = true;
  Texts before;
  CheckResult outcome = found_in_all(silent, workspaces, streams);
  const size_t found = outcome.diagnostics.size();
  for (int round = 0; round < most_rounds; ++round) {
    const SuppressionReach reach = round == 0 ? SuppressionReach::line : SuppressionReach::file;
    if (!suppress(flags, outcome, reach, before)) break;
    outcome = found_in_all(silent, workspaces, streams);
  }
  size_t failures = 0;
  for (OpenWorkspace& opened : workspaces) {
    print_notices(flags, opened, streams);
    FixResult result;
    for (const auto& [page, text] : before)
      if (page.first == &opened)
        result.files.push_back({page.second, text, opened.workspace->text(page.second)});
    if (flags.diff) {
      for (const FixResult::File& file : result.files)
        streams.out << unified_diff(file.path, file.before, file.after);
    } else {
      failures += write_fixed(flags, opened, result, streams);
    }
  }
  if (flags.diff) return before.empty() ? ExitCode::clean : ExitCode::findings;
  if (failures != 0) outcome = found_in_all(silent, workspaces, streams);
  if (!flags.quiet)
    streams.err << "rubric: suppressed "
                << counted(found - std::min(found, outcome.diagnostics.size()), "finding") << " in "
                << counted(before.size() - failures, "file") << '\n';
  const ExitCode code = report_result(flags, outcome, streams);
  return failures == 0 ? code : ExitCode::usage;
}

// Standard input in the place of one file: findings of that page alone; with --fix its fixed text on standard
// output and the findings on standard error.
ExitCode check_standard_input(const CheckFlags& flags, const FixMode mode, OpenWorkspace& opened,
                              Streams& streams) {
  const std::string& path = opened.paths.front();
  if (std::filesystem::is_directory(opened.location.repository + '/' + path)) {
    throw UserError("", 0, "`" + flags.stdin_filename + "` is a folder; --stdin-filename names a file.");
  }
  const std::string typed{std::istreambuf_iterator<char>(streams.in), {}};
  opened.workspace->update(path, typed);
  CheckResult outcome;
  if (flags.fix || flags.unsafe_fixes || flags.diff) {
    FixResult result = fixed(flags, opened, mode, streams);
    print_notices(flags, opened, streams);
    const std::string text = opened.workspace->text(path);
    if (flags.diff) {
      streams.out << unified_diff(path, typed, text);
      return text == typed ? ExitCode::clean : ExitCode::findings;
    }
    streams.out << text;
    Streams to_err{streams.in, streams.err, streams.err, false};
    outcome.add(opened, std::move(result.remaining));
    apply_baselines(flags, outcome, to_err);
    return report_result(flags, outcome, to_err);
  }
  outcome.add(opened, opened.workspace->check(opened.paths));
  print_notices(flags, opened, streams);
  apply_baselines(flags, outcome, streams);
  return report_result(flags, outcome, streams);
}

// What goes to standard output. A mistake in what the reports are to be is told before any work is done.
void settle_formats(CheckFlags& flags) {
  for (const ReportFile& file : read_report_flags(flags.reports)) {
    if (file.path != "-") continue;
    if (!flags.format.empty() || flags.statistics)
      throw UserError("", 0,
                      "`--report " + std::string(file.format->name) +
                          "=-` is not all that standard "
                          "output is asked for; give the report a file.");
    flags.format = file.format->name;
  }
  if (flags.format.empty()) flags.format = "text";
  format_named(flags.format);
}

// What a hook is to report on. Where something is staged, that is the commit, and not the files that the hook
// is called with, which leave out what is deleted; else somebody asks for the files, as `pre-commit run
// --all-files`.
void settle_hook(CheckFlags& flags) {
  if (!flags.pre_commit) return;
  const std::shared_ptr<const Change> change = staged_change(location_of(".").repository);
  flags.staged = !change->changed.empty() || !change->gone.empty();
  if (flags.staged) flags.paths.clear();
}

}  // namespace

ExitCode run_check(const CheckFlags& typed, Streams& streams) {
  CheckFlags flags = typed;
  settle_formats(flags);
  settle_hook(flags);
  if (flags.pre_commit && !flags.staged && flags.paths.empty()) return ExitCode::clean;
  const bool from_stdin = !flags.stdin_filename.empty();
  std::vector<std::string> paths = from_stdin ? std::vector{flags.stdin_filename} : flags.paths;
  if (paths.empty()) paths.push_back(".");
  const ConfigurationChoice choice{flags.configuration, flags.no_configuration, flags.environment};
  std::vector<OpenWorkspace> workspaces = open_workspaces(
      paths, choice, {flags.select, flags.ignore}, flags.jobs, from_stdin, {flags.staged, flags.since});
  const FixMode mode = flags.unsafe_fixes ? FixMode::all : FixMode::safe;
  if (from_stdin) return check_standard_input(flags, mode, workspaces.front(), streams);
  if (flags.add_suppressions) return suppress_all(flags, workspaces, streams);
  if (flags.diff) return diff_all(flags, mode, workspaces, streams);
  if (flags.fix || flags.unsafe_fixes) return fix_all(flags, mode, workspaces, streams);
  return check_all(flags, workspaces, streams);
}

}  // namespace rubric
