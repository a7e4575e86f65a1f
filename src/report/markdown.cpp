// How it works: what a page could have written stands in code spans or is escaped character by character.
// Rules and files come in tables and lists that both hosts render. A comment may have 65,536 characters on
// GitHub and a million on GitLab.

#include <algorithm>
#include <map>

#include "report/formats.h"
#include "report/tally.h"
#include "report/terminal.h"
#include "text/ascii.h"

namespace rubric {

namespace {

constexpr size_t most_bytes = 60'000;

size_t longest_run_of_backticks(std::string_view text) {
  size_t longest = 0, run = 0;
  for (const char byte : text) {
    run = byte == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// A code span (CommonMark 6.1) of the text.
std::string code(std::string_view text) {
  const std::string fence(longest_run_of_backticks(text) + 1, '`');
  const bool blank = text.find_first_not_of(' ') == std::string_view::npos;
  const bool needs_room = text.empty() || text.front() == '`' || text.back() == '`' ||
                          (!blank && text.front() == ' ' && text.back() == ' ');
  const std::string room = needs_room ? " " : "";
  return fence + room + std::string(text) + room + fence;
}

// Plain text in the middle of a line: nothing in it is markup, reference or address of either host's, and `@`
// stands in code, so that nobody is called.
std::string escaped(std::string_view text) {
  std::string result;
  char before = ' ';
  for (const char byte : text) {
    const bool www = byte == '.' && to_lower(before) == 'w';
    before = byte;
    if (byte == '@') {
      result += "`@`";
      continue;
    }
    if (www || std::string_view("!#$%&*+:<>[\\]^_`{|}~").find(byte) != std::string_view::npos) result += '\\';
    result += byte;
  }
  return result;
}

// A message: what it has in backticks as code, the rest as plain text.
std::string told(std::string_view message) {
  const std::string text = printable(message);
  std::string result;
  size_t at = 0;
  while (at < text.size()) {
    const size_t open = text.find('`', at);
    const size_t close = open == std::string::npos ? open : text.find('`', open + 1);
    if (close == std::string::npos || close == open + 1) break;
    result += escaped(std::string_view(text).substr(at, open - at)) +
              code(std::string_view(text).substr(open + 1, close - open - 1));
    at = close + 1;
  }
  return result + escaped(std::string_view(text).substr(at));
}

std::string linked_rule(const std::string& rule) {
  const std::string url = rule_url(rule);
  return url.empty() ? code(printable(rule)) : "[" + code(printable(rule)) + "](" + url + ")";
}

struct RuleCount {
  Severity severity = Severity::info;
  Tally tally;
};

std::string table_of_rules(const Report& report) {
  std::map<std::string, RuleCount> rules;
  for (const Diagnostic& finding : report.findings) {
    RuleCount& count = rules[finding.rule];
    count.severity = std::max(count.severity, finding.severity);
    count.tally.add(finding);
  }
  std::vector<std::pair<std::string, RuleCount>> order(rules.begin(), rules.end());
  std::stable_sort(order.begin(), order.end(), [](const auto& left, const auto& right) {
    const auto weight = [](const RuleCount& count) {
      return std::pair(count.severity, count.tally.findings());
    };
    return weight(left.second) > weight(right.second);
  });
  std::string text = "| Rule | Severity | Findings | With a safe fix |\n| --- | --- | ---: | ---: |\n";
  for (const auto& [rule, count] : order) {
    text += "| " + linked_rule(rule) + " | " + std::string(name(count.severity)) + " | " +
            std::to_string(count.tally.findings()) + " | " + std::to_string(count.tally.fixable()) + " |\n";
  }
  return text;
}

std::string line_of(const Diagnostic& finding) {
  std::string line = "- " + std::to_string(finding.range.begin.line) + ":" +
                     std::to_string(finding.range.begin.column) + " " + std::string(name(finding.severity)) +
                     " " + linked_rule(finding.rule) + " " + told(finding.message);
  if (!finding.help.empty()) line += " " + told(finding.help);
  return line + "\n";
}

}  // namespace

void write_markdown(std::ostream& out, const Report& report) {
  std::string text = "## rubric\n\n" + summary(report.findings, static_cast<uint32_t>(report.checked)) + "\n";
  if (!report.findings.empty()) text += "\n" + table_of_rules(report);
  size_t written = 0;
  for (const FileFindings& file : report.files) {
    text += "\n### " + code(printable(file.path())) + "\n\n";
    for (const Diagnostic& finding : file.findings) {
      const std::string line = line_of(finding);
      if (text.size() + line.size() > most_bytes) {
        out << text << "\nAnd " << counted(report.findings.size() - written, "further finding")
            << ": `rubric check --all` shows every one.\n";
        return;
      }
      text += line;
      ++written;
    }
  }
  out << text;
}

}  // namespace rubric
