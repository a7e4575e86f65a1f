// The example handbook's README lists its planted mistakes; rubric finds these and no others.

#include <algorithm>
#include <fstream>

#include <catch2/catch.hpp>

#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

const std::string example_folder = source_folder() + "/examples/handbook";

// The rows "| `path:line` | rule | … |" as "path:line rule", sorted.
std::vector<std::string> listed_findings() {
  std::vector<std::string> rows;
  std::ifstream readme(example_folder + "/README.md");
  for (std::string line; std::getline(readme, line);) {
    if (!line.starts_with("| `")) continue;
    const size_t place_end = line.find("` | ");
    const size_t rule_end = line.find(" | ", place_end + 4);
    rows.push_back(line.substr(3, place_end - 3) + " " +
                   line.substr(place_end + 4, rule_end - place_end - 4));
  }
  std::sort(rows.begin(), rows.end());
  return rows;
}

}  // namespace

TEST_CASE("The example handbook has the findings that its README lists, and no others") {
  const DiskFiles files(example_folder);
  WorkspaceOptions options;
  options.configuration =
      read_configuration(".rubric.yaml", files.read(".rubric.yaml").value_or(""), built_in_rules());
  Workspace workspace(files, IgnoreRules::from_patterns({}), std::move(options));
  std::vector<std::string> found;
  for (const Diagnostic& finding : workspace.check({"content", "assets"})) {
    found.push_back(finding.path + ":" + std::to_string(finding.range.begin.line) + " " + finding.rule);
  }
  std::sort(found.begin(), found.end());
  CHECK(found == listed_findings());
  CHECK(found.size() > 20);
}
