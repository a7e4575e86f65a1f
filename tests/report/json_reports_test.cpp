// The formats in JSON: what is written is read back and compared with the JSON report. Columns that others
// count in UTF-8 or UTF-16 are worked out here from the offsets of the JSON report.

#include <algorithm>
#include <cctype>

#include <catch2/catch.hpp>

#include "report/read_back.h"
#include "rules/rules.h"
#include "text/utf8.h"
#include "workspace/configuration.h"

using namespace rubric;

namespace {

using nlohmann::json;

// What the JSON formats make of bytes that may not be UTF-8.
std::string as_json_has_it(const std::string& bytes) {
  return json::parse(json(bytes).dump(-1, ' ', false, json::error_handler_t::replace));
}

// The text of a file by the name that a report gives it.
const std::string& text_of(const ReportedSite& site, const std::string& name) {
  static const std::string none;
  for (const auto& [path, text] : site.files)
    if (as_json_has_it(path) == name) return text;
  return none;
}

// How a format counts columns.
enum class Units { utf8, utf16, code_points };

size_t line_start(const std::string& text, size_t offset) {
  while (offset > 0 && text[offset - 1] != '\n') --offset;
  return offset == 0 && text.starts_with("\xEF\xBB\xBF") ? 3 : offset;
}

// What stands before an offset on its line.
size_t column(const std::string& text, size_t offset, Units units) {
  size_t counted = 0;
  for (size_t at = line_start(text, offset); at < offset;) {
    const CodePoint point = decode_utf8(text, at);
    counted += units == Units::utf8 ? point.length : units == Units::utf16 && point.value > 0xFFFF ? 2 : 1;
    at += point.length;
  }
  return counted;
}

// [line, column], both from 0.
json place(const std::string& text, size_t offset, Units units) {
  const auto ends = std::count(text.begin(), text.begin() + static_cast<ptrdiff_t>(offset), '\n');
  return {ends, column(text, offset, units)};
}

// The offset of a line and column that count from 1 and in code points.
size_t offset_of(const std::string& text, size_t line, size_t code_points) {
  size_t offset = 0;
  for (; line > 1; --line) offset = text.find('\n', offset) + 1;
  offset = line_start(text, offset + (offset == 0 && text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  while (column(text, offset, Units::code_points) + 1 < code_points)
    offset += decode_utf8(text, offset).length;
  return offset;
}

// The items of an array that may be missing.
json& member(json& object, const char* name) {
  static json none;
  none = json::array();
  return object.contains(name) ? object[name] : none;
}

// Puts places in the format's units into what the JSON report tells.
void count_in(Units units, ReadFindings& findings, const ReportedSite& site) {
  for (json& finding : findings) {
    const std::string& text = text_of(site, finding["path"]);
    for (const auto& [key, offset] : {std::pair("begin", "offset"), std::pair("end", "endOffset")})
      finding[key] = place(text, finding[offset], units);
    for (const char* key : {"line", "column", "endLine", "endColumn", "offset", "endOffset"})
      finding.erase(key);
    for (json& related : member(finding, "related")) {
      const std::string& other = text_of(site, related["path"]);
      related["begin"] = place(other, offset_of(other, related["line"], related["column"]), units);
      related.erase("line");
      related.erase("column");
    }
    for (json& fix : member(finding, "fixes")) {
      for (json& edit : fix["edits"]) {
        const std::string& other = text_of(site, edit["path"]);
        edit["begin"] = place(other, edit["offset"], units);
        edit["end"] = place(other, edit["endOffset"], units);
        edit.erase("offset");
        edit.erase("endOffset");
      }
    }
  }
}

std::string path_of_uri(const std::string& uri) {
  std::string path;
  for (size_t at = 0; at < uri.size(); ++at) {
    INFO(uri);
    REQUIRE((std::isalnum(static_cast<unsigned char>(uri[at])) ||
             std::string("-._~/%").find(uri[at]) != uri.npos));
    if (uri[at] != '%') {
      path += uri[at];
      continue;
    }
    path += static_cast<char>(std::stoi(uri.substr(at + 1, 2), nullptr, 16));
    at += 2;
  }
  return as_json_has_it(path);
}

json lsp_place(const json& position) {
  return {position["line"], position["character"]};
}

json rdjson_place(const json& position) {
  return {position["line"].get<size_t>() - 1, position["column"].get<size_t>() - 1};
}

json finding_of_lsp(const std::string& path, const json& read) {
  json finding = {{"path", path},
                  {"rule", read["code"]},
                  {"severity", std::vector{"", "error", "warning", "info"}[read["severity"].get<size_t>()]},
                  {"message", read["message"]},
                  {"begin", lsp_place(read["range"]["start"])},
                  {"end", lsp_place(read["range"]["end"])}};
  CHECK(read["source"] == "rubric");
  if (read.contains("codeDescription")) finding["url"] = read["codeDescription"]["href"];
  for (const json& related : read.value("relatedInformation", json::array())) {
    finding["related"].push_back({{"path", path_of_uri(related["location"]["uri"])},
                                  {"begin", lsp_place(related["location"]["range"]["start"])},
                                  {"message", related["message"]}});
  }
  const json data = read.value("data", json::object());
  if (data.contains("help")) finding["help"] = data["help"];
  for (json fix : data.value("fixes", json::array())) {
    for (json& edit : fix["edits"]) {
      edit = {{"path", path_of_uri(edit["uri"])},
              {"begin", lsp_place(edit["range"]["start"])},
              {"end", lsp_place(edit["range"]["end"])},
              {"replacement", edit["newText"]}};
    }
    finding["fixes"].push_back(std::move(fix));
  }
  return finding;
}

json finding_of_rdjson(const json& read) {
  const std::string message = read["message"];
  const json& location = read["location"];
  json finding = {{"path", location["path"]},
                  {"rule", read["code"]["value"]},
                  {"severity", read["severity"]},
                  {"message", message},
                  {"begin", rdjson_place(location["range"]["start"])},
                  {"end", rdjson_place(location["range"]["end"])}};
  if (read["code"].contains("url")) finding["url"] = read["code"]["url"];
  for (const json& related : read.value("relatedLocations", json::array())) {
    finding["related"].push_back({{"path", related["location"]["path"]},
                                  {"begin", rdjson_place(related["location"]["range"]["start"])},
                                  {"message", related["message"]}});
  }
  for (const json& suggestion : read.value("suggestions", json::array())) {
    finding["fixes"].push_back({{"begin", rdjson_place(suggestion["range"]["start"])},
                                {"end", rdjson_place(suggestion["range"]["end"])},
                                {"replacement", suggestion["text"]}});
  }
  return finding;
}

// What rdjson can tell: help with the message, and of fixes those of one edit in the finding's file.
void as_rdjson(ReadFindings& findings, const ReportedSite& site) {
  count_in(Units::utf8, findings, site);
  for (json& finding : findings) {
    std::string severity = finding["severity"];
    for (char& letter : severity) letter = static_cast<char>(std::toupper(letter));
    finding["severity"] = severity;
    if (finding.contains("help")) {
      finding["message"] = finding["message"].get<std::string>() + "\n" + finding["help"].get<std::string>();
      finding.erase("help");
    }
    json suggestions = json::array();
    for (const json& fix : finding.value("fixes", json::array())) {
      if (fix["edits"].size() != 1 || fix["edits"][0]["path"] != finding["path"]) continue;
      json edit = fix["edits"][0];
      edit.erase("path");
      suggestions.push_back(std::move(edit));
    }
    finding.erase("fixes");
    if (!suggestions.empty()) finding["fixes"] = std::move(suggestions);
  }
}

json sarif_place(const json& region, const char* line, const char* column) {
  return {region[line].get<size_t>() - 1, region[column].get<size_t>() - 1};
}

std::string path_of(const json& location) {
  CHECK(location["artifactLocation"]["uriBaseId"] == "%SRCROOT%");
  return path_of_uri(location["artifactLocation"]["uri"]);
}

json fix_of_sarif(const json& read) {
  json fix = {{"title", read["description"]["text"]},
              {"applicability", read["properties"]["applicability"]},
              {"edits", json::array()}};
  for (const json& change : read["artifactChanges"]) {
    for (const json& replacement : change["replacements"]) {
      const json& region = replacement["deletedRegion"];
      fix["edits"].push_back(
          {{"path", path_of(change)},
           {"offset", region["byteOffset"]},
           {"endOffset", region["byteOffset"].get<size_t>() + region["byteLength"].get<size_t>()},
           {"begin", sarif_place(region, "startLine", "startColumn")},
           {"end", sarif_place(region, "endLine", "endColumn")},
           {"replacement", replacement["insertedContent"]["text"]}});
    }
  }
  return fix;
}

json finding_of_sarif(const json& read, const json& rules) {
  const json& location = read["locations"][0]["physicalLocation"];
  const json& region = location["region"];
  const json& rule = rules[read["ruleIndex"].get<size_t>()];
  CHECK(rule["id"] == read["ruleId"]);
  json finding = {{"path", path_of(location)},
                  {"rule", read["ruleId"]},
                  {"severity", read["level"] == "note" ? "info" : read["level"]},
                  {"message", read["message"]["text"]},
                  {"line", region["startLine"]},
                  {"column", region["startColumn"]},
                  {"endLine", region["endLine"]},
                  {"endColumn", region["endColumn"]},
                  {"offset", region["byteOffset"]},
                  {"endOffset", region["byteOffset"].get<size_t>() + region["byteLength"].get<size_t>()}};
  if (rule.contains("helpUri")) finding["url"] = rule["helpUri"];
  for (const json& related : read.value("relatedLocations", json::array())) {
    const json& place = related["physicalLocation"];
    finding["related"].push_back({{"path", path_of(place)},
                                  {"line", place["region"]["startLine"]},
                                  {"column", place["region"]["startColumn"]},
                                  {"message", related["message"]["text"]}});
  }
  for (const json& fix : read.value("fixes", json::array())) finding["fixes"].push_back(fix_of_sarif(fix));
  return finding;
}

// A text with brackets escaped where they could make a link.
std::string as_message(const std::string& text) {
  std::string result;
  for (const char byte : text) {
    if (text.find("](") != std::string::npos && std::string("[]\\").find(byte) != std::string::npos)
      result += '\\';
    result += byte;
  }
  return result;
}

// What SARIF tells: help with the message, edits by file and with their places.
void as_sarif(ReadFindings& findings, const ReportedSite& site) {
  for (json& finding : findings) {
    std::string message = finding["message"];
    if (finding.contains("help")) message += "\n" + finding["help"].get<std::string>();
    finding["message"] = as_message(message);
    finding.erase("help");
    for (json& related : member(finding, "related")) related["message"] = as_message(related["message"]);
    for (json& fix : member(finding, "fixes")) {
      fix["title"] = as_message(fix["title"]);
      for (json& edit : fix["edits"]) {
        const std::string& text = text_of(site, edit["path"]);
        edit["begin"] = place(text, edit["offset"], Units::code_points);
        edit["end"] = place(text, edit["endOffset"], Units::code_points);
      }
      std::stable_sort(fix["edits"].begin(), fix["edits"].end(),
                       [](const json& left, const json& right) { return left["path"] < right["path"]; });
    }
  }
}

}  // namespace

TEST_CASE("SARIF reads back", "[report]") {
  check_read_back(
      "sarif", {},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        const json log = json::parse(report);
        CHECK(log["version"] == "2.1.0");
        REQUIRE(log["runs"].size() == 1);
        const json& run = log["runs"][0];
        CHECK(run["columnKind"] == "unicodeCodePoints");
        for (const json& result : run["results"])
          findings.push_back(finding_of_sarif(result, run["tool"]["driver"]["rules"]));
        return findings;
      },
      as_sarif);
}

TEST_CASE("Code Quality reads back as GitLab reads it", "[report]") {
  check_read_back(
      "gitlab", {"path", "line", "endLine", "severity", "rule", "message", "help"},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        for (const json& read : json::parse(report)) {
          CHECK(read["location"]["lines"]["begin"] >= 1);
          findings.push_back({{"path", read["location"]["path"]},
                              {"line", read["location"]["lines"]["begin"]},
                              {"endLine", read["location"]["lines"]["end"]},
                              {"severity", read["severity"]},
                              {"rule", read["check_name"]},
                              {"message", read["description"]}});
        }
        return findings;
      },
      [](ReadFindings& findings, const ReportedSite&) {
        for (json& finding : findings) {
          const std::string severity = finding["severity"];
          finding["severity"] = severity == "error" ? "major" : severity == "warning" ? "minor" : "info";
          if (!finding.contains("help")) continue;
          finding["message"] =
              finding["message"].get<std::string>() + " " + finding["help"].get<std::string>();
          finding.erase("help");
        }
      });
}

