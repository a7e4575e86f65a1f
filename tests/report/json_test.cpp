#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "report/report.h"

using namespace rubric;

namespace {

std::string json_report(const std::vector<Diagnostic>& diagnostics) {
  std::ostringstream out;
  write_json(out, diagnostics);
  return out.str();
}

Diagnostic finding() {
  Diagnostic result;
  result.rule = "article-mismatch";
  result.severity = Severity::error;
  result.path = "content/x.md";
  result.range = {{32, 15}, {32, 16}, {1254, 1255}};
  result.message = "Use `an`.";
  return result;
}

// `"url":…,` of our rules, where the build knows one.
std::string url_member() {
  const std::string url = rule_url("article-mismatch");
  return url.empty() ? "" : R"(,"url":")" + url + "\"";
}

}  // namespace

TEST_CASE("Findings are written as one array, one per line, with the contract's keys in order") {
  const std::string start =
      R"({"rule":"article-mismatch","severity":"error","path":"content/x.md","line":32,"column":15,"endLine":32,)"
      R"("endColumn":16,"offset":1254,"endOffset":1255,"message":"Use `an`.")";
  Diagnostic full = finding();
  full.help = "It is spoken with a vowel.";
  full.related = {{"b.md", {1, 2}, "here"}, {"c.md", {3, 4}, "there"}};
  full.fixes = {{"Replace `a` by `an`", Applicability::safe, {{"content/x.md", {{1254, 1255}, "an"}}}},
                {"Give up", Applicability::unsafe_fix, {}}};
  CHECK(json_report({}) == "[]\n");
  CHECK(json_report({finding()}) == "[\n" + start + url_member() + "}\n]\n");
  CHECK(json_report({finding(), full}) ==
        "[\n" + start + url_member() + "},\n" + start + R"(,"help":"It is spoken with a vowel.")" +
            url_member() +
            R"(,"related":[{"path":"b.md","line":1,"column":2,"message":"here"},)"
            R"({"path":"c.md","line":3,"column":4,"message":"there"}],)"
            R"("fixes":[{"title":"Replace `a` by `an`","applicability":"safe","edits":)"
            R"([{"path":"content/x.md","offset":1254,"endOffset":1255,"replacement":"an"}]},)"
            R"({"title":"Give up","applicability":"unsafe","edits":[]}]})"
            "\n]\n");
}

TEST_CASE("Any bytes make a valid JSON string") {
  const std::string bad = "\xEF\xBF\xBD";
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"\"quoted\" \\ back", "\"quoted\" \\ back"},
      {"caf\xC3\xA9 😀 \x7F", "caf\xC3\xA9 😀 \x7F"},
      {"\xFF", bad},
      {"a\xC3", "a" + bad},
      {"\xC0\xAF|\xED\xA0\x80", bad + bad + "|" + bad + bad + bad},
      {"\xE2\x82\"", bad + bad + "\""},
  };
  for (const auto& [message, expected] : rows) {
    Diagnostic diagnostic = finding();
    diagnostic.message = message;
    CHECK(nlohmann::json::parse(json_report({diagnostic}))[0]["message"] == expected);
  }
  std::string controls;
  for (char byte = 0; byte < 0x20; ++byte) controls += byte;
  Diagnostic diagnostic = finding();
  diagnostic.message = diagnostic.path = diagnostic.help = controls;
  const nlohmann::json parsed = nlohmann::json::parse(json_report({diagnostic}))[0];
  CHECK(parsed["message"] == controls);
  CHECK(parsed["path"] == controls);
  CHECK(parsed["help"] == controls);
}

TEST_CASE("A parser reads back every finding of a large report") {
  std::vector<Diagnostic> diagnostics(30'000, finding());
  for (uint32_t index = 0; index < diagnostics.size(); ++index) {
    diagnostics[index].range.begin.line = index + 1;
    diagnostics[index].fixes = {{"Fix", Applicability::safe, {{"x.md", {{index, index}, "é\n"}}}}};
  }
  const nlohmann::json parsed = nlohmann::json::parse(json_report(diagnostics));
  REQUIRE(parsed.size() == diagnostics.size());
  for (uint32_t index = 0; index < diagnostics.size(); ++index) {
    const nlohmann::json& edit = parsed[index]["fixes"][0]["edits"][0];
    if (parsed[index]["line"] != index + 1 || edit["offset"] != index || edit["replacement"] != "é\n")
      FAIL(index);
  }
}
