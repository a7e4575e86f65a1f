#include <map>
#include <string>

#include <catch2/catch.hpp>

#include "workspace/workspace.h"

using namespace rubric;

namespace {

/// Whether the rules of grammar find the wrong article of a page.
bool is_judged(const std::string& path, const std::string& front_matter, const std::string& hugo,
               const std::string& language = "") {
  const MemoryFiles files(
      {{"hugo.yaml", hugo},
       {path, "---\ntitle: Page\n" + front_matter + "---\n\nThis is a engineering team.\n"}});
  WorkspaceOptions options;
  options.selection.select = {"article-mismatch"};
  options.configuration.language = language;
  Workspace workspace(files, IgnoreRules::from_patterns({}), options);
  return !workspace.check({""}).empty();
}

}  // namespace

TEST_CASE("Grammar is silent on pages that are declared not English", "[workspace]") {
  const std::string two = "defaultContentLanguage: de\nlanguages: {de: {weight: 1}, en: {weight: 2}}\n";
  const std::string folders =
      "defaultContentLanguage: de\nlanguages: {de: {contentDir: inhalt}, en: {contentDir: content}}\n";
  struct Row {
    std::string path, front_matter, hugo, language;
    bool judged;
  };
  const Row rows[] = {
      {"content/page.md", "", "title: x\n", "", true},
      {"content/page.md", "language: de\n", "title: x\n", "", false},
      {"content/page.md", "lang: pt-BR\n", "title: x\n", "", false},
      {"content/page.md", "language: go\n", "title: x\n", "", true},
      {"content/page.md", "", "languageCode: en-gb\n", "", true},
      {"content/page.md", "", "languageCode: de-at\n", "", false},
      {"content/page.md", "", "locale: fr\n", "", false},
      {"content/page.md", "language: en\n", "languageCode: de-at\n", "", true},
      {"content/page.md", "", "defaultContentLanguage: nl\n", "", false},
      {"content/page.md", "", two, "", false},
      {"content/page.en.md", "", two, "", true},
      {"content/page.en.md", "", two, "de", true},
      {"inhalt/page.md", "", folders, "", false},
      {"content/page.md", "", folders, "", true},
      {"content/page.md", "",
       "languages: {a: {languageCode: en}, b: {languageCode: de}}\ndefaultContentLanguage: b\n", "", false},
      {"content/page.md", "", "title: x\n", "de", false},
      {"content/page.md", "", "languageCode: en-us\n", "de", false},
      {"content/page.md", "language: en\n", "title: x\n", "de", true},
      {"README.md", "", "title: x\n", "de", false},
      {"README.md", "", "languageCode: de\n", "", true},
  };
  for (const Row& row : rows) {
    INFO(row.path << " " << row.front_matter << " " << row.hugo << " " << row.language);
    CHECK(is_judged(row.path, row.front_matter, row.hugo, row.language) == row.judged);
  }
}
