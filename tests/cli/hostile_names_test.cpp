// File names and texts on the disk that some format gives a meaning, reported in every format by one run;
// each report tells every finding, and machines can read those that are for them.

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/ran.h"
#include "report/formats.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

using nlohmann::json;

const std::string hostile[] = {
    "caf\xC3\xA9",   "%0A%25",
    "a:b,c",         "::error::x",
    "]]>",           "<b>&amp;<",
    "\"q\" 'a'",     "\x1b[31m",
    "\x07\x7F",      "\xC2\x9B",
    "\xFF\xC3",      "two\nlines\r\n\ttab",
    "`tick` ``",     "😀\xE2\x80\xAE|",
    "{{< x >}}",     "[a](b)",
    "@all #1",       "-rf",
    "--format=json", "$(touch x)",
    "\xEF\xBF\xBE",  "a\\b",
    "..md",          "*?[a]",
    "\xE2\x80\xA8",  std::string(240, 'x'),
};

size_t lines_of(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

size_t times(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// How many findings a report tells of.
size_t told(const std::string& format, const std::string& report) {
  if (format == "json" || format == "gitlab") return json::parse(report).size();
  if (format == "sarif") return json::parse(report)["runs"][0]["results"].size();
  if (format == "rdjson") return json::parse(report)["diagnostics"].size();
  if (format == "checkstyle") return times(report, "<error ");
  if (format == "junit") return times(report, "<testcase ");
  if (format == "markdown") return times(report, "\n- ");
  if (format == "grouped") return times(report, "\n  ");
  if (format == "text") return times(report, "]");
  if (format == "lsp") {
    size_t count = 0;
    for (const json& file : json::parse(report)) count += file["diagnostics"].size();
    return count;
  }
  CHECK((format == "jsonl" || format == "concise" || format == "github"));
  return lines_of(report);
}

}  // namespace

TEST_CASE("No name or text of a file on the disk spoils a report") {
  const TemporaryFolder folder;
  folder.write("site/hugo.yaml", "baseURL: https://example.org/\n");
  for (const std::string& text : hostile)
    folder.write("site/content/" + text + ".md",
                 "# 😀 " + text + "\n\nA apple, see [it](</" + text + "/>).\r\nThe the " + text + " end");
  std::vector<std::string> arguments = {"check", folder.path + "/site", "--quiet"};
  for (const Format& format : formats())
    arguments.push_back("--report=" + std::string(format.name) + "=" + folder.path + "/" +
                        std::string(format.name));
  const Ran ran = rubric_run(arguments);
  CHECK(ran.code == ExitCode::findings);
  CHECK(ran.err.empty());
  const json findings = json::parse(folder.read("json"));
  std::set<std::string> files;
  for (const json& finding : findings) files.insert(finding["path"]);
  CHECK(files.size() == std::size(hostile));
  for (const Format& format : formats()) {
    const std::string name(format.name), report = folder.read(name);
    INFO(name);
    // Text for people shows what pages hold, brackets as well; there are at least as many as findings.
    if (name == "text") {
      CHECK(told(name, report) >= findings.size());
    } else {
      CHECK(told(name, report) == findings.size());
    }
    CHECK(std::none_of(report.begin(), report.end(),
                       [](char byte) { return byte >= 0 && byte < ' ' && byte != '\n'; }));
    CHECK(report.find("\xC2\x9B") == report.npos);
  }
}

TEST_CASE("SARIF marks what pages suppress and what a baseline knows") {
  const TemporaryFolder folder;
  folder.write("hugo.yaml", "baseURL: https://example.org/\n");
  folder.write("content/a.md",
               "A apple.\n\n<!-- rubric-disable-next-line article-mismatch: a name -->\nA orange.\n");
  folder.write("content/b.md", "An project.\n");
  const auto marks = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"check", folder.path, "--format", "sarif"});
    std::map<std::string, std::string> marked;
    const json log = json::parse(rubric_run(more).out);
    for (const json& result : log["runs"][0]["results"]) {
      const json& place = result["locations"][0]["physicalLocation"];
      std::string mark = "none";
      if (result.contains("suppressions"))
        mark = result["suppressions"].empty() ? "open" : result["suppressions"][0]["kind"].get<std::string>();
      marked[place["artifactLocation"]["uri"].get<std::string>() + ':' +
             place["region"]["startLine"].dump()] = mark;
    }
    return marked;
  };
  using Marks = std::map<std::string, std::string>;
  CHECK(marks({}) ==
        Marks{{"content/a.md:1", "open"}, {"content/a.md:4", "inSource"}, {"content/b.md:1", "open"}});
  CHECK(
      rubric_run({"check", folder.path + "/content/b.md", "--write-baseline", folder.path + "/known"}).code ==
      ExitCode::clean);
  CHECK(marks({"--baseline", folder.path + "/known"}) ==
        Marks{{"content/a.md:1", "open"}, {"content/a.md:4", "inSource"}, {"content/b.md:1", "external"}});
  folder.write("content/a.md", "Fine.\n");
  CHECK(marks({}) == Marks{{"content/b.md:1", "none"}});
}
