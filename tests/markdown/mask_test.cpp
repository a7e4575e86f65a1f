#include "markdown/mask.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

Dialect hugo() {
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["x"] = {};
  dialect.templates["box"].inner = InnerText::raw;
  dialect.templates["md"].inner = InnerText::markdown;
  return dialect;
}

MaskedText mask(std::string_view text) {
  const Dialect dialect = hugo();
  return mask_shortcodes(text, parse_shortcodes(text, 0, dialect), dialect);
}

// Checks the masked page, and that every byte outside the masks is the page's own.
void check(std::string_view text, std::string_view expected) {
  const MaskedText result = mask(text);
  INFO(text);
  CHECK(result.text == expected);
  CHECK(result.text.size() == text.size());
}

}  // namespace

TEST_CASE("Shortcode tags are masked at equal length") {
  check("a {{< x >}} b", "a xxxxxxxxx b");
  check("[t]({{< x \"p.md\" >}})", "[t](xxxxxxxxxxxxxxxx)");
  check("a {{% x %}} b", "a xxxxxxxxx b");
  check("a {{%\nx %}} b", "a xxxxxxxxx b");
  check("{{</* x */>}} b", "xxxxxxxxxxxxx b");
}

TEST_CASE("A call in angle brackets is one word, inner text included") {
  check("{{< box >}}\n# no heading\n{{< /box >}}\n", std::string(37, 'x') + "\n");
  check("`{{< box >}}` [x](/d/) `{{< /box >}}`", "`" + std::string(35, 'x') + "`");
}

TEST_CASE("A percent tag alone on its line is a comment, so that nothing is concluded across it") {
  check("{{% x %}}\n---\n", "<!--xx-->\n---\n");
  check("  {{% x %}}  \nb", "  <!--xx-->  \nb");
  check("{{% x %}}{{% x %}}\nb", "<!--xx--><!--xx-->\nb");
  check("{{% box %}}\n*a*\n{{% /box %}}", "<!--xxxx-->\n*a*\n<!--xxxxx-->");
  check("{{< x >}}\n---\n", "xxxxxxxxx\n---\n");
  check("- {{% x %}}\n", "- xxxxxxxxx\n");
}

TEST_CASE("A tag does not end the HTML comment that it stands in") {
  check("<!--\n{{% x %}}\n\na -->\n{{% x %}}\n", "<!--\nxxxxxxxxx\n\na -->\n<!--xx-->\n");
  check("<!-- a -->\n{{% x %}}\n<!--\n{{% x %}}\n-->", "<!-- a -->\n<!--xx-->\n<!--\nxxxxxxxxx\n-->");
  check("`<!--`\n\n{{% x %}}\n\n-->", "`<!--`\n\n<!--xx-->\n\n-->");
  check("<!-- a\n\n{{% x %}}\n", "<!-- a\n\n<!--xx-->\n");
}

TEST_CASE("Inner text that its template renders is a document of its own") {
  const std::string_view text = "{{< md >}}# a {{< x >}} b{{< md >}}c{{< /md >}}{{< /md >}}";
  const MaskedText result = mask(text);
  CHECK(result.text == std::string(text.size(), 'x'));
  REQUIRE(result.roots.size() == 2);
  CHECK(result.roots[0].text == "# a xxxxxxxxx b" + std::string(22, 'x'));
  CHECK(slice(text, result.roots[0].span).starts_with("# a {{< x >}}"));
  CHECK(result.roots[1].text == "c");
}

TEST_CASE("A page without shortcodes is not copied") {
  CHECK(mask("# Plain {{ .Text }}\n").text.empty());
}
