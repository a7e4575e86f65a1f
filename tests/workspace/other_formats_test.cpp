// Content that is no Markdown: known as a target, not linted.

#include <catch2/catch.hpp>

#include "workspace/workspace.h"

using namespace rubric;

namespace {

using Lines = std::vector<std::string>;

struct Checked {
  Lines findings, notices;
  size_t pages = 0, excluded = 0;
};

Checked check(std::map<std::string, std::string, std::less<>> files) {
  const MemoryFiles disk(std::move(files));
  Workspace workspace(disk, IgnoreRules::from_patterns({}), WorkspaceOptions());
  Checked checked;
  for (const Diagnostic& finding : workspace.check({""}))
    checked.findings.push_back(finding.path + " " + finding.message);
  checked.notices = workspace.notices();
  checked.pages = workspace.page_count({""});
  checked.excluded = workspace.excluded_count({""});
  return checked;
}

}  // namespace

TEST_CASE("Formats other than Markdown are targets by their front matter, and are not linted") {
  const Checked checked = check({
      {"hugo.toml", ""},
      {"content/a.md",
       "[x](/html/#any) [x](/slugged/) [x](/old/) [x](/tags/t/) [x](/org/) [x](/copied.html)\n\n"
       "[x](/draft/) [x](/b/) [x](/copied/)\n"},
      {"content/html.html",
       "---\naliases: [/old/]\ntags: [t]\n---\n{{< nothing >}} <a href='/gone/'>x</a>\n"},
      {"content/b.adoc", "---\nslug: slugged\n---\n"},
      {"content/draft.rst", "---\ndraft: true\n---\n"},
      {"content/o.org", "#+title: O\n#+slug: org\n"},
      {"content/copied.html", "<p>x</p>"},
  });
  CHECK(checked.findings == Lines{"content/a.md `/draft/` leads to no page or file.",
                                  "content/a.md `/b/` leads to no page or file.",
                                  "content/a.md `/copied/` leads to no page or file."});
  CHECK(checked.pages == 1);
  CHECK(checked.excluded == 0);
}

TEST_CASE("Files of MDX are counted") {
  CHECK(check({{"a.mdx", "x"}, {"b.md", "x\n"}}).notices ==
        Lines{"1 .mdx file skipped: rubric does not read MDX"});
  CHECK(check({{"a.mdx", "x"}, {"c/b.mdx", "x"}}).notices ==
        Lines{"2 .mdx files skipped: rubric does not read MDX"});
  CHECK(check({{"b.md", "x\n"}}).notices.empty());
}
