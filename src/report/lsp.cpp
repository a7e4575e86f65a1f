// How it works: the shape of textDocument/publishDiagnostics (LSP 3.17) for each file, so that what an editor
// shows can be had without one. A fix is what the quick fix of an editor would carry.

#include "report/file_texts.h"
#include "report/formats.h"
#include "report/json_writer.h"
#include "report/uri.h"

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

class LspWriter {
 public:
  LspWriter(JsonWriter& json, const FileFindings& file) : json_(json), texts_(file) {}

  void write(const Diagnostic& finding) {
    json_.object([&] {
      range(finding.path, finding.range);
      json_.member("severity", severity_of(finding.severity));
      json_.member("code", finding.rule);
      if (const std::string url = rule_url(finding.rule); !url.empty())
        json_.object("codeDescription", [&] { json_.member("href", url); });
      json_.member("source", "rubric");
      json_.member("message", finding.message);
      related(finding);
      data(finding);
    });
  }

 private:
  void range(const std::string& path, const Range& range) {
    json_.object("range", [&] {
      position("start", path, range.begin);
      position("end", path, range.end);
    });
  }

  void position(std::string_view key, const std::string& path, Position position) {
    json_.object(key, [&] {
      json_.member("line", position.line - 1);
      json_.member("character", texts_.before(path, position).utf16);
    });
  }

  void related(const Diagnostic& finding) {
    if (finding.related.empty()) return;
    json_.array("relatedInformation", finding.related, [&](const Related& related) {
      json_.object([&] {
        json_.object("location", [&] {
          json_.member("uri", relative_uri(related.path));
          range(related.path, {related.position, related.position, {}});
        });
        json_.member("message", related.message);
      });
    });
  }

  void data(const Diagnostic& finding) {
    if (finding.help.empty() && finding.fixes.empty()) return;
    json_.object("data", [&] {
      if (!finding.help.empty()) json_.member("help", finding.help);
      if (finding.fixes.empty()) return;
      json_.array("fixes", finding.fixes, [&](const Fix& fix) {
        json_.object([&] {
          json_.member("title", fix.title);
          json_.member("applicability", name(fix.applicability));
          json_.array("edits", fix.edits,
                      [&](const FileEdit& change) { edit(edited_file(finding, change), change.edit); });
        });
      });
    });
  }

  void edit(const std::string& path, const Edit& edit) {
    json_.object([&] {
      json_.member("uri", relative_uri(path));
      range(path, texts_.range(path, edit.span));
      json_.member("newText", edit.replacement);
    });
  }

  JsonWriter& json_;
  FileTexts texts_;
};

}  // namespace

void write_lsp(std::ostream& out, const Report& report) {
  JsonWriter json(out);
  json.array_of_lines([&] {
    for (const FileFindings& file : report.files) {
      LspWriter writer(json, file);
      json.line();
      json.object([&] {
        json.member("uri", relative_uri(file.path()));
        json.array("diagnostics", file.findings, [&](const Diagnostic& finding) { writer.write(finding); });
      });
    }
  });
  json.end_line();
}

}  // namespace rubric
