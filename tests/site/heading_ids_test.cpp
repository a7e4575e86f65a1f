#include "site/heading_ids.h"

#include <vector>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void check(std::string_view line, std::string_view id, HeadingIds kind = HeadingIds::github) {
  INFO(line);
  CHECK(sanitize_heading(line, kind) == id);
}

void check_split(std::string_view line, std::string_view text, std::optional<std::string> id,
                 HeadingForm form = HeadingForm::atx) {
  INFO(line);
  const HeadingLine parts = split_heading(line, form, true);
  CHECK(parts.text == text);
  CHECK(parts.id == id);
}

}  // namespace

TEST_CASE("Heading ids follow Hugo's github type") {
  check("Hello World", "hello-world");
  check("A & B", "a--b");
  check("A [link](/people/) x", "a-linkpeople-x");
  check("<b>x</b>", "bxb");
  check("a &amp; b", "a-amp-b");
  check("snake_case `code` *it*", "snake_case-code-it");
  check("a\tb", "ab");
  check("\xC4\xB0", "i");  // İ
  check(
      "\xC3\x9C"
      "ber",
      "\xC3\xBC"
      "ber");                             // Über
  check("e\xCC\x81", "e");                // decomposed é
  check("x\xC2\xB2 \xE2\x91\xA0", "x-");  // ², ①
  check("\xF0\x9F\x9A\x80 Go", "-go");    // a rocket
  check("!!!", "");
}

TEST_CASE("Heading ids of the other types") {
  check(
      "\xC3\x9C"
      "ber 1",
      "uber-1", HeadingIds::github_ascii);
  check("A & B", "a-b", HeadingIds::blackfriday);
  check("A & B", "", HeadingIds::off);
}

TEST_CASE("Attributes at a heading's end give its id") {
  check_split("Title {#Id}", "Title", "Id");
  check_split("Title{#id .c k=\"v w\"}", "Title", "id");
  check_split("Title {.c}", "Title", std::nullopt);
  check_split("Title {id=x}", "Title", "x");
  check_split("Title ## {#id}", "Title", "id");
  check_split("Title # ## {#id}", "Title # ##", "id");
  check_split("## {#id}", "", "id");
  check_split("Title \\\\{#id}", "Title \\\\{#id}", std::nullopt);
  check_split("Title {#id} more", "Title {#id} more", std::nullopt);
  check_split("Title {{x}}", "Title {{x}}", std::nullopt);
  check_split("Title \\{#id}", "Title \\{#id}", std::nullopt);
  check_split("C#", "C#", std::nullopt);
  check_split("Title # {#id}", "Title #", "id", HeadingForm::setext);
}

TEST_CASE("Repeated ids are numbered") {
  HeadingIdSpace space;
  CHECK(space.generate("same") == "same");
  CHECK(space.generate("same") == "same-1");
  CHECK(space.generate("same-1") == "same-1-1");
  space.take("own");
  CHECK(space.generate("own") == "own-1");
  CHECK(space.generate("") == "heading");
}
