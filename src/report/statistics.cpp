// How it works: findings are counted by rule, then the rules sorted by their counts.

#include <algorithm>
#include <iomanip>
#include <map>
#include <ostream>
#include <vector>

#include "report/report.h"

namespace rubric {

void write_statistics(std::ostream& out, std::span<const Diagnostic> diagnostics, OpenShare open) {
  struct Row {
    std::string_view rule;
    Severity severity = Severity::info;
    size_t count = 0;
  };
  std::map<std::string_view, Row> by_rule;
  for (const Diagnostic& diagnostic : diagnostics) {
    Row& row = by_rule[diagnostic.rule];
    row.rule = diagnostic.rule;
    row.severity = diagnostic.severity;
    ++row.count;
  }
  std::vector<Row> rows;
  for (const auto& [rule, row] : by_rule) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& left, const Row& right) { return left.count > right.count; });
  const size_t width = rows.empty() ? 0 : std::to_string(rows.front().count).size();
  for (const Row& row : rows) {
    const std::string count = std::to_string(row.count);
    out << std::string(width - count.size(), ' ') << count << "  " << std::left << std::setw(7)
        << name(row.severity) << "  " << row.rule << '\n';
  }
  if (open.pages == 0) return;
  const size_t tenths = (open.open * 1000 + open.pages / 2) / open.pages;
  out << open.open << " of " << open.pages << (open.pages == 1 ? " page" : " pages") << " (" << tenths / 10
      << '.' << tenths % 10 << " %) " << (open.open == 1 ? "is" : "are")
      << " open: templates may make anchors there that are not known.\n";
}

}  // namespace rubric
