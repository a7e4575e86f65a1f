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
  CHECK(help_of("{{< badge a, b >}}\n") == "Blanks alone stand between parameters.");
  CHECK(help_of("{{< badge text: \"a\" >}}\n") == "Between a parameter's name and its value stands `=`.");
  CHECK(help_of("{{< badge https://a.b >}}\n") == "Put the value in double quotes.");
  CHECK(help_of("{{< badge a */>}}\n") ==
        "No comment ends here: one begins with `/*` right behind the left delimiter.");
  CHECK(help_of("{{< badge\u00A0a >}}\n") == "Replace it by a space.");
  CHECK(help_of("{{< badge a\u200B >}}\n") == "Delete it.");
  CHECK(help_of("{{< badge text= >}}\n") == "A value is missing before it.");
  CHECK(help_of("{{< badge text=Hello World >}}\n") == "A value of several words needs double quotes.");
  CHECK(help_of("{{< badge a=b c = d >}}\n") == "Take the blanks around its `=` away.");
  CHECK(help_of("{{< badge a=\"b\" c >}}\n") == "Give all parameters of the tag a name, or none.");
  CHECK(help_of("{{< badge a b=c >}}\n") == "Give all parameters of the tag a name, or none.");
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
