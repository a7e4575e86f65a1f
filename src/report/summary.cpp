// How it works: one pass counts, the rest is grammar.

#include <algorithm>
#include <array>
#include <vector>

#include "report/headline.h"
#include "report/report.h"

namespace rubric {

namespace {

std::string counted(size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

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

size_t files_with_findings(std::span<const Diagnostic> diagnostics) {
  size_t count = 0;
  std::string_view last;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (count == 0 || diagnostic.path != last) ++count;
    last = diagnostic.path;
  }
  return count;
}

// " (2 fixable with --fix, 1 more with --unsafe-fixes)", or nothing.
std::string fixable_share(std::span<const Diagnostic> diagnostics) {
  std::array<size_t, 3> counts{};
  for (const Diagnostic& diagnostic : diagnostics) ++counts[static_cast<size_t>(fixable(diagnostic))];
  const size_t safe = counts[static_cast<size_t>(Fixable::yes)];
  const size_t unsafe = counts[static_cast<size_t>(Fixable::with_unsafe_fixes)];
  if (safe == 0 && unsafe == 0) return "";
  if (unsafe == 0) return " (" + std::to_string(safe) + " fixable with --fix)";
  if (safe == 0) return " (" + std::to_string(unsafe) + " fixable with --unsafe-fixes)";
  return " (" + std::to_string(safe) + " fixable with --fix, " + std::to_string(unsafe) +
         " more with --unsafe-fixes)";
}

}  // namespace

std::string summary(std::span<const Diagnostic> diagnostics, uint32_t files) {
  if (diagnostics.empty()) return "No findings in " + counted(files, "file") + ".";
  return "Found " + by_severity(diagnostics) + " in " + std::to_string(files_with_findings(diagnostics)) +
         " of " + counted(files, "file") + fixable_share(diagnostics) + ".";
}

}  // namespace rubric
