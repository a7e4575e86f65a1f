// Suppressions in a whole run: rules of pages and of the site, all pages and one, fixing.

#include <catch2/catch.hpp>

#include "workspace/workspace.h"

using namespace rubric;

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

Files site() {
  Files files = {
      {"hugo.yaml", "baseURL: https://example.org/\n"},
      {"content/_index.md", "# Home\n"},
      {"content/page.md",
       "[a](/gone/) <!-- rubric-disable-line link-target-not-found: it comes back -->\n\n"
       "[b](/gone/)\n\n"
       "- an meal <!-- rubric-disable-line article-mismatch -->\n"
       "- [c](#gone) <!-- markdownlint-disable-line MD051 -->\n"
       "- [d](#gone) <!-- rubric-disable-line repeated-word -->\n"},
      {"content/whole.md", "---\nrubric: {disable: [links]}\n---\n[a](/gone/) [b](#gone) an meal\n"},
  };
  // Enough others that a run on one page leaves them unread.
  for (int number = 0; number < 40; ++number)
    files["content/other" + std::to_string(number) + ".md"] = "# Other\n";
  return files;
}

std::vector<std::string> lines_of(const std::vector<Diagnostic>& findings) {
  std::vector<std::string> lines;
  for (const Diagnostic& finding : findings)
    lines.push_back(finding.path + ":" + std::to_string(finding.range.begin.line) + " " + finding.rule);
  return lines;
}

}  // namespace

TEST_CASE("Suppressions hold for rules of pages and of the site, in a run over one page as over all") {
  const MemoryFiles files(site());
  const std::vector<std::string> of_page = {"content/page.md:3 link-target-not-found",
                                            "content/page.md:7 anchor-not-found",
                                            "content/page.md:7 suppression-unused"};
  Workspace all(files, IgnoreRules::from_patterns({}), {});
  std::vector<std::string> expected = of_page;
  expected.push_back("content/whole.md:4 article-mismatch");
  CHECK(lines_of(all.check({""})) == expected);
  CHECK(all.suppressed({""}).size() == 5);
  CHECK(all.suppressed({"content/whole.md"}).size() == 2);
  Workspace one(files, IgnoreRules::from_patterns({}), {});
  CHECK(lines_of(one.check({"content/page.md"})) == of_page);
  CHECK(one.suppressed({"content/page.md"}).size() == 3);
}

TEST_CASE("What is suppressed is not fixed") {
  const MemoryFiles files(site());
  Workspace workspace(files, IgnoreRules::from_patterns({}), {});
  const FixResult result = workspace.fix({""}, FixMode::safe);
  REQUIRE(result.files.size() == 2);
  CHECK(result.files[0].after.find("an meal <!--") != std::string::npos);
  CHECK(result.files[0].after.find("- [d](#gone)\n") != std::string::npos);
  CHECK(result.files[1].after.ends_with("a meal\n"));
}

TEST_CASE("Rules that the command line leaves out make no suppression useless") {
  const MemoryFiles files(
      Files{{"a.md", "x <!-- rubric-disable-line -->\n\ny <!-- rubric-disable-line links -->\n"}});
  WorkspaceOptions options;
  Workspace whole(files, IgnoreRules::from_patterns({}), options);
  CHECK(whole.check({""}).size() == 2);
  options.selection.ignore = {"grammar"};
  Workspace narrowed(files, IgnoreRules::from_patterns({}), options);
  CHECK(narrowed.check({""}).empty());
}
