#include "workspace/first_configuration.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include <catch2/catch.hpp>

#include "rules/rules.h"
#include "source_folder.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string, std::less<>>;

// A site opened with the text of a `.rubric.yaml`.
struct OpenSite {
  OpenSite(Files site, std::string_view yaml)
      : files(std::move(site)), workspace(files, IgnoreRules::from_patterns({}), options_of(yaml)) {}

  static WorkspaceOptions options_of(std::string_view yaml) {
    WorkspaceOptions options;
    options.configuration = read_configuration(".rubric.yaml", yaml, built_in_rules());
    return options;
  }

  MemoryFiles files;
  Workspace workspace;
};

FirstLook look_at(OpenSite& site) {
  return first_look(site.workspace, {""});
}

std::string text_for(const Files& files) {
  OpenSite site(files, "");
  const FirstLook look = look_at(site);
  return first_configuration({&look, 1});
}

// With the `#` before each setting removed. Those of prose have a blank behind them, and one only.
std::string all_set(const std::string& text) {
  std::istringstream lines(text);
  std::string result;
  for (std::string line; std::getline(lines, line);) {
    const bool is_setting = line.size() > 1 && (line[1] != ' ' || line[2] == ' ');
    result += (is_setting ? line.substr(1) : line) + "\n";
  }
  return result;
}

Files read_folder(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), folder).generic_string()] = {std::istreambuf_iterator<char>(in), {}};
  }
  files.erase(".rubric.yaml");
  files.erase("expected.txt");
  return files;
}

std::vector<fs::path> fixture_sites() {
  std::vector<fs::path> sites;
  const fs::path root = fs::path(source_folder());
  for (const auto& rule : fs::directory_iterator(root / "tests/fixtures"))
    for (const auto& site : fs::directory_iterator(rule.path())) sites.push_back(site.path());
  sites.push_back(root / "examples/handbook");
  return sites;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A first configuration reads back and changes no finding, of any fixture") {
  for (const fs::path& folder : fixture_sites()) {
    INFO(folder.string());
    const Files files = read_folder(folder);
    OpenSite bare(files, "");
    const FirstLook look = look_at(bare);
    const std::string text = first_configuration({&look, 1});
    INFO(text);
    OpenSite configured(files, text);
    CHECK(configured.workspace.check({""}) == look.findings);
    // What it proposes to know or to believe of other servers is all that setting everything changes.
    const std::string set = all_set(text);
    CHECK(set != text);
    OpenSite complete(files, set);
    const std::vector<Diagnostic> findings = complete.workspace.check({""});
    if (look.unverified.empty()) CHECK(findings == look.findings);
    for (const Diagnostic& finding : findings)
      CHECK((finding.rule != "shortcode-unverified" || !finding.help.empty()));
  }
}

TEST_CASE("It tells what was found of a Hugo site") {
  const std::string text = text_for({
      {"config.yaml", "theme: docsy\nlanguages: {en: {}, de: {contentDir: inhalt}}\n"},
      {".tool-versions", "hugo 0.111.3\n"},
      {"layouts/shortcodes/snippet.html", "{{ readFile (.Get 0) }}\n"},
      {"content/a.md", "{{< alert >}} {{< alert >}} {{< albert >}} {{< \"x\" >}}\n\nA apple.\n"},
      {"content/b.md", "{{< alert >}} {{< alert >}} {{< alert >}}\n"},
      {"inhalt/a.md", "{{< blocks/section >}}\n"},
  });
  INFO(text);
  CHECK(contains(text, "# Found: a Hugo site, 3 pages in 2 languages (en, de).\n"));
  CHECK(contains(text, "# .tool-versions says that Hugo 0.111.3 builds the site.\n#hugo: 0.111.3\n"));
  CHECK(contains(
      text, "# Shortcodes that pull a file into the page: snippet (layouts/shortcodes/snippet.html).\n"));
  CHECK(contains(text, "# Not on disk, so that its shortcodes, layouts and files are not known: docsy.\n"));
  CHECK(contains(text, "# Content: content, inhalt (de).\n"));
  // `albert` is likely a slip of the keys, which knowing it would hide.
  CHECK(contains(text, "#  known: ['alert', blocks/section]\n"));
  CHECK(contains(text, "#  article-mismatch: error\n"));
  CHECK(contains(text, "#  wordy-phrase: off\n"));
}

TEST_CASE("It says what it assumes, and that there is no Hugo") {
  CHECK(contains(
      text_for({{"hugo.yaml", ""}, {"content/a.md", "Fine.\n"}}),
      "# No file says which release of Hugo builds the site; 0.152.0 is assumed.\n#hugo: 0.152.0\n"));
  const std::string plain = text_for({{"README.md", "Fine.\n"}});
  CHECK(contains(plain, "# Found: plain Markdown, 1 page.\n"));
  CHECK_FALSE(contains(plain, "#hugo:"));
  CHECK_FALSE(contains(plain, "#shortcodes:"));
}

TEST_CASE("No name that a site makes up ends a comment") {
  const std::string text =
      text_for({{"hugo.yaml", "theme: \"a\\nrules: {}\\n\"\nlanguages: {\"b\\nx: 1\": {}}\n"},
                {"layouts/shortcodes/a\nb: 1.html", "{{ readFile (.Get 0) }}\n"},
                {"content/a.md", "Fine.\n"}});
  INFO(text);
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) CHECK((line.empty() || line.front() == '#'));
}
