// How it works: one format for the first line of every finding, so that a problem matcher written for the
// concise form reads the text form too.

#include "report/headline.h"

#include <algorithm>

namespace rubric {

std::string headline(const Diagnostic& diagnostic, const ReportOptions& options) {
  return painted(place_of(diagnostic), Paint::place, options) + " " +
         headline_label(diagnostic.rule, diagnostic.severity, options) + " " + printable(diagnostic.message);
}

std::string headline_label(std::string_view rule, Severity severity, const ReportOptions& options) {
  const std::string linked_rule = linked(printable(rule), rule_url(rule), options);
  return painted(std::string(name(severity)) + "[" + linked_rule + "]", paint_of(severity), options);
}

std::string place_of(const Diagnostic& diagnostic) {
  const Position place = diagnostic.range.begin;
  return printable(diagnostic.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
         ":";
}

Paint paint_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Paint::error;
    case Severity::warning:
      return Paint::warning;
    case Severity::info:
      return Paint::info;
  }
  return Paint::info;
}

std::string_view name(Applicability applicability) {
  return applicability == Applicability::safe ? "safe" : "unsafe";
}

Fixable fixable(const Diagnostic& diagnostic) {
  if (diagnostic.fixes.empty()) return Fixable::no;
  const bool safe = std::any_of(diagnostic.fixes.begin(), diagnostic.fixes.end(),
                                [](const Fix& fix) { return fix.applicability == Applicability::safe; });
  return safe ? Fixable::yes : Fixable::with_unsafe_fixes;
}

}  // namespace rubric
