// How it works: formats are one call each. For people the findings are first divided into those
// that a missing folder stands for and the rest; how many the rest are decides whether they are told one by
// one or by rule.

#include "cli/check_result.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <span>

#include "cli/report_files.h"
#include "cli/version.h"
#include "report/formats.h"
#include "report/report.h"
#include "report/terminal.h"
#include "rules/rules.h"

namespace rubric {

namespace {

bool wants_colour(const CheckFlags& flags, const Streams& streams) {
  if (flags.colour != "auto") return flags.colour == "always";
  const char* no_colour = std::getenv("NO_COLOR");
  return streams.terminal && (!no_colour || *no_colour == '\0');
}

// As a shell takes it for one word.
std::string shell_word(const std::string& text) {
  const auto is_plain = [](unsigned char byte) {
    return std::isalnum(byte) != 0 || byte >= 0x80 ||
           std::string_view("/._-+,:=@%").find(byte) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain)) return text;
  std::string quoted = "'";
  for (const char byte : text) quoted += byte == '\'' ? "'\\''" : std::string(1, byte);
  return quoted + "'";
}

// How to see the same findings again: the command line without what selects rules or is for the eye.
std::string command_of(const CheckFlags& flags) {
  std::string command = "rubric check";
  const auto add = [&](const std::string& word) { command += " " + shell_word(word); };
  if (flags.no_configuration) add("--no-config");
  for (const auto& [flag, value] :
       {std::pair("--config", &flags.configuration), std::pair("--environment", &flags.environment)}) {
    if (value->empty()) continue;
    add(flag);
    add(*value);
  }
  if (flags.staged) add("--staged");
  if (flags.since) {
    add("--since");
    add(*flags.since);
  }
  if (flags.changed_lines) add("--changed-lines");
  for (const std::string& path : flags.paths) add(path);
  return command;
}

// What is told one by one or by rule, in order, and what a missing folder stands for.
struct Division {
  std::vector<MissingFolder> folders;
  std::vector<const Diagnostic*> rest;
};

Division divide(const CheckResult& result, bool whole) {
  Division division;
  if (!whole) division.folders = missing_folders(result.diagnostics);
  for (const Diagnostic& finding : result.diagnostics)
    if (!is_below(finding, division.folders)) division.rest.push_back(&finding);
  return division;
}

void write_one_by_one(const CheckResult& result, const Division& division, const ReportOptions& options,
                      Streams& streams) {
  size_t begin = 0;
  for (const CheckResult::Repository& repository : result.repositories) {
    const Diagnostic* const end = result.diagnostics.data() + repository.end;
    size_t next = begin;
    while (next < division.rest.size() && division.rest[next] < end) ++next;
    write_text(streams.out, std::span(division.rest).subspan(begin, next - begin), repository.text_of(),
               options);
    begin = next;
  }
}

// " Took 0.42 s.", for somebody who waits for it.
std::string time_taken(const Streams& streams) {
  if (!streams.terminal) return "";
  const auto passed = std::chrono::steady_clock::now() - streams.begun;
  const auto hundredths = std::chrono::duration_cast<std::chrono::milliseconds>(passed).count() / 10;
  const std::string digits = std::to_string(100 + hundredths % 100).substr(1);
  return " Took " + std::to_string(hundredths / 100) + "." + digits + " s.";
}

void print_text(const CheckFlags& flags, const CheckResult& result, Streams& streams) {
  const bool colour = wants_colour(flags, streams);
  const ReportOptions options{.colour = colour, .hyperlinks = colour && streams.terminal};
  const bool whole = flags.all || flags.fix || flags.unsafe_fixes || !flags.stdin_filename.empty();
  const Division division = divide(result, whole);
  const bool by_rule = !whole && division.rest.size() > most_told_one_by_one;
  if (by_rule) {
    const auto summary_of = [&](std::string_view rule) {
      const RuleInfo* info = find_rule(result.rules(), rule);
      return info == nullptr ? std::string_view() : info->summary;
    };
    write_digest(streams.out, division.rest, summary_of, command_of(flags), options);
  } else {
    write_one_by_one(result, division, options, streams);
  }
  write_missing_folders(streams.out, division.folders, options);
  if (flags.quiet) return;
  streams.out << summary(result.diagnostics, static_cast<uint32_t>(result.files),
                         {result.known.size(), result.suppressed.size()})
              << time_taken(streams) << '\n';
  if (by_rule || !division.folders.empty()) streams.out << "This is a digest: --all shows every finding.\n";
}

// Whether findings of a severity fail, warnings by their number where that is limited.
bool fails(const CheckFlags& flags, Severity severity, size_t count) {
  if (count == 0 || flags.exit_zero || flags.fail_on == "never") return false;
  if (severity == Severity::error) return true;
  if (severity == Severity::info) return flags.fail_on == "any";
  return flags.most_warnings ? count > *flags.most_warnings : flags.fail_on != "error";
}

ExitCode exit_code(const CheckFlags& flags, std::span<const Diagnostic> findings) {
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const auto is_such = [&](const Diagnostic& finding) { return finding.severity == severity; };
    const auto count = std::count_if(findings.begin(), findings.end(), is_such);
    if (fails(flags, severity, static_cast<size_t>(count))) return ExitCode::findings;
  }
  return ExitCode::clean;
}

