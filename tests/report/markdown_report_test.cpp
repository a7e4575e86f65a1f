// The summary for merge requests: read back as cmark-gfm reads it, and compared with the JSON report.

#include <catch2/catch.hpp>

#include "markdown/reference_tree.h"
#include "report/read_back.h"
#include "report/rule_page.h"
#include "report/terminal.h"

using namespace rubric;

namespace {

std::string without_backticks(std::string text) {
  std::erase(text, '`');
  while (text.ends_with(' ')) text.pop_back();
  return text;
}

// "3:10 error rule the message" of a list item's nodes, which a rule's page may be linked from.
nlohmann::json finding_of(const std::string& path, const std::string& line) {
  const size_t colon = line.find(':'), severity = line.find(' ') + 1, rule = line.find(' ', severity) + 1,
               message = line.find(' ', rule) + 1;
  return {{"path", path},
          {"line", std::stoul(line)},
          {"column", std::stoul(line.substr(colon + 1))},
          {"severity", line.substr(severity, rule - severity - 1)},
          {"rule", line.substr(rule, message - rule - 1)},
          {"message", without_backticks(line.substr(message))}};
}

// What a reader sees of a node; nothing may be alive but what the writer made so.
std::string seen_of(const ReferenceNode& node) {
  switch (node.kind) {
    case NodeKind::text:
    case NodeKind::code:
      return node.literal;
    case NodeKind::link:
      CHECK_FALSE(rule_url("article-mismatch").empty());  // Else nothing is a link.
      return "";
    default:
      return "";
  }
}

ReadFindings findings_of(const std::string& report) {
  ReadFindings findings;
  std::string path, seen;
  NodeKind inside = NodeKind::document;
  const auto end = [&] {
    if (inside == NodeKind::heading) path = seen;
    if (inside == NodeKind::item) findings.push_back(finding_of(path, seen));
    seen.clear();
  };
  for (const ReferenceNode& node : reference_tree(report).nodes) {
    CHECK(node.kind != NodeKind::html_block);
    CHECK(node.kind != NodeKind::html_inline);
    CHECK(node.kind != NodeKind::image);
    CHECK(node.kind != NodeKind::emphasis);
    const bool begins = node.kind == NodeKind::heading || node.kind == NodeKind::item;
    if (begins || node.depth <= 1) end(), inside = node.kind;
    seen += seen_of(node);
  }
  end();
  return findings;
}

}  // namespace

TEST_CASE("The summary for merge requests reads back as Markdown", "[report]") {
  check_read_back(
      "markdown", {"path", "line", "column", "severity", "rule", "message", "help"},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings = findings_of(report);
        spell(findings, without_bad_bytes);
        return findings;
      },
      [](ReadFindings& findings, const ReportedSite&) {
        spell(findings, [](const std::string& text) { return printable(text); });
        for (nlohmann::json& finding : findings) {
          std::string message = finding["message"];
          if (finding.contains("help")) message += " " + finding["help"].get<std::string>();
          finding["message"] = without_backticks(message);
          finding.erase("help");
        }
      });
}

TEST_CASE("A long summary is cut to what a comment can hold, and says so") {
  ReportedSite site("long", {{"content/a.md", ""}});
  Diagnostic finding;
  finding.rule = "some-rule";
  finding.path = "content/a.md";
  finding.message = std::string(100, 'x');
  finding.range.begin = {1, 1};
  site.findings.assign(1000, finding);
  const std::string report = site.written("markdown");
  CHECK(report.size() < 61'000);
  CHECK(report.find("further findings: `rubric check --all` shows every one.\n") != std::string::npos);
}

TEST_CASE("A fence is longer than any in the text") {
  CHECK(fenced("a", "text") == "```text\na\n```\n");
  CHECK(fenced("````x\n", "") == "`````\n````x\n`````\n");
  CHECK(fenced("a\x1b\tb\n\n", "") == "```\na\\x1b\tb\n\n```\n");
}
