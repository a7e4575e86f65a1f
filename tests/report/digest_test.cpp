// What a long list of findings is boiled down to: groups by rule, and folders that the site lacks.

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "report/report.h"
#include "text/utf8.h"

using namespace rubric;

namespace {

Diagnostic finding(const std::string& path, uint32_t line, const std::string& rule,
                   const std::string& message, Severity severity = Severity::error) {
  Diagnostic result;
  result.rule = rule;
  result.severity = severity;
  result.path = path;
  result.range.begin = {line, 1};
  result.message = message;
  return result;
}

Diagnostic dead_link(const std::string& folder) {
  Diagnostic result = finding("a.md", 1, "dead", "gone");
  result.missing_folder = folder;
  return result;
}

std::string groups_of(const std::vector<Diagnostic>& diagnostics,
                      const std::string& command = "rubric check") {
  std::vector<const Diagnostic*> pointers;
  for (const Diagnostic& diagnostic : diagnostics) pointers.push_back(&diagnostic);
  std::ostringstream out;
  write_digest(out, pointers, [](std::string_view rule) { return rule == "dead" ? "Links live." : ""; },
               command, {});
  return out.str();
}

std::string folders_of(const std::vector<Diagnostic>& diagnostics) {
  std::ostringstream out;
  write_missing_folders(out, missing_folders(diagnostics), {});
  return out.str();
}

}  // namespace

TEST_CASE("A group has counts, a summary, three examples and the next commands") {
  std::vector<Diagnostic> many;
  for (uint32_t line = 1; line <= 40; ++line) many.push_back(finding("a.md", line, "dead", "One."));
  many.push_back(finding("b.md", 1, "dead", "One."));
  many.push_back(finding("b.md", 2, "dead", "Two."));
  many.push_back(finding("c.md", 3, "dead", "Three."));
  CHECK(groups_of(many, "rubric check docs") ==
        "error[dead] 43 findings in 3 files\n"
        "  Links live.\n"
        "    a.md:1:1: One.\n"
        "    a.md:22:1: One.\n"
        "    c.md:3:1: Three.\n"
        "    … and 40 more\n"
        "  = all: rubric check docs --select dead --all\n"
        "  = why: rubric explain dead\n"
        "\n");
}

TEST_CASE("Three findings are shown whole, and what is fixable is told") {
  std::vector<Diagnostic> few;
  for (uint32_t line = 1; line <= 3; ++line) few.push_back(finding("a.md", line, "some", "Odd."));
  few.front().fixes = {{"Mend it", Applicability::safe, {}}};
  CHECK(groups_of(few) ==
        "error[some] 3 findings in 1 file (1 fixable with --fix)\n"
        "    a.md:1:1: Odd.\n"
        "    a.md:2:1: Odd.\n"
        "    a.md:3:1: Odd.\n"
        "  = all: rubric check --select some --all\n"
        "  = fix: rubric check --select some --fix\n"
        "  = why: rubric explain some\n"
        "\n");
}

TEST_CASE("The gravest and most frequent rules come first") {
  const std::string report = groups_of({finding("a.md", 1, "quiet", "x", Severity::info),
                                        finding("a.md", 2, "quiet", "x", Severity::info),
                                        finding("a.md", 3, "zeal", "x"), finding("a.md", 4, "alarm", "x"),
                                        finding("a.md", 5, "often", "x"), finding("a.md", 6, "often", "x")});
  std::vector<size_t> places;
  for (const std::string rule : {"[often]", "[alarm]", "[zeal]", "[quiet]"})
    places.push_back(report.find(rule));
  CHECK(std::is_sorted(places.begin(), places.end()));
  CHECK(places.back() != std::string::npos);
  CHECK(groups_of({}).empty());
}

TEST_CASE("Nothing that a finding holds reaches the terminal raw") {
  const std::string hostile = "a\x1b[2J\n\xFF";
  const std::string report = groups_of({finding(hostile, 1, hostile, hostile)}, hostile);
  CHECK(report.find('\x1b') == std::string::npos);
  CHECK_FALSE(find_ill_formed(report).has_value());
}

TEST_CASE("Twenty dead links below one missing folder are a line") {
  std::vector<Diagnostic> links(19, dead_link("/teams/"));
  CHECK(folders_of(links).empty());
  CHECK_FALSE(is_below(links.front(), missing_folders(links)));
  links.insert(links.end(), 30, dead_link("/jobs/"));
  links.push_back(dead_link("/teams/"));
  links.push_back(dead_link(""));
  const std::string nothing = "where the site has nothing. If another server answers there, add";
  CHECK(folders_of(links) == "error[dead] 30 links below `/jobs/`, " + nothing +
                                 " `/jobs/**` to `links: elsewhere:` in .rubric.yaml.\n"
                                 "error[dead] 20 links below `/teams/`, " +
                                 nothing + " `/teams/**` to `links: elsewhere:` in .rubric.yaml.\n\n");
  CHECK(is_below(links.front(), missing_folders(links)));
  CHECK_FALSE(is_below(links.back(), missing_folders(links)));
}

TEST_CASE("A folder that would have to be escaped in YAML or a glob is not summed up") {
  for (const std::string folder : {"/a*/", "/[a]/", "/it's/", "/a b/", "/\x1b/", "/caf\xC3\xA9/"}) {
    INFO(folder);
    CHECK(folders_of(std::vector<Diagnostic>(25, dead_link(folder))).empty());
  }
}
