// How it works: one run of SARIF 2.1.0 (OASIS, 27 March 2020). The rules that found something are listed with
// their pages, each result points into that list. Columns are code points, which the run says; offsets in
// bytes stand beside, since edits are exact only there.

#include <algorithm>
#include <map>

#include "report/file_digests.h"
#include "report/file_texts.h"
#include "report/formats.h"
#include "report/json_writer.h"
#include "report/rule_page.h"
#include "report/uri.h"

namespace rubric {

namespace {

std::string_view level_of(Severity severity) {
  return severity == Severity::info ? "note" : name(severity);
}

// A message in plain text. Brackets are escaped where they could make a link (3.11.6). Braces are not doubled
// as 3.11.5 has it: readers, the reference implementation among them, undo that only in messages with
// arguments, and how many braces a tag has is what some of our messages are about.
std::string message_string(std::string_view text) {
  if (text.find("](") == std::string_view::npos) return std::string(text);
  std::string result;
  for (const char byte : text) {
    if (byte == '[' || byte == ']' || byte == '\\') result += '\\';
    result += byte;
  }
  return result;
}

// What has been said of a finding.
enum class Standing {
  open,
  known,       // to a baseline
  suppressed,  // by the page
};

class SarifWriter {
 public:
  SarifWriter(JsonWriter& json, const Report& report) : json_(json), report_(report) {
    for (const Diagnostic& finding : report.findings) rules_.emplace(finding.rule, 0);
    for (const FileFindings& file : report.known)
      for (const Diagnostic& finding : file.known) rules_.emplace(finding.rule, 0);
    for (const FileFindings& file : report.suppressed)
      for (const Diagnostic& finding : file.findings) rules_.emplace(finding.rule, 0);
    uint32_t index = 0;
    for (auto& [rule, place] : rules_) place = index++;
  }

  void write() {
    json_.object([&] {
      json_.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json_.member("version", "2.1.0");
      json_.key("runs");
      json_.array_of_lines([&] { json_.line(), json_.object([&] { run(); }); });
    });
    json_.end_line();
  }

 private:
  void run() {
    json_.object("tool", [&] { json_.object("driver", [&] { driver(); }); });
    json_.member("columnKind", "unicodeCodePoints");
    json_.object("originalUriBaseIds", [&] {
      json_.object("%SRCROOT%", [&] { text("description", "The root of the repository."); });
    });
    json_.key("results");
    json_.array_of_lines([&] {
      for (const FileFindings& file : report_.files)
        results(file, file.findings, digests(file).findings, Standing::open);
      for (const FileFindings& file : report_.known)
        results(file, file.known, digests(file).known, Standing::known);
      for (const FileFindings& file : report_.suppressed)
        results(file, file.findings, digests(file).findings, Standing::suppressed);
    });
  }

  void driver() {
    json_.member("name", "rubric");
    json_.member("semanticVersion", report_.version);
    json_.key("rules");
    json_.array_of_lines([&] {
      for (const auto& [id, index] : rules_) json_.line(), rule(id);
    });
  }

  void rule(std::string_view id) {
    const auto page = std::find_if(report_.rules.begin(), report_.rules.end(),
                                   [&](const RuleInfo& info) { return info.id == id; });
    json_.object([&] {
      json_.member("id", id);
      if (const std::string url = rule_url(id); !url.empty()) json_.member("helpUri", url);
      if (page == report_.rules.end()) return;
      text("shortDescription", page->summary);
      text("fullDescription", page->why);
      json_.object("help", [&] {
        json_.member("text", page->summary + "\n\n" + page->why);
        json_.member("markdown", rule_help(*page));
      });
      json_.object("defaultConfiguration", [&] {
        json_.member("enabled", page->on);
        json_.member("level", level_of(page->severity));
      });
      json_.object("properties", [&] {
        json_.array("tags", std::span(&page->group, 1),
                    [&](const std::string& group) { json_.value(group); });
      });
    });
  }

  void results(const FileFindings& file, std::span<const Diagnostic> findings,
               const std::vector<std::string>& of_findings, Standing standing) {
    FileTexts texts(file);
    for (size_t index = 0; index < findings.size(); ++index) {
      json_.line();
      result(findings[index], unique_.of(of_findings[index]), standing, texts);
    }
  }

