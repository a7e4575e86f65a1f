#include "markdown/front_matter.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

// The block between `<` and `>`, its content, and the errors.
std::string dump(std::string_view text) {
  const FrontMatter front_matter = parse_front_matter(text);
  if (!front_matter.present) return "none";
  std::string out = "<" + std::string(slice(text, front_matter.span)) + "> (" +
                    std::string(slice(text, front_matter.content)) + ")";
  for (const ValueError& error : front_matter.errors)
    out +=
        " " + std::to_string(error.span.begin) + "-" + std::to_string(error.span.end) + " " + error.message;
  return out;
}

}  // namespace

TEST_CASE("Front matter is found as Hugo finds it") {
  const struct {
    std::string_view text, expected;
  } rows[] = {
      {"", "none"},
      {"# Title\n", "none"},
      {"---\na: b\n---\nText\n", "<---\na: b\n---\n> (a: b\n)"},
      {"---\r\na: b\r\n---\r\nText", "<---\r\na: b\r\n---\r\n> (a: b\r\n)"},
      {"+++\na = 1\n+++", "<+++\na = 1\n+++> (a = 1\n)"},
      {"{\n\"a\": \"}\\\"\"\n}\nText", "<{\n\"a\": \"}\\\"\"\n}\n> ({\n\"a\": \"}\\\"\"\n})"},
      {"\xEF\xBB\xBF\n \n---\na: b\n---\n", "<---\na: b\n---\n> (a: b\n)"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF\n\xEF\xBB\xBF---\na: b\n---\n", "<---\na: b\n---\n> (a: b\n)"},
      {"---\n---\nText", "<---\n---\n> ()"},
      {"---\n# nothing\n---\n", "<---\n# nothing\n---\n> (# nothing\n)"},
      // The first line that starts with the delimiter ends the block, whatever follows on it.
      {"---\na: b\n----\nText", "<---\na: b\n---> (a: b\n)"},
      {"---\na: |\n  ---\n---\n", "<---\na: |\n  ---\n---\n> (a: |\n  ---\n)"},
      // What cannot have been meant as front matter.
      {"---\n\nText below a thematic break\n", "none"},
      {"---\nText: *emphasis*\n",
       "<---\nText: *emphasis*\n> (Text: *emphasis*\n) 0-3 front matter has no closing `---`"},
      {"---\njust text\n---\n", "none"},
      {"---\n\n- [a](b)\n- **c**: d: e\n\n---\n", "none"},
      {"- a list\n", "none"},
      {"{{< note >}}\n", "none"},
      {"{% note %}\n", "none"},
      {"---", "none"},
      // Errors.
      {"---\ntitle: x\n\n# Heading\n",
       "<---\ntitle: x\n> (title: x\n) 0-3 front matter has no closing `---`"},
      {"+++\ntitle = 'x'\n", "<+++\ntitle = 'x'\n> (title = 'x'\n) 0-3 front matter has no closing `+++`"},
      {"{\"a\": 1\n\nText", "<{\"a\": 1\n> ({\"a\": 1\n) 0-1 front matter has no closing `}`"},
      {"---\n- a:\nb:\n---\n",
       "<---\n- a:\nb:\n---\n> (- a:\nb:\n) 9-10 this line does not fit the indentation of the lines above"},
      {"---\n- a\n- b\n---\n", "none"},
      {"---\n{a: b}\n---\n", "<---\n{a: b}\n---\n> ({a: b}\n)"},
      {"---\na: b: c\n---\n",
       "<---\na: b: c\n---\n> (a: b: c\n) 8-9 a `:` is not allowed here; put the value in quotes or check "
       "the "
       "indentation"},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(dump(row.text) == row.expected);
  }
}

TEST_CASE("Front matter gives values at their place in the page") {
  const std::string_view text = "\xEF\xBB\xBF---\ntitle: Caf\xC3\xA9\ndraft: true\n---\n";
  const FrontMatter front_matter = parse_front_matter(text);
  CHECK(slice(text, front_matter.root.find("Title")->span) == "Caf\xC3\xA9");
  CHECK(front_matter.root.find("draft")->truth());
  CHECK(front_matter.root.is_mapping());
  CHECK(parse_front_matter("---\n---\n").root.is_mapping());
}

TEST_CASE("A page may begin with what Hugo takes for front matter") {
  using enum MistakenStart;
  const struct {
    std::string_view text;
    MistakenStart expected;
  } rows[] = {
      {"", nothing},
      {"Text\n", nothing},
      {"* a\n", nothing},
      {"#+TITLE: a\n", nothing},
      {"- a\n", yaml},
      {"-", yaml},
      {"\xEF\xBB\xBF\r\n\t - a\n", yaml},
      {"---\n\nText\n", yaml},
      {"---\nText\n---\n", yaml},
      {"---\n- a\n---\n", list},
      {"+ a\n", toml},
      {"+++\nText\n", toml},
      {"{{< note >}}\n", json},
      {"{", json},
      {"<div>\n", html},
      {"<!-- a -->\n- a\n", nothing},
      // To Hugo these are no blanks.
      {"\v- a\n", nothing},
      {"\f{{< note >}}\n", nothing},
      {"\xC2\xA0- a\n", nothing},
      // Front matter, and what our parser may understand less of than Hugo's.
      {"---\n---\n- a\n", nothing},
      {"---\n# a\n---\n", nothing},
      {"---\ntitle: a\n", nothing},
      {"{}\n", nothing},
      {"{ \"a\": 1 }", nothing},
      {"---\nText: [\n---\n", nothing},
      {"---\n\ttitle: a\n---\n", nothing},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(parse_front_matter(row.text).mistaken == row.expected);
  }
}
