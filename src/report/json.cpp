// How it works: one object per finding, each on a line of its own, so that line-based tools can read it too.

#include "report/json_writer.h"
#include "report/report.h"

namespace rubric {

namespace {

void write_related(JsonWriter& json, const Related& related) {
  json.object([&] {
    json.member("path", related.path);
    json.member("line", related.position.line);
    json.member("column", related.position.column);
    json.member("message", related.message);
  });
}

void write_fix(JsonWriter& json, const Diagnostic& diagnostic, const Fix& fix) {
  json.object([&] {
    json.member("title", fix.title);
    json.member("applicability", name(fix.applicability));
    json.array("edits", fix.edits, [&](const FileEdit& change) {
      json.object([&] {
        json.member("path", edited_file(diagnostic, change));
        json.member("offset", change.edit.span.begin);
        json.member("endOffset", change.edit.span.end);
        json.member("replacement", change.edit.replacement);
      });
    });
  });
}

}  // namespace

void write_finding(JsonWriter& json, const Diagnostic& diagnostic) {
  const Range& range = diagnostic.range;
  json.object([&] {
    json.member("rule", diagnostic.rule);
    json.member("severity", name(diagnostic.severity));
    json.member("path", diagnostic.path);
    json.member("line", range.begin.line);
    json.member("column", range.begin.column);
    json.member("endLine", range.end.line);
    json.member("endColumn", range.end.column);
    json.member("offset", range.span.begin);
    json.member("endOffset", range.span.end);
    json.member("message", diagnostic.message);
    if (!diagnostic.help.empty()) json.member("help", diagnostic.help);
    if (const std::string url = rule_url(diagnostic.rule); !url.empty()) json.member("url", url);
    if (!diagnostic.related.empty()) {
      json.array("related", diagnostic.related,
                 [&](const Related& related) { write_related(json, related); });
    }
    if (!diagnostic.fixes.empty())
      json.array("fixes", diagnostic.fixes, [&](const Fix& fix) { write_fix(json, diagnostic, fix); });
  });
}

void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics) {
  JsonWriter json(out);
  json.array_of_lines([&] {
    for (const Diagnostic& diagnostic : diagnostics) json.line(), write_finding(json, diagnostic);
  });
  json.end_line();
}

void write_jsonl(std::ostream& out, std::span<const Diagnostic> diagnostics) {
  JsonWriter json(out);
  for (const Diagnostic& diagnostic : diagnostics) {
    write_finding(json, diagnostic);
    json.end_line();
  }
}

}  // namespace rubric
