#include "markdown/tree.h"

#include <sstream>

#include <catch2/catch.hpp>

#include "span_law.h"

using namespace rubric;

namespace {

/// The nodes below the root as "kind[begin,end)", a space between them.
std::string dump(std::string_view text) {
  const MarkdownPart part{text};
  const ParsedMarkdown parsed = parse_markdown({&part, 1}, {});
  std::ostringstream out;
  for (NodeId id = 1; id < parsed.tree.size(); ++id) {
    const Node& node = parsed.tree[id];
    out << (id > 1 ? " " : "") << name(node.kind) << "[" << node.span.begin << "," << node.span.end << ")";
  }
  return out.str();
}

}  // namespace

TEST_CASE("Every node has its exact span") {
  struct Row {
    std::string text;
    std::string expected;
  };
  // The inputs that cmark's own positions get wrong.
  const Row rows[] = {
      {"> a\n   *b*", "block_quote[0,10) paragraph[2,10) text[2,3) soft_break[3,4) emphasis[7,10) text[8,9)"},
      {"a `x\ny` *b*", "paragraph[0,11) text[0,2) code[2,7) text[7,8) emphasis[8,11) text[9,10)"},
      {"a\\\n*b*", "paragraph[0,6) text[0,1) hard_break[1,3) emphasis[3,6) text[4,5)"},
      {"a  \nb &amp; c\\*d e@f.gh x",
       "paragraph[0,25) text[0,1) hard_break[1,4) text[4,17) link[17,23) text[17,23) text[23,25)"},
      {"Foo\n*bar*\n===", "heading[0,13) text[0,3) soft_break[3,4) emphasis[4,9) text[5,8)"},
      {"[a\nb](/u\n\"t\") *c*",
       "paragraph[0,17) link[0,13) text[1,2) soft_break[2,3) text[3,4) text[13,14) emphasis[14,17) "
       "text[15,16)"},
      {"## <http://a.b> x ##", "heading[0,20) link[3,15) text[4,14) text[15,17)"},
      {"<ab:&#92;]>", "paragraph[0,11) link[0,11) text[1,10)"},
      {"***a** b*", "paragraph[0,9) emphasis[0,9) strong[1,6) text[3,4) text[6,8)"},
      {"~~a\nb~~", "paragraph[0,7) strikethrough[0,7) text[2,3) soft_break[3,4) text[4,5)"},
      {"| a |\n|---|\n| `b\\|c` *d* |",
       "table[0,26) table_row[0,5) table_cell[2,3) text[2,3) table_row[12,26) table_cell[14,24) code[14,20) "
       "text[20,21) emphasis[21,24) text[22,23)"},
      {"x y\n| a | b |\n|---|---|\n| c",
       "paragraph[0,3) text[0,3) table[4,27) table_row[4,13) table_cell[6,7) text[6,7) table_cell[10,11) "
       "text[10,11) table_row[24,27) table_cell[26,27) text[26,27) table_cell[27,27)"},
      {"x\\|*y*\n|a|\n|-|",
       "paragraph[0,6) text[0,3) emphasis[3,6) text[4,5) table[7,14) table_row[7,10) "
       "table_cell[8,9) text[8,9)"},
      {"http://a\\\\\\|\n|b|\n|-|",
       "paragraph[0,12) link[0,12) text[0,12) table[13,20) table_row[13,16) table_cell[14,15) text[14,15)"},
      {"|<ab:\\|>|\n|-|", "table[0,13) table_row[0,9) table_cell[1,8) link[1,8) text[2,7)"},
      {"[a]: /u\n\"t\"\nx *y*",
       "link_reference_definition[0,11) paragraph[12,17) text[12,14) emphasis[14,17) text[15,16)"},
      {"[a]: /u\n\"t\" ok", "link_reference_definition[0,7) paragraph[8,14) text[8,14)"},
      {"[a]: /u\n===\nb",
       "link_reference_definition[0,7) paragraph[8,13) text[8,11) soft_break[11,12) text[12,13)"},
      {"[a]: /u\n| h |\n|---|",
       "paragraph[0,7) text[0,7) table[8,19) table_row[8,13) table_cell[10,11) text[10,11)"},
      {"- a\n\n\n\nb", "list[0,3) item[0,3) paragraph[2,3) text[2,3) paragraph[7,8) text[7,8)"},
      {"- ```\n  x\ny", "list[0,9) item[0,9) code_block[2,9) paragraph[10,11) text[10,11)"},
      {">\t- a\n>\t\tb",
       "block_quote[0,10) list[2,10) item[2,10) paragraph[4,10) text[4,5) soft_break[5,6) "
       "text[9,10)"},
      {"> a\\\n   b", "block_quote[0,9) paragraph[2,9) text[2,3) hard_break[3,5) text[5,9)"},
      {"- [ ] see [x]", "list[0,13) item[0,13) paragraph[6,13) text[6,13)"},
      {"> - [x] y", "block_quote[0,9) list[2,9) item[2,9) paragraph[8,9) text[8,9)"},
      {"> [a\n> b]\n\n[a b]: /u",
       "block_quote[0,9) paragraph[2,9) link[2,9) text[3,4) soft_break[4,5) text[7,8) "
       "link_reference_definition[11,20)"},
      {"a[^n]\n\n[^n]: x",
       "paragraph[0,5) text[0,1) footnote_reference[1,5) footnote_definition[7,14) paragraph[13,14) "
       "text[13,14)"},
      {"![\\^a]", "paragraph[0,6) footnote_reference[1,6)"},
      {"[^a`]`\n[^b``]`` c]]", "paragraph[0,19) footnote_reference[0,19)"},
      {"x [^``` `O`\n`a b]c `d]", "paragraph[0,22) text[0,2) footnote_reference[2,17) text[17,22)"},
      {"[^<b c='`]'>\nd `]` efg]\nh",
       "paragraph[0,25) footnote_reference[0,23) soft_break[23,24) text[24,25)"},
      {"[^<ab:`]>\nc defgh]\ni", "paragraph[0,20) footnote_reference[0,18) soft_break[18,19) text[19,20)"},
      {"\xEF\xBB\xBF# a", "heading[3,6) text[5,6)"},
      {"a\r\nb\rc", "paragraph[0,6) text[0,1) soft_break[1,3) text[3,4) soft_break[4,5) text[5,6)"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(dump(row.text) == row.expected);
    CHECK(span_law_violations(row.text) == std::vector<std::string>());
  }
}
