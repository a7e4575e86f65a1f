// Runs every example of every rule page: each `bad` text gives exactly its `reports`, each `good` text
// nothing.
//
// An example is the page content/page.md of a small Hugo site, which has further:
//
//     hugo.yaml                         a title and the base URL https://example.org/
//     layouts/_shortcodes/include.html  `include "path"` pulls in a file below assets/
//     layouts/_shortcodes/note.html     takes inner text and renders it as Markdown
//     layouts/_shortcodes/badge.html    takes no inner text
//
// Only that rule runs, or for a rule that looks at suppressions all that are on by default.
//
// `files:` of the example adds to these or replaces them. `reports` are "line:column message", or
// "path:line:column message" in another file of the example. After the safe fixes the page is `fixed`
// and after all fixes `fixed-unsafe`, each required when there are such fixes; both lint clean.
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
#include "workspace/workspace.h"

using namespace rubric;

namespace {

const std::string page_path = "content/page.md";

const std::map<std::string, std::string, std::less<>> standard_files = {
    {"hugo.yaml", "title: Example\nbaseURL: https://example.org/\n"},
    {"layouts/_shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
    {"layouts/_shortcodes/note.html", "<div>{{ .Inner | markdownify }}</div>\n"},
    {"layouts/_shortcodes/badge.html", "<b>{{ .Get 0 }}</b>\n"},
};

// The example's site with one rule active, as the command line would open it.
struct ExampleSite {
  ExampleSite(const RuleInfo& info, const Example& example, const std::string& text)
      : files(files_of(example, text)), workspace(files, IgnoreRules::from_patterns({}), options_of(info)) {}

  static MemoryFiles files_of(const Example& example, const std::string& text) {
    std::map<std::string, std::string, std::less<>> files(example.files.begin(), example.files.end());
    files.insert(standard_files.begin(), standard_files.end());
    files[page_path] = text;
    return MemoryFiles(std::move(files));
  }

  static WorkspaceOptions options_of(const RuleInfo& info) {
    WorkspaceOptions options;
    if (info.reads != Reads::suppressions) options.selection.select = {info.id};
    return options;
  }

  MemoryFiles files;
  Workspace workspace;
};

// A rule that looks at suppressions runs with those that are on.
void leave_only(const RuleInfo& info, std::vector<Diagnostic>& findings) {
  std::erase_if(findings, [&](const Diagnostic& finding) { return finding.rule != info.id; });
}

std::vector<Diagnostic> lint_example(const RuleInfo& info, const Example& example, const std::string& text) {
  std::vector<Diagnostic> findings = ExampleSite(info, example, text).workspace.check({""});
  leave_only(info, findings);
  return findings;
}

std::vector<std::string> reports_of(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> reports;
  for (const Diagnostic& finding : findings) {
    const Position begin = finding.range.begin;
    const std::string path = finding.path == page_path ? "" : finding.path + ":";
    reports.push_back(path + std::to_string(begin.line) + ":" + std::to_string(begin.column) + " " +
                      finding.message);
  }
  return reports;
}

// The page after fixing; what is left to report goes into `remaining`.
std::string fixed_text(const RuleInfo& info, const Example& example, FixMode mode,
                       std::vector<std::string>& remaining) {
  ExampleSite site(info, example, example.text);
  FixResult result = site.workspace.fix({""}, mode);
  leave_only(info, result.remaining);
  remaining = reports_of(result.remaining);
  for (const FixResult::File& file : result.files) {
    if (file.path == page_path) return file.after;
  }
  return example.text;
}

void check_fixes(const RuleInfo& info, const Example& example) {
  std::vector<std::string> remaining;
  CHECK(fixed_text(info, example, FixMode::safe, remaining) ==
        (example.fixed.empty() ? example.text : example.fixed));
  if (!example.fixed.empty()) CHECK(remaining.empty());
  const std::string& safely = example.fixed.empty() ? example.text : example.fixed;
  CHECK(fixed_text(info, example, FixMode::all, remaining) ==
        (example.fixed_unsafe.empty() ? safely : example.fixed_unsafe));
  if (!example.fixed_unsafe.empty()) CHECK(remaining.empty());
}

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
        const std::vector<Diagnostic> findings = lint_example(info, example, example.text);
        CHECK(reports_of(findings) == example.reports);
        check_fixes(info, example);
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
