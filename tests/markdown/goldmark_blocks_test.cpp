#include "markdown/goldmark_blocks.h"

#include <string>

#include <catch2/catch.hpp>

#include "markdown/tree.h"

using namespace rubric;

namespace {

ParsedMarkdown parse(std::string_view text) {
  const MarkdownPart part{text};
  return parse_markdown({&part, 1}, {.definition_lists = true, .block_attributes = true});
}

// The blocks below the root as "kind[begin,end)" with their depth as commas, a space between them, so that a
// block's children follow it.
std::string dump(std::string_view text) {
  const ParsedMarkdown parsed = parse(text);
  std::string out;
  for (NodeId id = 1; id < parsed.tree.size(); ++id) {
    const Node& node = parsed.tree[id];
    if (!node.is_block()) continue;
    if (!out.empty()) out += ' ';
    for (NodeId up = node.parent; up != 0; up = parsed.tree[up].parent) out += '>';
    out += name(node.kind);
    out += "[" + std::to_string(node.span.begin) + "," + std::to_string(node.span.end) + ")";
  }
  CHECK(parsed.skipped.empty());
  return out;
}

struct Row {
  std::string_view text, expected;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dump(row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("A paragraph before `: ` is the terms of a definition list") {
  check({
      {"a\n: b", "definition_list[0,5) >definition_term[0,1) >definition_description[2,5) >>paragraph[4,5)"},
      {"a\nb\n: c\n: d",
       "definition_list[0,11) >definition_term[0,3) >definition_description[4,7) >>paragraph[6,7) "
       ">definition_description[8,11) >>paragraph[10,11)"},
      {"a\n\n: b",
       "definition_list[0,6) >definition_term[0,1) >definition_description[3,6) >>paragraph[5,6)"},
      {"a\n: b\n\nc\n: d",
       "definition_list[0,12) >definition_term[0,1) >definition_description[2,5) >>paragraph[4,5) "
       ">definition_term[7,8) >definition_description[9,12) >>paragraph[11,12)"},
      {"a\n: b\nlazy\n: c",
       "definition_list[0,14) >definition_term[0,1) >definition_description[2,10) >>paragraph[4,10) "
       ">definition_description[11,14) >>paragraph[13,14)"},
      {"[x]: /u\na [x]\n: b",
       "definition_list[0,17) >link_reference_definition[0,7) >definition_term[8,13) "
       ">definition_description[14,17) >>paragraph[16,17)"},
      {"> a\n> : b",
       "block_quote[0,9) >definition_list[2,9) >>definition_term[2,3) >>definition_description[6,9) "
       ">>>paragraph[8,9)"},
      {"- a\n  : b",
       "list[0,9) >item[0,9) >>definition_list[2,9) >>>definition_term[2,3) "
       ">>>definition_description[6,9) >>>>paragraph[8,9)"},
  });
}

TEST_CASE("A description holds what is indented as far as its text") {
  check({
      {"a\n: b\n\n  ## c",
       "definition_list[0,13) >definition_term[0,1) >definition_description[2,13) >>paragraph[4,5) "
       ">>heading[9,13)"},
      {"a\n:   b\n\n    c",
       "definition_list[0,14) >definition_term[0,1) >definition_description[2,14) >>paragraph[6,7) "
       ">>paragraph[13,14)"},
      {"a\n: b\n\n      c",
       "definition_list[0,14) >definition_term[0,1) >definition_description[2,14) >>paragraph[4,5) "
       ">>code_block[13,14)"},
      {"a\n:         b",
       "definition_list[0,13) >definition_term[0,1) >definition_description[2,13) >>code_block[12,13)"},
      {"a\n: - b\n  - c",
       "definition_list[0,13) >definition_term[0,1) >definition_description[2,13) >>list[4,13) "
       ">>>item[4,7) >>>>paragraph[6,7) >>>item[10,13) >>>>paragraph[12,13)"},
      {"a\n: b\n\nc",
       "definition_list[0,5) >definition_term[0,1) >definition_description[2,5) >>paragraph[4,5) "
       "paragraph[7,8)"},
  });
}

TEST_CASE("What goldmark takes for no definition is none") {
  check({
      {"a\n:b", "paragraph[0,4)"},
      {"a\n : b", "paragraph[0,6)"},
      {": b", "paragraph[0,3)"},
      {"# a\n: b", "heading[0,3) paragraph[4,7)"},
      {"> a\n: b", "block_quote[0,7) >paragraph[2,7)"},
      {"- a\n: b", "list[0,7) >item[0,7) >>paragraph[2,7)"},
      {"[x]: /u\n: b", "link_reference_definition[0,7) paragraph[8,11)"},
  });
}

TEST_CASE("A line of attributes is a block of its own") {
  check({
      {"a\n{#b}\nc", "paragraph[0,1) attributes[2,6) paragraph[7,8)"},
      {"a\n{#b} dropped", "paragraph[0,1) attributes[2,14)"},
      {"- a\n{#b}", "list[0,3) >item[0,3) >>paragraph[2,3) attributes[4,8)"},
      {"> a\n{.c}", "block_quote[0,3) >paragraph[2,3) attributes[4,8)"},
      {"|a|\n|-|\n{#b}", "table[0,7) >table_row[0,3) >>table_cell[1,2) attributes[8,12)"},
      {"a\n{no}", "paragraph[0,6)"},
      {"a\n    {#b}", "paragraph[0,10)"},
      {"a {#b}", "paragraph[0,6)"},
  });
}

TEST_CASE("Pages of definitions are parsed in linear time, whole") {
  const auto repeated = [](std::string_view text) {
    std::string result;
    for (int count = 0; count < 40'000; ++count) result += text;
    return result;
  };
  for (const std::string_view text :
       {"a\n: b\n\n", "a\n: b\n", "a\n", ": b\n", "a\n\n: b\n\n", "[x]: /u\n: b\n", "{#a}\n", "{", "{#a"}) {
    INFO(text);
    CHECK(parse(repeated(text) + ": x\n").tree.size() > 1);
  }
}
