#include "shortcode/repairs.h"

#include <catch2/catch.hpp>

namespace rubric {
namespace {

// The page with its first error mended; the page itself when nothing is certain.
void check(std::string_view text, std::string_view expected) {
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.hugo = {0, 111, 3};
  dialect.templates["x"] = {};
  dialect.templates["box"].inner = InnerText::raw;
  const Shortcodes shortcodes = parse_shortcodes(text, 0, dialect);
  INFO(text);
  REQUIRE(!shortcodes.errors.empty());
  const std::string repaired = apply_edits(text, repair_tag(text, shortcodes.errors.front(), dialect));
  CHECK(repaired == expected);
  if (repaired != text) CHECK(parse_shortcodes(repaired, 0, dialect).errors.empty());
}

void check_uncertain(std::string_view text) {
  check(text, text);
}

TEST_CASE("Quotes of another make become Hugo's", "[shortcode]") {
  check("{{< x 'a b' >}}", "{{< x \"a b\" >}}");
  check("{{< x “a b” ”c“ >}}", "{{< x \"a b\" \"c\" >}}");
  check("{{< x “a\" >}}", "{{< x \"a\" >}}");
  check("{{< x a=“b c” d='e' >}}", "{{< x a=\"b c\" d=\"e\" >}}");
  check("{{< x 'it's' >}}", "{{< x \"it's\" >}}");
  check("{{< box 'a'/>}}", "{{< box \"a\"/>}}");
  check_uncertain("{{< x 'a \"b\" c' >}}");
  check_uncertain("{{< x 'a >}}");
}

TEST_CASE("A missing quote is put at the end of the last value", "[shortcode]") {
  check("{{< x \"a >}}", "{{< x \"a\" >}}");
  check("{{% x a=\"b c%}} d", "{{% x a=\"b c\"%}} d");
  check("{{< x \"a\" \"b >}}\n", "{{< x \"a\" \"b\" >}}\n");
  check("{{< x \"a” >}}", "{{< x \"a\" >}}");
  check("{{< x \"a' >}}", "{{< x \"a\" >}}");
  check_uncertain("{{< x \"a.md\\\" >}}");
  check_uncertain("{{< x a=\"b c=\"d\" >}}");
  check_uncertain("{{< x \" >}}");
}

TEST_CASE("A value that needs quotes gets them", "[shortcode]") {
  check("{{< x a@b.de >}}", "{{< x \"a@b.de\" >}}");
  check("{{< x b /a/b >}}", "{{< x b \"/a/b\" >}}");
  check("{{< x a/b.md >}}", "{{< x \"a/b.md\" >}}");
  check("{{< x https://a.de/b >}}", "{{< x \"https://a.de/b\" >}}");
  check_uncertain("{{< x a, b >}}");
  check_uncertain("{{< x a: \"b\" >}}");
  check_uncertain("{{< x a | b >}}");
  check_uncertain("{{< x a & b >}}");
  check_uncertain("{{< x ´a´ >}}");
  check_uncertain("{{< x + >}}");
  check_uncertain("{{< x a{b} >}}");
  check_uncertain("{{< x a=b c@d >}}");
}

TEST_CASE("A comment gets the end it lacks", "[shortcode]") {
  check("{{</* x >}} a", "{{</* x */>}} a");
  check("{{%/* x */ %}}", "{{%/* x */%}}");
  check("{{</* x */%}}", "{{</* x */>}}");
  check_uncertain("{{</* x\n");
}

TEST_CASE("A slash gets its blank, or goes where there is nothing to close", "[shortcode]") {
  check("{{< box/ >}}", "{{< box / >}}");
  check("{{< box/>}}", "{{< box />}}");
  check("{{< x/>}}", "{{< x>}}");
  check("{{< x \"a\" / >}}", "{{< x \"a\" >}}");
  check("{{< x />}}", "{{< x >}}");
  check("{{< box >}}{{< /box/ >}}", "{{< box >}}{{< /box >}}");
  check_uncertain("{{< other/ >}}");
  check_uncertain("{{< x >}}{{< /x >}}");
}

TEST_CASE("A closing tag's mistyped name becomes the open shortcode's", "[shortcode]") {
  check("{{< box >}}a{{< /bax >}}", "{{< box >}}a{{< /box >}}");
  check_uncertain("{{< box >}}a{{< /else >}}");
  check_uncertain("a{{< /box >}}");
}

}  // namespace
}  // namespace rubric
