// How it works: a headline per finding, and nothing else.

#include "report/headline.h"
#include "report/report.h"

namespace rubric {

void write_concise(std::ostream& out, std::span<const Diagnostic> diagnostics, const ReportOptions& options) {
  for (const Diagnostic& diagnostic : diagnostics) out << headline(diagnostic, options) << '\n';
}

}  // namespace rubric
