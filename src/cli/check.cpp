// How it works: open the workspaces of the named paths, check or fix, print. Fixes are computed in memory
// over the whole run and written at the end, each file atomically.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <span>

#include "cli/command.h"
#include "cli/opening.h"
#include "fix/fix.h"
#include "fix/write_file.h"
#include "lint/user_error.h"
#include "report/report.h"
#include "report/terminal.h"

namespace rubric {

namespace {

bool wants_colour(const CheckFlags& flags, const Streams& streams) {
  if (flags.colour != "auto") return flags.colour == "always";
  const char* no_colour = std::getenv("NO_COLOR");
  return streams.terminal && (!no_colour || *no_colour == '\0');
}

void print_notices(const OpenWorkspace& opened, Streams& streams) {
  for (const std::string& notice : opened.workspace->notices())
    streams.err << "rubric: " << printable(notice) << '\n';
}

// The findings of the sites that a command line names, mostly of one.
struct Outcome {
  // A site and where its findings end among all.
  struct Site {
    const OpenWorkspace* opened;
    size_t end;
  };

  std::vector<Diagnostic> diagnostics;
  std::vector<Site> sites;
  size_t files = 0;
  size_t excluded = 0;

  void add(const OpenWorkspace& opened, std::vector<Diagnostic> found) {
    if (diagnostics.empty()) diagnostics.swap(found);
    std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
    sites.push_back({&opened, diagnostics.size()});
    files += opened.workspace->page_count(opened.paths);
    excluded += opened.workspace->excluded_count(opened.paths);
  }
};

void print_text(const CheckFlags& flags, const Outcome& outcome, Streams& streams) {
  const bool colour = wants_colour(flags, streams);
  const ReportOptions options{.colour = colour, .hyperlinks = colour && streams.terminal};
  size_t begin = 0;
  for (const Outcome::Site& site : outcome.sites) {
    const std::span findings = std::span(outcome.diagnostics).subspan(begin, site.end - begin);
    const Workspace& workspace = *site.opened->workspace;
    write_text(
        streams.out, findings, [&](std::string_view path) { return workspace.text(path); }, options);
    begin = site.end;
  }
  streams.out << summary(outcome.diagnostics, static_cast<uint32_t>(outcome.files)) << '\n';
}

void say_when_nothing_was_checked(const Outcome& outcome, Streams& streams) {
  if (outcome.files != 0) return;
  streams.err << "rubric: no Markdown files were checked";
  if (outcome.excluded != 0) streams.err << "; `exclude:` or .gitignore leaves out " << outcome.excluded;
  streams.err << '\n';
}

ExitCode finish(const CheckFlags& flags, const Outcome& outcome, Streams& streams) {
  const std::vector<Diagnostic>& all = outcome.diagnostics;
  if (flags.format == "text") {
    print_text(flags, outcome, streams);
  } else if (flags.format == "json") {
    write_json(streams.out, all);
  } else {
    write_concise(streams.out, all, {.colour = wants_colour(flags, streams)});
  }
  say_when_nothing_was_checked(outcome, streams);
  const auto fails = [](const Diagnostic& finding) { return finding.severity != Severity::info; };
  return std::any_of(all.begin(), all.end(), fails) ? ExitCode::findings : ExitCode::clean;
}

ExitCode check_all(const CheckFlags& flags, std::vector<OpenWorkspace>& workspaces, Streams& streams) {
  Outcome outcome;
  for (OpenWorkspace& opened : workspaces) {
    std::vector<Diagnostic> findings = opened.workspace->check(opened.paths);
    print_notices(opened, streams);
    outcome.add(opened, std::move(findings));
  }
  return finish(flags, outcome, streams);
}

ExitCode diff_all(FixMode mode, std::vector<OpenWorkspace>& workspaces, Streams& streams) {
  bool changes = false;
  Outcome outcome;
  for (OpenWorkspace& opened : workspaces) {
    FixResult result = opened.workspace->fix(opened.paths, mode);
    print_notices(opened, streams);
    outcome.add(opened, std::move(result.remaining));
    for (const FixResult::File& file : result.files) {
      streams.out << unified_diff(file.path, file.before, file.after);
      changes = true;
    }
  }
  say_when_nothing_was_checked(outcome, streams);
  return changes ? ExitCode::findings : ExitCode::clean;
}

// Writes what it can, says what it could not, and gives such files their text on the disk back. Returns how
// many those are.
size_t write_fixed(OpenWorkspace& opened, const FixResult& result, Streams& streams) {
  size_t failures = 0;
  for (const FixResult::File& file : result.files) {
    try {
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
  Outcome outcome;
  uint32_t applied = 0;
  size_t failures = 0;
  for (OpenWorkspace& opened : workspaces) {
    FixResult result = opened.workspace->fix(opened.paths, mode);
    print_notices(opened, streams);
    const size_t failed = write_fixed(opened, result, streams);
    if (failed != 0) result.remaining = opened.workspace->check(opened.paths);
    applied += result.applied;
    failures += failed;
    outcome.add(opened, std::move(result.remaining));
  }
  if (failures == 0) {
    streams.err << "rubric: fixed " << applied << (applied == 1 ? " finding\n" : " findings\n");
    return finish(flags, outcome, streams);
  }
  finish(flags, outcome, streams);
  streams.err << "rubric: " << failures << (failures == 1 ? " file" : " files") << " could not be fixed\n";
  return ExitCode::usage;
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
  Outcome outcome;
  if (flags.fix || flags.unsafe_fixes || flags.diff) {
    FixResult result = opened.workspace->fix(opened.paths, mode);
    print_notices(opened, streams);
    const std::string fixed = opened.workspace->text(path);
    if (flags.diff) {
      streams.out << unified_diff(path, typed, fixed);
      return fixed == typed ? ExitCode::clean : ExitCode::findings;
    }
    streams.out << fixed;
    Streams to_err{streams.in, streams.err, streams.err, false};
    outcome.add(opened, std::move(result.remaining));
    return finish(flags, outcome, to_err);
  }
  outcome.add(opened, opened.workspace->check(opened.paths));
  print_notices(opened, streams);
  return finish(flags, outcome, streams);
}

}  // namespace

ExitCode run_check(const CheckFlags& flags, Streams& streams) {
  const bool from_stdin = !flags.stdin_filename.empty();
  std::vector<std::string> paths = from_stdin ? std::vector{flags.stdin_filename} : flags.paths;
  if (paths.empty()) paths.push_back(".");
  const ConfigurationChoice choice{flags.configuration, flags.no_configuration, flags.environment};
  std::vector<OpenWorkspace> workspaces =
      open_workspaces(paths, choice, {flags.select, flags.ignore}, flags.jobs, from_stdin);
  const FixMode mode = flags.unsafe_fixes ? FixMode::all : FixMode::safe;
  if (from_stdin) return check_standard_input(flags, mode, workspaces.front(), streams);
  if (flags.diff) return diff_all(mode, workspaces, streams);
  if (flags.fix || flags.unsafe_fixes) return fix_all(flags, mode, workspaces, streams);
  return check_all(flags, workspaces, streams);
}

}  // namespace rubric
