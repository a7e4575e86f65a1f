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
  dialect.templates["md"] = {
      .path = "layouts/shortcodes/md.html", .inner = InnerText::markdown, .renders_inner = true};
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
  const std::string_view rendered_pieces[] = {"{{< md >}}", "{{< /md >}}", "{{</*", "*/>}}", "{{< x >}}",
                                              "{{%/*",      "*/%}}",       "/*",    "*/"};
  const uint32_t seed = 20260101;
  std::mt19937 random(seed);
  for (int page = 0; page < 40000; ++page) {
    std::string text;
    const uint32_t rendered = page % 2 == 0 ? 0 : 60;  // per cent
    for (uint32_t count = random() % 24; count > 0; --count)
      text += random() % 100 < rendered ? rendered_pieces[random() % std::size(rendered_pieces)]
                                        : pieces[random() % std::size(pieces)];
    const std::vector<std::string> violations = shortcode_law_violations(text, 0, dialect);
    INFO("seed " << seed << ", page " << page << ": " << text);
    if (!violations.empty()) FAIL_CHECK(violations.front());
  }
}
