// How it works: one pass counts, the rest is grammar.

#include <algorithm>
#include <vector>

#include "report/report.h"
#include "report/tally.h"

namespace rubric {

namespace {

// "a", "a and b", "a, b and c".
std::string listed(const std::vector<std::string>& parts) {
  std::string result;
  for (size_t index = 0; index < parts.size(); ++index) {
    if (index > 0) result += index + 1 == parts.size() ? " and " : ", ";
    result += parts[index];
  }
  return result;
}

std::string by_severity(std::span<const Diagnostic> diagnostics) {
  std::vector<std::string> parts;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    const auto count =
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; });
    const std::string_view noun = severity == Severity::info ? "info finding" : name(severity);
    if (count > 0) parts.push_back(counted(static_cast<size_t>(count), noun));
  }
  return listed(parts);
}

}  // namespace

std::string summary(std::span<const Diagnostic> diagnostics, uint32_t files) {
  if (diagnostics.empty()) return "No findings in " + counted(files, "file") + ".";
  Tally tally;
  for (const Diagnostic& diagnostic : diagnostics) tally.add(diagnostic);
  return "Found " + by_severity(diagnostics) + " in " + std::to_string(tally.files()) + " of " +
         counted(files, "file") + tally.fixable_share() + ".";
}

}  // namespace rubric