TEST_CASE("Fingerprints are unique in a report and the same in Code Quality and SARIF", "[report]") {
  for (const ReportedSite& site : reported_sites()) {
    INFO(site.name);
    std::vector<std::string> prints;
    const json quality = json::parse(site.written("gitlab")), sarif = json::parse(site.written("sarif"));
    for (const json& finding : quality) prints.push_back(finding["fingerprint"]);
    size_t index = 0;
    for (const json& result : sarif["runs"][0]["results"])
      CHECK(result["partialFingerprints"]["rubric/v1"] == prints.at(index++));
    CHECK(std::set<std::string>(prints.begin(), prints.end()).size() == prints.size());
  }
}

TEST_CASE("Fingerprints stay when lines are inserted above", "[report]") {
  const std::string page = "A apple.\n\nSee [it](/gone/) and [it](/gone/), a apple.\n\nA apple.\n";
  const auto prints = [](const std::string& text) {
    std::vector<std::pair<size_t, std::string>> lines_and_prints;
    const ReportedSite site("page", {{"hugo.yaml", ""}, {"content/a.md", text}});
    for (const json& finding : json::parse(site.written("gitlab")))
      lines_and_prints.emplace_back(finding["location"]["lines"]["begin"], finding["fingerprint"]);
    return lines_and_prints;
  };
  auto before = prints(page), after = prints("# New\n\nWords.\n\n" + page);
  REQUIRE(before.size() >= 5);
  REQUIRE(before.size() == after.size());
  for (auto& [line, print] : before)
    if (line > 1) line += 4;
  for (auto& [line, print] : after)
    if (line == 5) line = 1;
  CHECK(before == after);
}

