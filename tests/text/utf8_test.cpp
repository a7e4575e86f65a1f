#include "text/utf8.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Every scalar value survives encoding and decoding") {
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 37) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, value);
    const CodePoint decoded = decode_utf8(text, 0);
    if (!decoded.well_formed || decoded.value != value || decoded.length != text.size()) FAIL(+value);
  }
}

TEST_CASE("Ill-formed sequences are found at their full length") {
  struct Row {
    std::string_view text;
    uint32_t begin, end;
  };
  const Row rows[] = {
      {"a\xFF", 1, 2},
      {"abcdefghi\xC3", 9, 10},     // truncated
      {"\xC0\xAF", 0, 2},           // overlong
      {"\xED\xA0\x80", 0, 3},       // a surrogate
      {"\xF4\x90\x80\x80x", 0, 4},  // above U+10FFFF
      {"\xC3\xA9\xE2\x82", 2, 4},
  };
  for (const Row& row : rows) {
    const auto found = find_ill_formed(row.text);
    REQUIRE(found.has_value());
    CHECK(*found == Span{row.begin, row.end});
  }
  CHECK_FALSE(find_ill_formed("caf\xC3\xA9 \xF0\x9F\x98\x80").has_value());
}

TEST_CASE("Code points are counted, ill-formed bytes one by one") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abcdefghijklmnop") == 16);
  CHECK(count_code_points("caf\xC3\xA9") == 4);
  CHECK(count_code_points("\xFF\xFE") == 2);
}
