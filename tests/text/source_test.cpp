#include "text/source.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "text/utf8.h"

using namespace rubric;

TEST_CASE("Source turns offsets into lines and columns") {
  struct Row {
    std::string_view text;
    uint32_t offset;
    Position expected;
  };
  const Row rows[] = {
      {"", 0, {1, 1}},
      {"ab", 2, {1, 3}},
      {"a\nb", 2, {2, 1}},
      {"a\r\nb", 3, {2, 1}},
      {"a\r\nb", 1, {1, 2}},
      {"a\rb", 2, {2, 1}},
      {"a\n", 2, {2, 1}},
      {"\xEF\xBB\xBFx", 3, {1, 1}},
      {"\xEF\xBB\xBFx", 4, {1, 2}},
      {"\xC3\xA9x", 2, {1, 2}},
      {"\xC3\xA9x", 1, {1, 1}},
      {"\xFFx", 1, {1, 2}},
      {"\xF0\x9F\x98\x80x", 4, {1, 2}},
  };
  for (const Row& row : rows) {
    const Source source{std::string(row.text)};
    INFO(row.text << " at " << row.offset);
    CHECK(source.position(row.offset) == row.expected);
  }
}

TEST_CASE("Source::offset is the inverse of Source::position") {
  const Source source{"\xEF\xBB\xBF# T\xC3\xADtulo\r\n\r\n\xF0\x9F\x98\x80 end\rlast"};
  for (uint32_t number = 1; number <= source.line_count(); ++number) {
    const Span line = source.line(number);
    for (uint32_t offset = std::max(line.begin, 3u); offset <= line.end; ++offset) {
      const Position position = source.position(offset);
      CHECK(source.position(source.offset(position)) == position);
    }
  }
}

TEST_CASE("Source::line leaves line ends out") {
  const Source source{"a\r\nb\n\rc"};
  REQUIRE(source.line_count() == 4);
  CHECK(source.slice(source.line(1)) == "a");
  CHECK(source.slice(source.line(2)) == "b");
  CHECK(source.slice(source.line(3)).empty());
  CHECK(source.slice(source.line(4)) == "c");
}

TEST_CASE("Columns of very long lines are those of counting") {
  std::string text = "\xEF\xBB\xBFshort\n";
  const auto line_begin = static_cast<uint32_t>(text.size());
  for (int part = 0; part < 3000; ++part) text += "a\xC3\xA9 \xF0\x9F\x98\x80\xFF word ";
  text += "\nlast";
  const Source source{text};
  uint32_t column = 1;
  for (uint32_t offset = line_begin; offset + 5 < text.size(); ++column) {
    if (source.position(offset) != Position{2, column}) FAIL("at " << offset);
    offset += decode_utf8(text, offset).length;
  }
  CHECK(source.position(static_cast<uint32_t>(text.size())) == Position{3, 5});
}
