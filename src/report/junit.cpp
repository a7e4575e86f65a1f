// How it works: GitLab and others leave out all but one test case of a name and class, so a case's name is
// its rule and place, numbered where that is not enough.

#include <algorithm>
#include <cstddef>
#include <map>

#include "report/formats.h"
#include "report/headline.h"
#include "report/xml.h"

namespace rubric {

namespace {

bool fails(const Diagnostic& finding) {
  return finding.severity != Severity::info;
}

std::string counts(std::span<const Diagnostic> findings, size_t cases) {
  const auto failures = std::count_if(findings.begin(), findings.end(), fails);
  return " tests=\"" + std::to_string(cases) + "\" failures=\"" + std::to_string(failures) +
         "\" errors=\"0\"";
}

void write_case(std::ostream& out, const Diagnostic& finding, const std::string& name_of_case) {
  std::string text = place_of(finding) + " " + finding.message;
  if (!finding.help.empty()) text += "\n" + finding.help;
  const std::string element = fails(finding) ? "failure" : "system-out";
  out << "    <testcase" << xml_attribute("name", name_of_case) << xml_attribute("classname", finding.path)
      << xml_attribute("file", finding.path) << ">\n      <" << element;
  if (fails(finding))
    out << xml_attribute("type", name(finding.severity)) << xml_attribute("message", finding.message);
  out << '>' << xml_text(text) << "</" << element << ">\n    </testcase>\n";
}

void write_suite(std::ostream& out, const FileFindings& file) {
  out << "  <testsuite" << xml_attribute("name", file.path()) << counts(file.findings, file.findings.size())
      << ">\n";
  std::map<std::string, size_t> counted;
  for (const Diagnostic& finding : file.findings) {
    const std::string name = finding.rule + " at " + std::to_string(finding.range.begin.line) + ":" +
                             std::to_string(finding.range.begin.column);
    const size_t count = ++counted[name];
    write_case(out, finding, count == 1 ? name : name + " (" + std::to_string(count) + ")");
  }
  out << "  </testsuite>\n";
}

}  // namespace

void write_junit(std::ostream& out, const Report& report) {
  const bool clean = report.findings.empty();
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rubric\""
      << counts(report.findings, clean ? 1 : report.findings.size()) << ">\n";
  for (const FileFindings& file : report.files) write_suite(out, file);
  if (clean) {
    out << "  <testsuite name=\"rubric\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
           "    <testcase name=\"No findings\" classname=\"rubric\"/>\n  </testsuite>\n";
  }
  out << "</testsuites>\n";
}

}  // namespace rubric
