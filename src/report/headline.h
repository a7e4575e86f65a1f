#pragma once

#include <string>
#include <string_view>

#include "report/report.h"
#include "report/terminal.h"

namespace rubric {

/// `path:line:column: severity[rule] message`, the line that compilers and editors know; no line end.
std::string headline(const Diagnostic& diagnostic, const ReportOptions& options);

/// `severity[rule]`, in its colour and with the link to the rule's page.
std::string headline_label(std::string_view rule, Severity severity, const ReportOptions& options);

/// `path:line:column:`
std::string place_of(const Diagnostic& diagnostic);

/// The colour of a severity.
Paint paint_of(Severity severity);

/// What it takes to mend a finding: --fix, or --unsafe-fixes as well.
enum class Fixable : uint8_t { no, with_unsafe_fixes, yes };
Fixable fixable(const Diagnostic& diagnostic);

}  // namespace rubric
