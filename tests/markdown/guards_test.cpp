// Inputs on which cmark's time or memory grows with the square of their size or worse. What is tested is that
// the guards see them, not how long anything takes; without the guards this test would not end.

#include "markdown/guards.h"

#include <string>

#include <catch2/catch.hpp>

#include "markdown/tree.h"

using namespace rubric;

namespace {

std::string repeated(std::string_view text, size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (size_t index = 0; index < count; ++index) result += text;
  return result;
}

ParsedMarkdown parse(std::string_view text) {
  const MarkdownPart part{text};
  return parse_markdown({&part, 1}, {});
}

}  // namespace

TEST_CASE("Hostile texts are skipped in part or whole, never parsed for minutes") {
  struct Row {
    const char* name;
    std::string text;
  };
  constexpr size_t size = 300'000;
  const auto filled = [](std::string_view text) { return repeated(text, size / text.size()); };
  const Row rows[] = {
      {"image openers", filled("![[]()")},
      {"delimiters", filled("**a_b*c__ ")},
      {"processing instructions", filled("a <?")},
      {"declarations", filled("a <!A ")},
      {"CDATA", filled("a <![CDATA[")},
      {"autolink tail", "http://a.b/" + filled(")")},
      {"mail addresses", filled("a.b@")},
      {"nested items", repeated("- ", 20'000) + "a" + repeated("\n", 20'000)},
      {"nested quotes", repeated(">", 20'000) + "a\n" + repeated("b\n", 20'000)},
      {"made-up cells", repeated("|a", 900) + "\n" + repeated("|-", 900) + "\n" + repeated("x\n", 20'000)},
      {"columns", repeated("|a", 20'000) + "\n" + repeated("|-", 20'000)},
      {"pipes in a row", "|a|\n|-|\n" + filled("|b")},
      {"tables in turn", filled("a|b\n-|-|-\n")},
      {"a late delimiter row", filled("a\n") + repeated("-|-\nb\n", 100)},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(parse(row.text).skipped.size() > 0);
  }
}

TEST_CASE("Long but honest texts are parsed whole") {
  struct Row {
    const char* name;
    std::string text;
  };
  constexpr size_t count = 20'000;
  const Row rows[] = {
      {"prose", repeated("Some words, *some* of them `marked`, and a [link](/to/it).\n\n", count)},
      {"rows", "|a|b|\n|-|-|\n" + repeated("| `x` | *y* |\n", count)},
      {"items", repeated("- item **one**\n", count)},
      {"delimiters of one kind", repeated("*a ", 3'000)},
      {"openers of one kind", repeated("[a ", 1'000)},
      {"definitions", repeated("[a]: /u\n", count)},
      {"footnotes", repeated("[^a]: /u\n", count)},
      {"code", "```\n" + repeated("![[]()", count) + "\n```\n"},
      {"a hundred containers", repeated("> ", 90) + "a\n"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(parse(row.text).skipped.empty());
  }
}

TEST_CASE("What is skipped is told to the byte, and the rest is parsed") {
  const std::string hostile = repeated("![[]()", 50'000);
  const std::string text = "# a\n\n" + hostile + "\n\nb *c*\n";
  const ParsedMarkdown parsed = parse(text);
  REQUIRE(parsed.skipped.size() == 1);
  CHECK(parsed.skipped.front() == Span{5, 5 + static_cast<uint32_t>(hostile.size())});
  CHECK(parsed.tree.of_kind(NodeKind::heading).size() == 1);
  CHECK(parsed.tree.of_kind(NodeKind::paragraph).size() == 2);
  CHECK(parsed.tree.of_kind(NodeKind::emphasis).size() == 1);
}

TEST_CASE("A text beyond the largest size is a document without children") {
  const std::string text(largest_markdown + 1, 'a');
  const ParsedMarkdown parsed = parse(text);
  CHECK(parsed.tree.size() == 1);
  CHECK(parsed.skipped.size() == 1);
}
