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

std::string not_shown(Hidden hidden) {
  std::string text;
  if (hidden.known != 0) text += std::to_string(hidden.known) + " in the baseline";
  if (hidden.suppressed != 0)
    text += (text.empty() ? "" : ", ") + std::to_string(hidden.suppressed) + " suppressed";
  return text.empty() ? "" : " Not shown: " + text + ".";
}

}  // namespace

std::string summary(std::span<const Diagnostic> diagnostics, uint32_t files, Hidden hidden) {
  const std::string left_out = not_shown(hidden);
  if (diagnostics.empty()) return "No findings in " + counted(files, "file") + "." + left_out;
  Tally tally;
  for (const Diagnostic& diagnostic : diagnostics) tally.add(diagnostic);
  return "Found " + by_severity(diagnostics) + " in " + std::to_string(tally.files()) + " of " +
         counted(files, "file") + tally.fixable_share() + "." + left_out;
}

}  // namespace rubric