Report report_of(const CheckResult& result) {
  Report report;
  report.findings = result.diagnostics;
  report.rules = result.rules();
  report.checked = result.files;
  report.version = version;
  const std::span<const Diagnostic> known = result.known, suppressed = result.suppressed;
  size_t begin = 0, known_begin = 0, suppressed_begin = 0;
  for (const CheckResult::Repository& repository : result.repositories) {
    report.add(report.findings.subspan(begin, repository.end - begin),
               known.subspan(known_begin, repository.known_end - known_begin), repository.text_of());
    report.add_suppressed(suppressed.subspan(suppressed_begin, repository.suppressed_end - suppressed_begin),
                          repository.text_of());
    begin = repository.end;
    known_begin = repository.known_end;
    suppressed_begin = repository.suppressed_end;
  }
  return report;
}

// Adds the rules of a workspace that has some of its own, where they are not known yet.
void add_rules(std::span<const RuleInfo> rules, std::vector<RuleInfo>& known) {
  if (rules.size() == built_in_rules().size()) return;
  const auto by_id = [](const RuleInfo& left, const RuleInfo& right) { return left.id < right.id; };
  std::vector<RuleInfo> all;
  std::set_union(known.begin(), known.end(), rules.begin(), rules.end(), std::back_inserter(all), by_id);
  known = std::move(all);
}

}  // namespace

std::span<const RuleInfo> CheckResult::rules() const {
  if (with_own.empty()) return built_in_rules();
  return with_own;
}

TextOf CheckResult::Repository::text_of() const {
  return [workspace = workspaces.front()->workspace.get()](std::string_view path) {
    return workspace->text(path);
  };
}

void CheckResult::add(const OpenWorkspace& opened, std::vector<Diagnostic> found) {
  if (diagnostics.empty()) diagnostics.swap(found);
  std::move(found.begin(), found.end(), std::back_inserter(diagnostics));
  if (repositories.empty() ||
      repositories.back().workspaces.front()->location.repository != opened.location.repository)
    repositories.push_back({{}, 0});
  repositories.back().workspaces.push_back(&opened);
  const size_t first = repositories.size() < 2 ? 0 : repositories[repositories.size() - 2].end;
  const auto begin = diagnostics.begin() + static_cast<ptrdiff_t>(first);
  if (!std::is_sorted(begin, diagnostics.end())) std::sort(begin, diagnostics.end());
  // What two sites say alike of a page that both mount is said once.
  diagnostics.erase(std::unique(begin, diagnostics.end()), diagnostics.end());
  repositories.back().end = diagnostics.size();
  add_rules(opened.workspace->rule_table(), with_own);
  files += opened.workspace->page_count(opened.paths);
  excluded += opened.workspace->excluded_count(opened.paths);
  const std::vector<Diagnostic> of_comments = opened.workspace->suppressed(opened.paths);
  const size_t first_suppressed =
      repositories.size() < 2 ? 0 : repositories[repositories.size() - 2].suppressed_end;
  suppressed.insert(suppressed.end(), of_comments.begin(), of_comments.end());
  std::sort(suppressed.begin() + static_cast<ptrdiff_t>(first_suppressed), suppressed.end());
  repositories.back().suppressed_end = suppressed.size();
  const OpenShare share = opened.workspace->open_share(opened.paths);
  open.open += share.open;
  open.pages += share.pages;
}

void say_when_nothing_was_checked(const CheckFlags& flags, const CheckResult& result, Streams& streams) {
  if (result.files != 0) return;
  if (flags.staged || flags.since) {
    streams.err << "rubric: no Markdown file "
                << (flags.staged ? "is staged" : "has changed since " + printable(*flags.since)) << '\n';
    return;
  }
  streams.err << "rubric: no Markdown files were checked";
  if (result.excluded != 0) streams.err << "; `exclude:` or .gitignore leaves out " << result.excluded;
  streams.err << '\n';
}

ExitCode report_result(const CheckFlags& flags, const CheckResult& result, Streams& streams) {
  const std::vector<Diagnostic>& all = result.diagnostics;
  const Report report = report_of(result);
  if (flags.statistics) {
    write_statistics(streams.out, all, result.open);
  } else if (flags.format == "text") {
    print_text(flags, result, streams);
  } else if (flags.format == "concise") {
    write_concise(streams.out, all, {.colour = wants_colour(flags, streams)});
  } else {
    format_named(flags.format).write(streams.out, report);
  }
  if (!flags.quiet) say_when_nothing_was_checked(flags, result, streams);
  write_report_files(read_report_flags(flags.reports), report);
  return exit_code(flags, all);
}

}  // namespace rubric
