#include "report/excerpt.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void check(std::string_view line, Span span, const std::string& expected_line,
           const std::string& expected_marks) {
  const Excerpt found = excerpt(line, span);
  CHECK(found.line == expected_line);
  CHECK(found.marks == expected_marks);
}

std::string repeated(std::string_view text, size_t count) {
  std::string result;
  for (; count > 0; --count) result += text;
  return result;
}

}  // namespace

TEST_CASE("Carets stand below the span") {
  check("See a engineering.", {4, 5}, "See a engineering.", "    ^");
  check("abc", {0, 3}, "abc", "^^^");
  check("abc", {1, 1}, "abc", " ^");    // an empty span
  check("abc", {3, 3}, "abc", "   ^");  // the end of the line
  check("abc", {1, 90}, "abc", " ^^");  // goes on in the next line
  check("abc", {3, 90}, "abc", "   ^");
  check("", {0, 0}, "", "^");
}

TEST_CASE("Carets count terminal columns") {
  check("\ta\tb", {3, 4}, "    a    b", "         ^");
  check("\ta", {0, 1}, "    a", "^^^^");
  check("caf\xC3\xA9 x", {6, 7}, "caf\xC3\xA9 x", "     ^");
  check("日本 x", {7, 8}, "日本 x", "     ^");
  check("日本 x", {3, 6}, "日本 x", "  ^^");
  check("😀x", {4, 5}, "😀x", "  ^");
  check("e\xCC\x81x", {3, 4}, "e\xCC\x81x", " ^");  // a combining accent
  check("e\xCC\x81x", {1, 3}, "e\xCC\x81x", " ^");  // it alone
  check("日", {1, 2}, "日", "  ^");                 // from the middle of a character
}

TEST_CASE("Nothing of a page reaches the terminal raw") {
  check("a\x1b[31mb", {6, 7}, "a\\x1b[31mb", "         ^");
  check("a\x1b", {1, 2}, "a\\x1b", " ^^^^");
  check("\xFFx", {1, 2}, "\\xffx", "    ^");
  check("\xC2\x9Bx", {2, 3}, "\\u{9b}x", "      ^");           // C1's CSI
  check("\xE2\x80\xAEx", {0, 3}, "\\u{202e}x", "^^^^^^^^");    // right-to-left override
  check("👩\xE2\x80\x8D💻", {0, 11}, "👩\xE2\x80\x8D💻", "^^^^");  // a joiner stays
  check(std::string_view("\0x\x7F", 3), {1, 2}, "\\x00x\\x7f", "    ^");
}

TEST_CASE("A long line is seen through a window around the span") {
  const std::string hundred(100, 'a');
  check(hundred, {99, 100}, hundred, std::string(99, ' ') + "^");
  check(hundred + "b", {0, 1}, hundred + "…", "^");
  check(hundred + "b", {89, 90}, hundred + "…", std::string(89, ' ') + "^");
  check(hundred + "b", {90, 91}, "…" + std::string(50, 'a') + "b", std::string(41, ' ') + "^");
  check(hundred + "b", {100, 101}, "…" + std::string(40, 'a') + "b", std::string(41, ' ') + "^");
  check(hundred + "b", {101, 101}, "…" + std::string(39, 'a') + "b", std::string(41, ' ') + "^");
  check(hundred + hundred, {0, 200}, hundred + "…", std::string(100, '^'));
  check(hundred + hundred, {60, 200}, "…" + hundred + "…", std::string(41, ' ') + std::string(60, '^'));
}

TEST_CASE("Windows begin and end between characters") {
  check(repeated("日", 60) + "x", {180, 181}, "…" + repeated("日", 20) + "x", std::string(41, ' ') + "^");
  check("x" + repeated("日", 60), {0, 1}, "x" + repeated("日", 49) + "…", "^");
  check(repeated("\t", 200) + "x", {200, 201}, "…" + std::string(40, ' ') + "x", std::string(41, ' ') + "^");
}

TEST_CASE("An enormous line takes no longer than another") {
  for (const std::string_view piece : {"a", "\xCC\x81", "\x80", "\xFF", "日", "\t"}) {
    const std::string line = repeated(piece, 1'000'000);
    const auto middle = static_cast<uint32_t>(line.size() / 2);
    for (uint32_t offset = 0; offset < 500; ++offset) {
      const Excerpt found = excerpt(line, {middle + offset, middle + offset + 1});
      REQUIRE(found.line.size() < 4000);
      REQUIRE(found.marks.ends_with('^'));
    }
  }
}
