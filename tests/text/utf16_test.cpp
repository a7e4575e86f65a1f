#include "text/utf16.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("UTF-16 has two units for what is beyond the basic plane") {
  const std::pair<std::string_view, uint32_t> rows[] = {
      {"", 0},  {"ab", 2},      {"caf\xC3\xA9", 4}, {"日本", 2},
      {"😀", 2}, {"a😀b\xC3", 5}, {"\xFF\xFE", 2},    {"\xF0\x9F\x98", 3},
  };
  for (const auto& [text, units] : rows) CHECK(count_utf16_units(text) == units);
}
