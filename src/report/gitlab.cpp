// How it works: the part of Code Climate's format that GitLab reads. GitLab compares the fingerprints of two
// branches to tell new findings from old ones.

#include "report/file_digests.h"
#include "report/formats.h"
#include "report/json_writer.h"

namespace rubric {

namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
      return "info";
  }
  return "info";
}

void write_finding(JsonWriter& json, const Diagnostic& finding, const std::string& digest) {
  json.object([&] {
    json.member("description", finding.help.empty() ? finding.message : finding.message + " " + finding.help);
    json.member("check_name", finding.rule);
    json.member("fingerprint", digest);
    json.member("severity", severity_of(finding.severity));
    json.object("location", [&] {
      json.member("path", finding.path);
      json.object("lines", [&] {
        json.member("begin", finding.range.begin.line);
        json.member("end", finding.range.end.line);
      });
    });
  });
}

}  // namespace

void write_gitlab(std::ostream& out, const Report& report) {
  JsonWriter json(out);
  UniqueDigests unique;
  json.array_of_lines([&] {
    for (const FileFindings& file : report.files) {
      const FileDigests of_file = digests(file);
      for (size_t index = 0; index < file.findings.size(); ++index) {
        json.line();
        write_finding(json, file.findings[index], unique.of(of_file.findings[index]));
      }
    }
  });
  json.end_line();
}

}  // namespace rubric
