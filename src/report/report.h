#pragma once

#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "lint/diagnostic.h"
#include "lint/rule.h"

namespace rubric {

enum class Format : uint8_t { text, concise, json };

/// How a report looks.
struct ReportOptions {
  bool colour = false;      ///< ANSI colours
  bool hyperlinks = false;  ///< OSC 8 links on rule ids, to the rule's page
};

/// Where a rule's page can be read; goes into `url` and into hyperlinks.
std::string rule_url(std::string_view rule);

/// Gives the text of a reported file, for excerpts; called once per file, in the order of the findings.
using TextOf = std::function<std::string(std::string_view path)>;

/// One line per finding: `path:line:column: severity[rule] message`.
void write_concise(std::ostream& out, std::span<const Diagnostic> diagnostics, const ReportOptions& options);

/// The findings for people: place, excerpt with carets, message, help, `[fixable]`.
void write_text(std::ostream& out, std::span<const Diagnostic> diagnostics, const TextOf& text_of,
                const ReportOptions& options);

/// The JSON contract: one array, `[]` when clean.
void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics);

}  // namespace rubric
