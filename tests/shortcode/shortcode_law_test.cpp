#include "shortcode_law.h"

#include <random>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

Dialect site() {
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["x"].path = "layouts/shortcodes/x.html";
  dialect.templates["box"] = {.path = "layouts/shortcodes/box.html", .inner = InnerText::raw};
  return dialect;
}

}  // namespace

TEST_CASE("The law of shortcodes holds on pages that the fuzzer found", "[shortcode]") {
  const std::string_view pages[] = {
      "{{< box {{< box {{< /x {{< /box >}}",
      "{{< x.inline >",
  };
  for (const std::string_view page : pages) {
    INFO(page);
    CHECK(shortcode_law_violations(page, 0, site()) == std::vector<std::string>());
  }
}

TEST_CASE("The law of shortcodes holds on random pages", "[shortcode]") {
  const Dialect dialect = site();
  const std::string_view pieces[] = {"{{<", "{{%", ">}}", "%}}", "{{",  "}}",  "{%", "%}",       "{{$", "/",
                                     " ",   " ",   "\n",  "x",   "box", "\"",  "`",  "\"a.md\"", "=",   "/*",
                                     "*/",  "\\",  "é",   "<",   "%",   "a=b", ".",  "\r\n"};
  const uint32_t seed = 20260101;
  std::mt19937 random(seed);
  for (int page = 0; page < 20000; ++page) {
    std::string text;
    for (uint32_t count = random() % 24; count > 0; --count) text += pieces[random() % std::size(pieces)];
    const std::vector<std::string> violations = shortcode_law_violations(text, 0, dialect);
    INFO("seed " << seed << ", page " << page << ": " << text);
    if (!violations.empty()) FAIL_CHECK(violations.front());
  }
}
