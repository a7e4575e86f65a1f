// Runs every example of every rule page: each `bad` text gives exactly its `reports`, each `good` text
// nothing.
// workspace/rule_example.h says what an example is.
//
// To run one rule's examples: build/dev/rubric_tests "Every example reports what it says" -c RULE
// To rewrite the catalogue, rules/README.md and docs/rules/: UPDATE_EXPECT=1 build/dev/rubric_tests "The
// catalogue*"

#include "rules/rules.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "folder_files.h"
#include "report/rule_page.h"
#include "source_folder.h"
#include "workspace/rule_example.h"

using namespace rubric;

namespace {

// The repository-relative paths of all rule pages.
std::vector<std::string> rule_pages() {
  const std::filesystem::path root(source_folder());
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "rules")) {
    if (entry.path().extension() == ".yaml") {
      paths.push_back(std::filesystem::relative(entry.path(), root).generic_string());
    }
  }
  return paths;
}

// "off", or the severity.
std::string standing(const RuleInfo& info) {
  return info.on ? std::string(name(info.severity)) : "off (" + std::string(name(info.severity)) + ")";
}

std::string catalogue() {
  std::map<std::string, std::vector<const RuleInfo*>> groups;
  for (const RuleInfo& info : built_in_rules()) groups[info.group].push_back(&info);
  std::string text =
      "# Rules\n\n"
      "Each rule is a YAML page in this folder; what is linked is the same for readers, in `docs/rules/`. "
      "Both "
      "that and this list are written by the tests: `UPDATE_EXPECT=1 build/dev/rubric_tests "
      "\"The catalogue*\"`.\n";
  for (const auto& [group, infos] : groups) {
    text += "\n## " + group + "\n\n| Rule | What holds | By default |\n| --- | --- | --- |\n";
    for (const RuleInfo* info : infos) {
      text += "| [" + info->id + "](../docs/rules/" + info->id + ".md) | " + info->summary + " | " +
              standing(*info) + " |\n";
    }
  }
  return text;
}

}  // namespace

TEST_CASE("Every example reports what it says", "[rules]") {
  for (const RuleInfo& info : built_in_rules()) {
    DYNAMIC_SECTION(info.id) {
      for (const Example& example : info.examples) {
        INFO(info.path << ":" << example.line << "\nrun again: build/dev/rubric_tests "
                       << "\"Every example reports what it says\" -c " << info.id);
        for (const ExampleDifference& difference : run_example(info, example)) {
          INFO(difference.what);
          CHECK(difference.actual == difference.expected);
        }
      }
    }
  }
}

TEST_CASE("Every rule page shows what is bad and what is good", "[rules]") {
  for (const RuleInfo& info : built_in_rules()) {
    INFO(info.path);
    const auto bad = [](const Example& example) { return example.bad; };
    CHECK(std::any_of(info.examples.begin(), info.examples.end(), bad));
    CHECK_FALSE(std::all_of(info.examples.begin(), info.examples.end(), bad));
    CHECK(info.summary.ends_with('.'));
  }
}

TEST_CASE("Native pages and native functions belong together one to one", "[rules]") {
  std::set<std::string> pages, functions;  // "id (what it reads)"
  const auto entry = [](std::string_view id, Reads reads) {
    return std::string(id) + " (" + std::string(name(reads)) + ")";
  };
  for (const RuleInfo& info : built_in_rules()) {
    if (info.check == Check::native) pages.insert(entry(info.id, info.reads));
  }
  for (const NativeRule& native : native_rules()) {
    functions.insert(entry(native.id, native.reads()));
  }
  INFO("left: rules/**/*.yaml with `check: native`; right: the table of src/rules/rules.cpp");
  CHECK(pages == functions);
}

TEST_CASE("No two rules share an id or an alias", "[rules]") {
  std::set<std::string> names;
  for (const RuleInfo& info : built_in_rules()) {
    CHECK(names.insert(info.id).second);
    for (const std::string& alias : info.aliases) CHECK(names.insert(alias).second);
  }
}

TEST_CASE("The generated table holds what the loader reads", "[rules]") {
  std::vector<RuleInfo> loaded;
  for (const std::string& path : rule_pages()) {
    loaded.push_back(load_rule_page(path, read_all(source_folder() + "/" + path)));
  }
  std::sort(loaded.begin(), loaded.end(),
            [](const RuleInfo& left, const RuleInfo& right) { return left.id < right.id; });
  const std::span<const RuleInfo> built_in = built_in_rules();
  REQUIRE(built_in.size() == loaded.size());
  for (size_t index = 0; index < loaded.size(); ++index) {
    INFO(loaded[index].path);
    CHECK((built_in[index] == loaded[index]));
  }
}

TEST_CASE("The catalogue lists every rule", "[rules]") {
  const std::string path = source_folder() + "/rules/README.md";
  if (std::getenv("UPDATE_EXPECT")) std::ofstream(path, std::ios::binary) << catalogue();
  INFO("UPDATE_EXPECT=1 build/dev/rubric_tests \"[rules]\" writes rules/README.md; review the diff");
  CHECK((read_all(path) == catalogue()));
}

TEST_CASE("The catalogue has a page for every rule and no other", "[rules]") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(source_folder()) / "docs/rules";
  Files pages;
  for (const RuleInfo& info : built_in_rules()) pages[info.id + ".md"] = rule_page(info);
  if (std::getenv("UPDATE_EXPECT")) {
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const auto& [name, text] : pages) std::ofstream(folder / name, std::ios::binary) << text;
  }
  INFO("UPDATE_EXPECT=1 build/dev/rubric_tests \"[rules]\" writes docs/rules/; review the diff");
  const Files found = read_folder(folder);
  for (const auto& [name, text] : pages) {
    INFO(name);
    const auto page = found.find(name);
    CHECK((page != found.end() && page->second == text));
  }
  CHECK(found.size() == pages.size());
}
