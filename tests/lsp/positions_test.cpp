#include "lsp/positions.h"

#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "lsp/open_documents.h"

using namespace rubric;

namespace {

void check(std::string_view text, EditorPosition position, PositionEncoding encoding, uint32_t expected) {
  INFO(text << " " << position.line << ":" << position.character << " " << name(encoding));
  CHECK(offset_of(text, position, encoding) == expected);
}

std::string changed(std::string text, const std::string& change, PositionEncoding encoding) {
  CHECK(apply_change(text, *read_json(change), encoding));
  return text;
}

}  // namespace

TEST_CASE("A place is the byte that the client means, in each encoding", "[lsp]") {
  const std::string text = "aä🪚z\nb";  // a: 1 byte, ä: 2, 🪚: 4
  check(text, {0, 0}, PositionEncoding::utf16, 0);
  check(text, {0, 2}, PositionEncoding::utf16, 3);
  check(text, {0, 3}, PositionEncoding::utf16, 3);
  check(text, {0, 4}, PositionEncoding::utf16, 7);
  check(text, {0, 3}, PositionEncoding::utf32, 7);
  check(text, {0, 7}, PositionEncoding::utf8, 7);
  check(text, {0, 5}, PositionEncoding::utf8, 3);
  check(text, {0, 99}, PositionEncoding::utf16, 8);
  check(text, {1, 1}, PositionEncoding::utf16, 10);
  check(text, {7, 0}, PositionEncoding::utf16, 10);
}

TEST_CASE("Lines end as LSP says, and a byte-order mark is not counted", "[lsp]") {
  check("a\rb", {1, 0}, PositionEncoding::utf16, 2);
  check("a\r\nb", {1, 0}, PositionEncoding::utf16, 3);
  check("a\r\nb", {0, 9}, PositionEncoding::utf16, 1);
  check(
      "\xEF\xBB\xBF"
      "ab",
      {0, 1}, PositionEncoding::utf16, 4);
  check("", {3, 3}, PositionEncoding::utf16, 0);
}

TEST_CASE("Every place of a text comes back from its offset", "[lsp]") {
  const std::string text = "\xEF\xBB\xBFx\r\nä🪚\r\r\n\nlong " + std::string(50, 'w') + "🪚 \xFF end";
  const Source source(text);
  for (const auto encoding : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32}) {
    EditorPlaces in_order(source, encoding);
    std::mt19937 random(7);
    EditorPlaces at_random(source, encoding);
    for (uint32_t offset = 3; offset <= text.size(); ++offset) {
      const bool starts = offset == text.size() || (text[offset] & 0xC0) != 0x80;
      const bool in_line_end =
          offset > 0 && offset < text.size() && text[offset] == '\n' && text[offset - 1] == '\r';
      if (!starts || in_line_end) continue;
      CHECK(offset_of(text, in_order.position(offset), encoding) == offset);
      at_random.position(static_cast<uint32_t>(random() % text.size()));
      CHECK(at_random.position(offset) == in_order.position(offset));
    }
  }
}

TEST_CASE("Changes replace what the client says", "[lsp]") {
  const auto utf16 = PositionEncoding::utf16;
  const std::string range = R"("range":{"start":{"line":0,"character":1},"end":{"line":1,"character":1}})";
  CHECK(changed("ab\ncd", "{" + range + R"(,"text":"-"})", utf16) == "a-d");
  CHECK(changed("ab\ncd", R"({"text":"all"})", utf16) == "all");
  const std::string turned = R"("range":{"start":{"line":1,"character":1},"end":{"line":0,"character":1}})";
  CHECK(changed("ab\ncd", "{" + turned + R"(,"text":""})", utf16) == "ad");
  std::string text = "ab";
  CHECK_FALSE(apply_change(text, *read_json(R"({"range":{"start":{"line":-1}},"text":"x"})"), utf16));
  CHECK_FALSE(apply_change(text, *read_json(R"({"range":null})"), utf16));
  CHECK(text == "ab");
}
