#include "lsp/diagnostics.h"

#include <algorithm>

#include "report/formats.h"

namespace rubric {

namespace {

uint32_t severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::info:
      return 3;
  }
  return 3;
}

// DiagnosticTag: editors fade out what is of no use, and strike through what is outdated.
uint32_t tag_of(std::string_view rule) {
  if (rule == "suppression-unused" || rule == "include-unused") return 1;
  if (rule == "link-redirected") return 2;
  return 0;
}

void write_related(PlaceWriter& writer, const Diagnostic& finding) {
  JsonWriter& json = writer.json;
  json.array("relatedInformation", finding.related, [&](const Related& related) {
    json.object([&] {
      json.key("location"), writer.location(related.path, related.position);
      json.member("message", related.message);
    });
  });
}

}  // namespace

void write_diagnostic(PlaceWriter& writer, const Diagnostic& finding, const DiagnosticSupport& support) {
  JsonWriter& json = writer.json;
  json.object([&] {
    json.key("range"), writer.range(finding.path, finding.range.span);
    json.member("severity", severity_of(finding.severity));
    json.member("code", finding.rule);
    if (const std::string url = support.description ? rule_url(finding.rule) : std::string(); !url.empty())
      json.object("codeDescription", [&] { json.member("href", url); });
    json.member("source", "rubric");
    json.member("message", finding.help.empty() ? finding.message : finding.message + '\n' + finding.help);
    if (const uint32_t tag = support.tags ? tag_of(finding.rule) : 0; tag != 0)
      json.array("tags", std::initializer_list<uint32_t>{tag}, [&](uint32_t value) { json.value(value); });
    if (support.related && !finding.related.empty()) write_related(writer, finding);
  });
}

void write_diagnostics(PlaceWriter& writer, std::span<const Diagnostic> findings,
                       const DiagnosticSupport& support) {
  writer.json.array(findings, [&](const Diagnostic& finding) { write_diagnostic(writer, finding, support); });
}

}  // namespace rubric