TEST_CASE("SARIF marks what a baseline knows, and its fingerprints are no others for it", "[report]") {
  ReportedSite site(
      "page", {{"hugo.yaml", ""}, {"content/a.md", "A apple, a apple.\n"}, {"content/b.md", "A apple.\n"}});
  std::erase_if(site.findings, [](const Diagnostic& finding) { return finding.rule != "article-mismatch"; });
  REQUIRE(site.findings.size() == 3);
  const auto told = [&] {
    std::map<std::string, std::pair<std::string, std::string>> result;  // place to state and suppression
    for (const json& read : json::parse(site.written("sarif"))["runs"][0]["results"].get<ReadFindings>()) {
      const json& place = read["locations"][0]["physicalLocation"];
      const std::string state = read.value("baselineState", "");
      const json suppressions = read.value("suppressions", json::array());
      CHECK(suppressions.size() == (state == "unchanged" ? 1 : 0));
      CHECK(read.contains("suppressions") == !state.empty());
      result[place["artifactLocation"]["uri"].get<std::string>() + place["region"]["startColumn"].dump()] = {
          read["partialFingerprints"]["rubric/v1"], state};
    }
    return result;
  };
  const auto before = told();
  site.known = {site.findings[0], site.findings[2]};
  site.findings = {site.findings[1]};
  const auto after = told();
  REQUIRE(after.size() == 3);
  for (const auto& [place, print_and_state] : after) {
    INFO(place);
    CHECK(print_and_state.first == before.at(place).first);
    CHECK(before.at(place).second.empty());
    CHECK(print_and_state.second == (place == "content/a.md10" ? "new" : "unchanged"));
  }
  CHECK(json::parse(site.written("gitlab")).size() == 1);
  CHECK(json::parse(site.written("json")).size() == 1);
}

