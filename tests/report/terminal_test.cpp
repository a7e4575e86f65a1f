#include "report/terminal.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Text for a terminal is spelled out where it would steer or hide") {
  const std::pair<std::string, std::string> rows[] = {
      {"plain", "plain"},
      {"caf\xC3\xA9 日本 😀", "caf\xC3\xA9 日本 😀"},
      {"a\tb\r\n", "a\\tb\\r\\n"},
      {"\x1b]8;;x\x07", "\\x1b]8;;x\\x07"},
      {"\xE2\x80\xA8|\xE2\x80\x8B|\xEF\xBB\xBF", "\\u{2028}|\\u{200b}|\\u{feff}"},
      {"\xE2\x81\xA6", "\\u{2066}"},
      {"\xC3", "\\xc3"},
  };
  for (const auto& [text, expected] : rows) CHECK(printable(text) == expected);
}

TEST_CASE("Links are written only where wanted and known") {
  ReportOptions options;
  CHECK(linked("id", "https://example.org/id", options) == "id");
  options.hyperlinks = true;
  CHECK(linked("id", "", options) == "id");
  CHECK(linked("id", "https://example.org/id", options) ==
        "\x1b]8;;https://example.org/id\x1b\\id\x1b]8;;\x1b\\");
}