  void result(const Diagnostic& finding, const std::string& digest, Standing standing, FileTexts& texts) {
    json_.object([&] {
      json_.member("ruleId", finding.rule);
      json_.member("ruleIndex", rules_.at(finding.rule));
      json_.member("level", level_of(finding.severity));
      text("message", finding.help.empty() ? finding.message : finding.message + "\n" + finding.help);
      json_.array("locations", std::span(&finding, 1), [&](const Diagnostic& at) {
        json_.object([&] {
          json_.object("physicalLocation", [&] { place(at.path, [&] { region("region", at.range); }); });
        });
      });
      json_.object("partialFingerprints", [&] { json_.member("rubric/v1", digest); });
      related(finding);
      fixes(finding, texts);
      if (!report_.known.empty())
        json_.member("baselineState", standing == Standing::known ? "unchanged" : "new");
      suppressions(standing);
    });
  }

  // All results of a run say whether they are suppressed, or none does (3.27.23).
  void suppressions(Standing standing) {
    if (report_.known.empty() && report_.suppressed.empty()) return;
    std::vector<Standing> reasons;
    if (standing != Standing::open) reasons.push_back(standing);
    json_.array("suppressions", reasons, [&](Standing reason) {
      const bool in_page = reason == Standing::suppressed;
      json_.object([&] {
        json_.member("kind", in_page ? "inSource" : "external");
        json_.member("justification", in_page ? "Suppressed by the page." : "Known by the baseline.");
      });
    });
  }

  void related(const Diagnostic& finding) {
    if (finding.related.empty()) return;
    uint32_t id = 0;
    json_.array("relatedLocations", finding.related, [&](const Related& related) {
      json_.object([&] {
        json_.member("id", ++id);
        json_.object("physicalLocation", [&] {
          place(related.path, [&] {
            json_.object("region", [&] {
              json_.member("startLine", related.position.line);
              json_.member("startColumn", related.position.column);
            });
          });
        });
        text("message", related.message);
      });
    });
  }

  void fixes(const Diagnostic& finding, FileTexts& texts) {
    std::vector<const Fix*> fixes;  // SARIF has none without a change
    for (const Fix& fix : finding.fixes)
      if (!fix.edits.empty()) fixes.push_back(&fix);
    if (fixes.empty()) return;
    json_.array("fixes", fixes, [&](const Fix* fix) {
      json_.object([&] {
        text("description", fix->title);
        std::map<std::string, std::vector<const Edit*>> changes;  // by file
        for (const FileEdit& change : fix->edits)
          changes[edited_file(finding, change)].push_back(&change.edit);
        json_.array("artifactChanges", changes, [&](const auto& change) {
          json_.object([&] {
            place(change.first, [] {});
            json_.array("replacements", change.second,
                        [&](const Edit* edit) { replacement(change.first, *edit, texts); });
          });
        });
        json_.object("properties", [&] { json_.member("applicability", name(fix->applicability)); });
      });
    });
  }

  void replacement(const std::string& path, const Edit& edit, FileTexts& texts) {
    json_.object([&] {
      region("deletedRegion", texts.range(path, edit.span));
      json_.object("insertedContent", [&] { json_.member("text", edit.replacement); });
    });
  }

  // Members of a physical location or an artifact change: the file, and what `write_more` writes.
  template <typename Write>
  void place(const std::string& path, Write write_more) {
    json_.object("artifactLocation", [&] {
      json_.member("uri", relative_uri(path));
      json_.member("uriBaseId", "%SRCROOT%");
    });
    write_more();
  }

  void region(std::string_view key, const Range& range) {
    json_.object(key, [&] {
      json_.member("startLine", range.begin.line);
      json_.member("startColumn", range.begin.column);
      json_.member("endLine", range.end.line);
      json_.member("endColumn", range.end.column);
      json_.member("byteOffset", range.span.begin);
      json_.member("byteLength", range.span.end - range.span.begin);
    });
  }

  void text(std::string_view key, std::string_view message) {
    json_.object(key, [&] { json_.member("text", message_string(message)); });
  }

  JsonWriter& json_;
  const Report& report_;
  UniqueDigests unique_;
  std::map<std::string_view, uint32_t> rules_;  // ids to their index in the list
};

}  // namespace

void write_sarif(std::ostream& out, const Report& report) {
  JsonWriter json(out);
  SarifWriter(json, report).write();
}

}  // namespace rubric
