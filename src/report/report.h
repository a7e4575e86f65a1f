#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "site/open_share.h"

namespace rubric {

/// How a report looks.
struct ReportOptions {
  bool colour = false;      ///< ANSI colours
  bool hyperlinks = false;  ///< OSC 8 links on rule ids, to the rule's page
};

/// Where a rule's page can be read; goes into `url` and into hyperlinks. Empty, and then both are left out,
/// unless the build set the CMake variable RUBRIC_RULE_URL to the address, with `{rule}` for the rule's id or
/// the id to be appended.
std::string rule_url(std::string_view rule);

/// The same for an address of that pattern.
std::string rule_url(std::string_view pattern, std::string_view rule);

/// Gives the text of a file that findings tell of; called once per reported file, in the order of the
/// findings, and sometimes for others that a finding names. An empty text, or one that has changed since,
/// costs excerpts and exact columns of editors, and nothing else.
using TextOf = std::function<std::string(std::string_view path)>;

// All writers take the findings in their one order (see operator< of Diagnostic). What those for people
// print is safe for a terminal: control characters, bytes that are not UTF-8 and invisible characters
// of a page, a path or a message appear as \x1b or \u{202e}.

/// One line per finding: `path:line:column: severity[rule] message`.
void write_concise(std::ostream& out, std::span<const Diagnostic> diagnostics, const ReportOptions& options);

/// The findings for people: the line of the concise form with `[fixable]`, or `[fixable with
/// --unsafe-fixes]`, behind it; then an excerpt with carets, help, fixes and related places; an empty line
/// ends each.
void write_text(std::ostream& out, std::span<const Diagnostic* const> diagnostics, const TextOf& text_of,
                const ReportOptions& options);

/// More findings than this are told by rule (write_digest) where a report is for people and nobody asked for
/// all of them.
inline constexpr size_t most_told_one_by_one = 50;

/// A summary of a rule, one sentence; empty for an unknown one.
using SummaryOf = std::function<std::string_view(std::string_view rule)>;

/// The findings by rule, the gravest and most frequent first: severity, id and counts, the rule's summary,
/// three findings from all over the site as examples, and the commands that show all of them,
/// say why the rule exists and fix what can be fixed safely. `command` is how rubric was called, without
/// rules to select: "rubric check docs".
void write_digest(std::ostream& out, std::span<const Diagnostic* const> diagnostics,
                  const SummaryOf& summary_of, std::string_view command, const ReportOptions& options);

/// A top folder of URLs that the site lacks, and the dead links that lead below it.
struct MissingFolder {
  std::string path;  ///< "/teams/"
  std::string rule;
  Severity severity = Severity::error;
  size_t links = 0;
};

/// The folders that at least 20 dead links lead to, those of most links first. What is told of such a folder
/// stands for the findings one by one.
std::vector<MissingFolder> missing_folders(std::span<const Diagnostic> diagnostics);

/// Whether the finding is a dead link below one of the folders.
bool is_below(const Diagnostic& diagnostic, std::span<const MissingFolder> folders);

/// A line for each folder, with what to write into `.rubric.yaml` if another server answers there.
void write_missing_folders(std::ostream& out, std::span<const MissingFolder> folders,
                           const ReportOptions& options);

/// The JSON contract: one array, `[]` when clean, one finding per line. Each finding has the keys rule,
/// severity, path, line, column, endLine, endColumn, offset, endOffset and message, and where there are any
/// help, url, related and fixes, in this order. Lines and columns count from 1, columns in code points,
/// offsets in bytes; ends are exclusive. Always valid UTF-8: what is not becomes U+FFFD.
void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics);

/// "safe" or "unsafe".
std::string_view name(Applicability applicability);

/// Counts instead of findings: a line for each rule that found something, "12  error    anchor-not-found",
/// the most frequent first, and the share of open pages.
void write_statistics(std::ostream& out, std::span<const Diagnostic> diagnostics, OpenShare open);

/// Findings that a report leaves out because somebody said so.
struct Hidden {
  size_t known = 0;       ///< in a baseline
  size_t suppressed = 0;  ///< by comments and front matter
};

/// The line under a report, without a line end: "Found 3 errors and 1 warning in 2 of 690 files (2 fixable
/// with --fix). Not shown: 812 in the baseline, 5 suppressed." `files` is how many were checked.
std::string summary(std::span<const Diagnostic> diagnostics, uint32_t files, Hidden hidden = {});

}  // namespace rubric
