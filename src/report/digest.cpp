// How it works: one pass sorts the findings into their rules; examples are then taken from all over the site,
// since neighbours in the order of paths often have one cause.

#include <algorithm>
#include <map>
#include <vector>

#include "report/headline.h"
#include "report/report.h"
#include "report/tally.h"
#include "report/terminal.h"

namespace rubric {

namespace {

struct Group {
  Severity severity = Severity::info;
  Tally tally;
  std::vector<const Diagnostic*> findings;

  void add(const Diagnostic& diagnostic) {
    severity = std::max(severity, diagnostic.severity);
    tally.add(diagnostic);
    findings.push_back(&diagnostic);
  }

  /// From all over the site: the first, the middle and the last.
  std::vector<const Diagnostic*> examples() const {
    if (findings.size() <= 3) return findings;
    return {findings.front(), findings[findings.size() / 2], findings.back()};
  }
};

using Groups = std::map<std::string_view, Group>;

std::vector<Groups::const_iterator> by_weight(const Groups& groups) {
  std::vector<Groups::const_iterator> order;
  for (auto group = groups.begin(); group != groups.end(); ++group) order.push_back(group);
  std::stable_sort(order.begin(), order.end(), [](const auto& left, const auto& right) {
    const auto weight = [](const Group& group) { return std::pair(group.severity, group.tally.findings()); };
    return weight(left->second) > weight(right->second);
  });
  return order;
}

void write_command(std::ostream& out, std::string_view purpose, const std::string& command,
                   const ReportOptions& options) {
  out << "  = " << painted(std::string(purpose) + ":", Paint::hint, options) << ' ' << command << '\n';
}

void write_group(std::ostream& out, const std::string& rule, const Group& group, std::string_view summary,
                 const std::string& command, const ReportOptions& options) {
  const Tally& tally = group.tally;
  out << headline_label(rule, group.severity, options) << ' ' << counted(tally.findings(), "finding")
      << " in " << counted(tally.files(), "file") << tally.fixable_share() << '\n';
  if (!summary.empty()) out << "  " << printable(summary) << '\n';
  const std::vector<const Diagnostic*> examples = group.examples();
  for (const Diagnostic* example : examples) {
    out << "    " << painted(place_of(*example), Paint::place, options) << ' ' << printable(example->message)
        << '\n';
  }
  const size_t more = tally.findings() - examples.size();
  if (more > 0) out << "    … and " << more << " more\n";
  const std::string select = command + " --select " + rule;
  write_command(out, "all", select + " --all", options);
  if (tally.fixable() > 0) write_command(out, "fix", select + " --fix", options);
  write_command(out, "why", "rubric explain " + rule, options);
  out << '\n';
}

}  // namespace

void write_digest(std::ostream& out, std::span<const Diagnostic* const> diagnostics,
                  const SummaryOf& summary_of, std::string_view command, const ReportOptions& options) {
  Groups groups;
  for (const Diagnostic* diagnostic : diagnostics) groups[diagnostic->rule].add(*diagnostic);
  for (const Groups::const_iterator& group : by_weight(groups)) {
    write_group(out, printable(group->first), group->second, summary_of(group->first), printable(command),
                options);
  }
}

}  // namespace rubric
