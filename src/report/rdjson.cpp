// How it works: the messages of reviewdog's rdf.DiagnosticResult, in their JSON mapping. Reviewdog offers
// each suggestion by itself, so a fix of several edits, which belong together, is none.

#include "report/file_texts.h"
#include "report/formats.h"
#include "report/json_writer.h"

namespace rubric {

namespace {

std::string_view severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::info:
      return "INFO";
  }
  return "INFO";
}

class RdjsonWriter {
 public:
  RdjsonWriter(JsonWriter& json, const FileFindings& file) : json_(json), texts_(file) {}

  void write(const Diagnostic& finding) {
    json_.object([&] {
      json_.member("message", finding.help.empty() ? finding.message : finding.message + "\n" + finding.help);
      json_.object("location", [&] {
        json_.member("path", finding.path);
        range("range", finding.path, finding.range);
      });
      json_.member("severity", severity_of(finding.severity));
      json_.object("code", [&] {
        json_.member("value", finding.rule);
        if (const std::string url = rule_url(finding.rule); !url.empty()) json_.member("url", url);
      });
      suggestions(finding);
      related(finding);
    });
  }

 private:
  void range(std::string_view key, const std::string& path, const Range& range) {
    json_.object(key, [&] {
      position("start", path, range.begin);
      position("end", path, range.end);
    });
  }

  void position(std::string_view key, const std::string& path, Position position) {
    json_.object(key, [&] {
      json_.member("line", position.line);
      json_.member("column", texts_.before(path, position).bytes + 1);
    });
  }

  void suggestions(const Diagnostic& finding) {
    std::vector<const Edit*> edits;
    for (const Fix& fix : finding.fixes) {
      if (fix.edits.size() == 1 && edited_file(finding, fix.edits.front()) == finding.path)
        edits.push_back(&fix.edits.front().edit);
    }
    if (edits.empty()) return;
    json_.array("suggestions", edits, [&](const Edit* edit) {
      json_.object([&] {
        range("range", finding.path, texts_.range(finding.path, edit->span));
        json_.member("text", edit->replacement);
      });
    });
  }

  void related(const Diagnostic& finding) {
    if (finding.related.empty()) return;
    json_.array("relatedLocations", finding.related, [&](const Related& related) {
      json_.object([&] {
        json_.member("message", related.message);
        json_.object("location", [&] {
          json_.member("path", related.path);
          json_.object("range", [&] { position("start", related.path, related.position); });
        });
      });
    });
  }

  JsonWriter& json_;
  FileTexts texts_;
};

}  // namespace

void write_rdjson(std::ostream& out, const Report& report) {
  JsonWriter json(out);
  json.object([&] {
    json.object("source", [&] { json.member("name", "rubric"); });
    json.key("diagnostics");
    json.array_of_lines([&] {
      for (const FileFindings& file : report.files) {
        RdjsonWriter writer(json, file);
        for (const Diagnostic& finding : file.findings) json.line(), writer.write(finding);
      }
    });
  });
  json.end_line();
}

}  // namespace rubric
