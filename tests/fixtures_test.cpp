// Runs the fixtures: tests/fixtures/<rule-id>/<case>/ is a small site, linted by that rule alone.
//
//     expected.txt   what is found, a line each: `content/a.md:3:17-3:25 rule-id: message`
//     fixed/         the files that the safe fixes change, as they are afterwards; absent when none does
//     .rubric.yaml   the configuration, where the case needs one
//     anything else  the site
//
// To run one rule's fixtures: build/dev/rubric_tests "Every fixture*" -c RULE
// To rewrite expected.txt and fixed/: UPDATE_EXPECT=1 build/dev/rubric_tests "Every fixture*"; then read the
// diff.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "folder_files.h"
#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

// What a fixture says, or what rubric says about it.
struct Outcome {
  std::string expected;
  Files fixed;
};

std::string place(Position position) {
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

std::string lines_of(const std::vector<Diagnostic>& findings) {
  std::string text;
  for (const Diagnostic& finding : findings) {
    text += finding.path + ":" + place(finding.range.begin) + "-" + place(finding.range.end) + " " +
            finding.rule + ": " + finding.message + "\n";
  }
  return text;
}

Outcome lint_fixture(const std::string& rule, Files site) {
  WorkspaceOptions options;
  options.selection.select = {rule};
  const auto configuration = site.find(".rubric.yaml");
  if (configuration != site.end()) {
    options.configuration = read_configuration(".rubric.yaml", configuration->second, built_in_rules());
  }
  const MemoryFiles files(std::move(site));
  Workspace workspace(files, IgnoreRules::from_patterns({}), options);
  Outcome outcome{lines_of(workspace.check({""})), {}};
  for (const FixResult::File& file : workspace.fix({""}, FixMode::safe).files) {
    outcome.fixed[file.path] = file.after;
  }
  return outcome;
}

void write_outcome(const fs::path& folder, const Outcome& outcome) {
  std::ofstream(folder / "expected.txt", std::ios::binary) << outcome.expected;
  fs::remove_all(folder / "fixed");
  for (const auto& [path, text] : outcome.fixed) {
    fs::create_directories((folder / "fixed" / path).parent_path());
    std::ofstream(folder / "fixed" / path, std::ios::binary) << text;
  }
}

void check_fixture(const std::string& rule, const fs::path& folder) {
  INFO(folder.string() << "\nrun again: build/dev/rubric_tests \"Every fixture*\" -c " << rule
                       << "\nUPDATE_EXPECT=1 before it writes expected.txt and fixed/; review the diff");
  Files site = read_folder(folder);
  site.erase("expected.txt");
  std::erase_if(site, [](const auto& file) { return file.first.starts_with("fixed/"); });
  const Outcome found = lint_fixture(rule, std::move(site));
  if (std::getenv("UPDATE_EXPECT")) write_outcome(folder, found);
  CHECK(found.expected == read_all(folder / "expected.txt"));
  CHECK(found.fixed == read_folder(folder / "fixed"));
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

TEST_CASE("Every fixture gives what it expects", "[rules]") {
  for (const fs::path& rule : folders_in(fs::path(source_folder()) / "tests/fixtures")) {
    DYNAMIC_SECTION(rule.filename().string()) {
      INFO("a folder of tests/fixtures is named by a rule's id");
      REQUIRE(find_rule(built_in_rules(), rule.filename().string()));
      for (const fs::path& folder : folders_in(rule)) check_fixture(rule.filename().string(), folder);
    }
  }
}
