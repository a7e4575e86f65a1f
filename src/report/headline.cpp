// How it works: one format for the first line of every finding, so that a problem matcher written for the
// concise form reads the text form too.

#include "report/headline.h"

#include <algorithm>

namespace rubric {

std::string headline(const Diagnostic& diagnostic, const ReportOptions& options) {
  const Position place = diagnostic.range.begin;
  const std::string where = printable(diagnostic.path) + ":" + std::to_string(place.line) + ":" +
                            std::to_string(place.column) + ":";
  const std::string rule = linked(printable(diagnostic.rule), rule_url(diagnostic.rule), options);
  const std::string what = std::string(name(diagnostic.severity)) + "[" + rule + "]";
  return painted(where, Paint::place, options) + " " + painted(what, paint_of(diagnostic.severity), options) +
         " " + printable(diagnostic.message);
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

Fixable fixable(const Diagnostic& diagnostic) {
  if (diagnostic.fixes.empty()) return Fixable::no;
  const bool safe = std::any_of(diagnostic.fixes.begin(), diagnostic.fixes.end(),
                                [](const Fix& fix) { return fix.applicability == Applicability::safe; });
  return safe ? Fixable::yes : Fixable::with_unsafe_fixes;
}

}  // namespace rubric
