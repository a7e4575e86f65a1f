// How it works: the places of a file are set flush right, so that messages begin in one column.

#include <algorithm>

#include "report/formats.h"
#include "report/headline.h"

namespace rubric {

void write_grouped(std::ostream& out, const Report& report) {
  for (const FileFindings& file : report.files) {
    const auto place = [](const Diagnostic& finding) {
      return std::to_string(finding.range.begin.line) + ":" + std::to_string(finding.range.begin.column);
    };
    size_t width = 0;
    for (const Diagnostic& finding : file.findings) width = std::max(width, place(finding).size());
    out << printable(file.path()) << '\n';
    for (const Diagnostic& finding : file.findings) {
      const std::string at = place(finding);
      out << "  " << std::string(width - at.size(), ' ') << at << ' '
          << headline_label(finding.rule, finding.severity, {}) << ' ' << printable(finding.message) << '\n';
    }
    out << '\n';
  }
  out << summary(report.findings, static_cast<uint32_t>(report.checked)) << '\n';
}

}  // namespace rubric
