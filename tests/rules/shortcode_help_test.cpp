// What the shortcode rules advise; what they report is tested by their pages.

#include <catch2/catch.hpp>

#include "workspace/workspace.h"

using namespace rubric;

namespace {

// The help of the one finding on a page that has the shortcode `badge`, which takes no inner text.
std::string help_of(const std::string& text) {
  const MemoryFiles files(
      {{"hugo.yaml", ""}, {"layouts/_shortcodes/badge.html", "<b></b>"}, {"content/a.md", "Text " + text}});
  Workspace workspace(files, IgnoreRules::from_patterns({}), {});
  const std::vector<Diagnostic> findings = workspace.check({""});
  REQUIRE(findings.size() == 1);
  return findings[0].help;
}

}  // namespace

TEST_CASE("Shortcode rules advise what the author likely missed") {
  CHECK(help_of("{{< badge a/b.md >}}\n") == "A path needs quotes.");
  CHECK(help_of("{{< badge \"a\" />}}\n").empty());
  CHECK(help_of("{{< badge 'a' >}}\n") == "Hugo's quotes are `\"`.");
  CHECK(help_of("{{< badge a,b >}}\n") == "Put the value in double quotes.");
  CHECK(help_of("{{< badge \"a\\`\" >}}\n") == "In quotes a backslash stands only before `\"`.");
  CHECK(help_of("{{< badge/ >}}\n") == "A blank is missing before `/`.");
}

TEST_CASE("A name of a missing theme may be a slip of one that is called far more often") {
  const MemoryFiles files({{"hugo.yaml", "theme: docsy"},
                           {"content/a.md", "Text {{< albert >}}"},
                           {"content/b.md", "Text {{< alert >}}{{< alert >}}{{< alert >}}{{< alert >}}"},
                           {"content/c.md", "Text {{< alert >}}{{< tab >}}"}});
  Workspace workspace(files, IgnoreRules::from_patterns({}), {});
  const std::vector<Diagnostic> findings = workspace.check({""});
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].help == "Did you mean `alert`?");
  CHECK(findings[1].help.empty());
  CHECK(findings[2].help.empty());
}
