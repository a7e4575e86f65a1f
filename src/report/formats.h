#pragma once

#include <cstddef>
#include <ostream>
#include <span>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/rule.h"
#include "report/report.h"

namespace rubric {

/// The findings of one file, and what gives the texts of the files that they tell of.
struct FileFindings {
  std::span<const Diagnostic> findings;
  std::span<const Diagnostic> known;  ///< those that a baseline has
  TextOf text_of;

  const std::string& path() const { return (findings.empty() ? known : findings).front().path; }
};

/// What any format is made of. Refers to findings and rules that outlive it.
struct Report {
  std::span<const Diagnostic> findings;  ///< all, in their one order within each repository
  std::vector<FileFindings> files;       ///< the same, by file; each has some
  std::vector<FileFindings> known;       ///< files that a baseline has findings of, others or none beside
  std::vector<FileFindings>
      suppressed;                   ///< files with findings that comments or front matter suppress: these
  std::span<const RuleInfo> rules;  ///< pages of the rules that findings may be of, sorted by id
  size_t checked = 0;               ///< files that were checked
  std::string_view version;         ///< rubric's

  /// Adds the findings of one repository, which follow those before in `findings`, and those that its
  /// baseline has, by file.
  void add(std::span<const Diagnostic> of_repository, std::span<const Diagnostic> known_of_it,
           const TextOf& text_of);
  /// Adds what is suppressed in one repository, in its order.
  void add_suppressed(std::span<const Diagnostic> of_repository, const TextOf& text_of);
};

/// A format that a report can be written in. None writes colours, and none leaves out a finding but
/// `markdown`, which says so.
struct Format {
  std::string_view name;
  std::string_view summary;  ///< who reads it
  void (*write)(std::ostream& out, const Report& report);
};

/// All of them, those for people first.
std::span<const Format> formats();

/// The format of that name, or null.
const Format* find_format(std::string_view name);

// Of what pages, paths and messages hold, the machine formats keep everything that they can: JSON as
// write_json, the others as their .cpp says. All end with a line end; `uri` is always relative to the
// repository and percent-encoded.

/// By file: the path, then a line each, `3:10 error[rule] message`.
void write_grouped(std::ostream& out, const Report& report);

/// One finding per line, each an object as in write_json; nothing when clean.
void write_jsonl(std::ostream& out, std::span<const Diagnostic> diagnostics);

/// Workflow commands, which GitHub shows in a pull request's diff: `::error file=…,line=…::message`. Columns
/// are there when the finding is within one line, as GitHub asks. No line end when clean.
void write_github(std::ostream& out, std::span<const Diagnostic> diagnostics);

/// JUnit's XML: a test suite per file, a test case per finding, failed unless it is info; one passed case
/// when clean.
void write_junit(std::ostream& out, const Report& report);

/// Checkstyle's XML: a file element per file, with an error element per finding.
void write_checkstyle(std::ostream& out, const Report& report);

/// Reviewdog's diagnostic format as one JSON object; columns count UTF-8 bytes from 1. A fix is a suggestion
/// if it is one edit of the finding's own file.
void write_rdjson(std::ostream& out, const Report& report);

/// The language server protocol's diagnostics as a JSON array, `{"uri": …, "diagnostics": […]}` per file;
/// lines count from 0 and characters are UTF-16 code units. `data` carries help and fixes.
void write_lsp(std::ostream& out, const Report& report);

/// GitLab's Code Quality: a JSON array with a fingerprint for each finding.
void write_gitlab(std::ostream& out, const Report& report);

/// SARIF 2.1.0 with rules, related places, fixes and fingerprints. The one format that has what a baseline
/// knows and what pages suppress, marked as suppressed.
void write_sarif(std::ostream& out, const Report& report);

/// A summary for a merge request, in Markdown that both GitHub and GitLab read: counts, a table of the rules,
/// the findings by file. Nothing in it is more than text: no mention, no link, no HTML of a page comes to
/// life. It is cut where a comment would become too long, and says so.
void write_markdown(std::ostream& out, const Report& report);

}  // namespace rubric