TEST_CASE("SARIF lists the rules that found something, with their pages", "[report]") {
  std::set<std::string> listed;
  for (const ReportedSite& site : reported_sites()) {
    std::set<std::string> expected, found;
    for (const Diagnostic& finding : site.findings) expected.insert(finding.rule);
    const json log = json::parse(site.written("sarif"));
    for (const json& rule : log["runs"][0]["tool"]["driver"]["rules"]) {
      found.insert(rule["id"]);
      const RuleInfo* page = find_rule(built_in_rules(), rule["id"].get<std::string>());
      if (!page) continue;
      CHECK(rule["shortDescription"]["text"] == page->summary);
      CHECK(rule["help"]["markdown"].get<std::string>().find("## Why") != std::string::npos);
      CHECK(rule["defaultConfiguration"]["enabled"] == page->on);
      CHECK(rule["properties"]["tags"] == json::array({page->group}));
    }
    CHECK(found == expected);
    listed.insert(found.begin(), found.end());
  }
  CHECK(listed.size() > 20);
}

TEST_CASE("Diagnostics of the language server protocol read back, in UTF-16", "[report]") {
  check_read_back(
      "lsp", {},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        for (const json& file : json::parse(report)) {
          for (const json& read : file["diagnostics"])
            findings.push_back(finding_of_lsp(path_of_uri(file["uri"]), read));
        }
        return findings;
      },
      [](ReadFindings& findings, const ReportedSite& site) { count_in(Units::utf16, findings, site); });
}

TEST_CASE("rdjson reads back, in UTF-8", "[report]") {
  check_read_back(
      "rdjson", {},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        const json read = json::parse(report);
        CHECK(read["source"]["name"] == "rubric");
        for (const json& diagnostic : read["diagnostics"]) findings.push_back(finding_of_rdjson(diagnostic));
        return findings;
      },
      as_rdjson);
}
