// The formats of lines: what is written is read back and compared with the JSON report.

#include <algorithm>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "report/read_back.h"
#include "report/terminal.h"

using namespace rubric;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// The finding of a line that the expression takes apart, group by group.
nlohmann::json taken_apart(const std::string& line, const char* expression,
                           const std::vector<std::string>& keys) {
  std::smatch match;
  INFO(line);
  REQUIRE(std::regex_match(line, match, std::regex(expression)));
  nlohmann::json finding;
  for (size_t index = 0; index < keys.size(); ++index) {
    if (!match[index + 1].matched) continue;
    const std::string text = match[index + 1];
    if (keys[index] == "line" || keys[index] == "column" || keys[index].starts_with("end")) {
      finding[keys[index]] = std::stoul(text);
    } else {
      finding[keys[index]] = text;
    }
  }
  return finding;
}

const std::set<std::string> keys_of_a_line = {"path", "line", "column", "severity", "rule", "message"};

// Text for people: where a page's text would steer a terminal, it is spelled out. The JSON report of a bad
// byte is U+FFFD, so that is what is compared.
void as_people_see(ReadFindings& findings, const ReportedSite&) {
  spell(findings, [](const std::string& text) { return printable(text); });
}

// As GitHub's runner decodes a property or a message.
std::string decoded(std::string text, bool property) {
  text = replaced(replaced(text, "%0D", "\r"), "%0A", "\n");
  if (property) text = replaced(replaced(text, "%3A", ":"), "%2C", ",");
  return replaced(text, "%25", "%");
}

}  // namespace

TEST_CASE("jsonl reads back as JSON does", "[report]") {
  check_read_back("jsonl", {}, [](const std::string& report, const ReportedSite&) {
    ReadFindings findings;
    for (const std::string& line : lines_of(report)) findings.push_back(nlohmann::json::parse(line));
    return findings;
  });
}

TEST_CASE("The concise format reads back", "[report]") {
  check_read_back(
      "concise", keys_of_a_line,
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        for (const std::string& line : lines_of(without_bad_bytes(report))) {
          findings.push_back(taken_apart(line, R"((.*?):(\d+):(\d+): (\w+)\[([^\]]*)\] (.*))",
                                         {"path", "line", "column", "severity", "rule", "message"}));
        }
        return findings;
      },
      as_people_see);
}

TEST_CASE("The grouped format reads back", "[report]") {
  check_read_back(
      "grouped", keys_of_a_line,
      [](const std::string& report, const ReportedSite& site) {
        ReadFindings findings;
        std::string path;
        std::vector<std::string> lines = lines_of(without_bad_bytes(report));
        CHECK(lines.back() == summary(site.findings, static_cast<uint32_t>(site.files.size())));
        lines.pop_back();
        for (const std::string& line : lines) {
          if (!line.starts_with("  ")) {
            if (!line.empty()) path = line;
            continue;
          }
          findings.push_back(taken_apart(line, R"( *(\d+):(\d+) (\w+)\[([^\]]*)\] (.*))",
                                         {"line", "column", "severity", "rule", "message"}));
          findings.back()["path"] = path;
        }
        return findings;
      },
      as_people_see);
}

TEST_CASE("Annotations of GitHub read back as its runner reads them", "[report]") {
  check_read_back(
      "github", {"path", "line", "column", "endLine", "endColumn", "severity", "rule", "message", "help"},
      [](const std::string& report, const ReportedSite&) {
        ReadFindings findings;
        for (const std::string& line : lines_of(without_bad_bytes(report))) {
          nlohmann::json finding = taken_apart(
              line,
              "::(\\w+) file=([^,:]*),line=(\\d+)(?:,col=(\\d+))?,endLine=(\\d+)(?:,endColumn=(\\d+))?"
              ",title=([^,:]*)::(.*)",
              {"severity", "path", "line", "column", "endLine", "endColumn", "rule", "message"});
          for (const char* key : {"path", "rule"}) finding[key] = decoded(finding[key], true);
          if (finding["severity"] == "notice") finding["severity"] = "info";
          const std::string message = decoded(finding["message"], false);
          const size_t end = message.find('\n');
          finding["message"] = message.substr(0, end);
          if (end != std::string::npos) finding["help"] = message.substr(end + 1);
          findings.push_back(std::move(finding));
        }
        return findings;
      },
      [](ReadFindings& findings, const ReportedSite& site) {
        as_people_see(findings, site);
        for (nlohmann::json& finding : findings) {
          if (finding["line"] == finding["endLine"]) continue;
          finding.erase("column");
          finding.erase("endColumn");
        }
      });
}

TEST_CASE("No format lets a page steer the terminal", "[report]") {
  for (const Format& format : formats()) {
    for (const ReportedSite& site : reported_sites()) {
      const std::string report = site.written(format.name);
      INFO(format.name << " " << site.name);
      const auto steers = [](char byte) { return byte >= 0 && byte < ' ' && byte != '\n'; };
      CHECK(std::none_of(report.begin(), report.end(), steers));
      CHECK(report.find("\xC2\x9B") == std::string::npos);
      CHECK(report.find('\x7F') == std::string::npos);
    }
  }
}
