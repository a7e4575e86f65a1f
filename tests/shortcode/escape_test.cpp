#include "shortcode/escape.h"

#include <catch2/catch.hpp>

namespace rubric {
namespace {

// The page with one of its calls escaped.
void check(std::string_view text, std::string_view expected, size_t call = 0) {
  Dialect dialect;
  dialect.shortcodes = true;
  for (const char* name : {"box", "note"}) dialect.templates[name].inner = InnerText::raw;
  dialect.templates["md"].inner = InnerText::markdown;
  dialect.templates["x"] = {};
  const Shortcodes shortcodes = parse_shortcodes(text, 0, dialect);
  REQUIRE(shortcodes.calls.size() > call);
  INFO(text);
  CHECK(apply_edits(text, escape_call(text, shortcodes, call, dialect)) == expected);
}

TEST_CASE("A call is escaped with what is nested in it", "[shortcode]") {
  check("{{< x a=b >}} {{< x >}}", "{{</* x a=b */>}} {{< x >}}");
  check("{{%x%}}", "{{%/*x*/%}}");
  check("{{< box >}}{{< x >}}{{</* x */>}}{{% /box %}}{{< x >}}",
        "{{</* box */>}}{{</* x */>}}{{</* x */>}}{{%/* /box */%}}{{< x >}}");
  check("{{< box / >}}{{< box >}}{{< / >}}", "{{</* box / */>}}{{< box >}}{{< / >}}");
}

TEST_CASE("A call is not escaped where another would lose its partner", "[shortcode]") {
  const std::string_view crossed = "{{< box >}}{{< note >}}{{< /box >}}{{< /note >}}";
  check(crossed, crossed);
  const std::string_view faulty = "{{< x >}}{{< x . >}}";
  check(faulty, faulty);
  const std::string_view slipped = "{{$ x %}}";
  check(slipped, slipped);
}

TEST_CASE("A call is not escaped in a text whose shortcodes are read again", "[shortcode]") {
  check("{{< md >}}{{< x >}}{{< /md >}}", "{{< md >}}{{< x >}}{{< /md >}}", 1);
  check("{{< box >}}{{< x >}}{{< /box >}}", "{{< box >}}{{</* x */>}}{{< /box >}}", 1);
}

}  // namespace
}  // namespace rubric
