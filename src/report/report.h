#pragma once

#include <cstdint>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "lint/diagnostic.h"

namespace rubric {

enum class Format : uint8_t { text, concise, json };

/// How a report looks.
struct ReportOptions {
  bool colour = false;      ///< ANSI colours
  bool hyperlinks = false;  ///< OSC 8 links on rule ids, to the rule's page
};

/// Where a rule's page can be read; goes into `url` and into hyperlinks. Empty, and then both are left out,
/// unless the build set the CMake variable RUBRIC_RULE_URL to the address that a rule's id is appended to.
std::string rule_url(std::string_view rule);

/// Gives the text of a reported file, for excerpts; called once per file, in the order of the findings. An
/// empty text, or one that has changed since, costs the excerpt and nothing else.
using TextOf = std::function<std::string(std::string_view path)>;

// All writers take the findings in their one order (see operator< of Diagnostic). What the text and concise
// ones print is safe for a terminal: control characters, bytes that are not UTF-8 and invisible characters
// of a page, a path or a message appear as \x1b or \u{202e}.

/// One line per finding: `path:line:column: severity[rule] message`.
void write_concise(std::ostream& out, std::span<const Diagnostic> diagnostics, const ReportOptions& options);

/// The findings for people: the line of the concise form with `[fixable]`, or `[fixable with
/// --unsafe-fixes]`, behind it; then an excerpt with carets, help, fixes and related places; an empty line
/// ends each.
void write_text(std::ostream& out, std::span<const Diagnostic> diagnostics, const TextOf& text_of,
                const ReportOptions& options);

/// The JSON contract: one array, `[]` when clean, one finding per line. Each finding has the keys rule,
/// severity, path, line, column, endLine, endColumn, offset, endOffset and message, and where there are any
/// help, url, related and fixes, in this order. Lines and columns count from 1, columns in code points,
/// offsets in bytes; ends are exclusive. Always valid UTF-8: what is not becomes U+FFFD.
void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics);

/// The line under a report, without a line end: "Found 3 errors and 1 warning in 2 of 690 files (2 fixable
/// with --fix)." `files` is how many were checked.
std::string summary(std::span<const Diagnostic> diagnostics, uint32_t files);

}  // namespace rubric
