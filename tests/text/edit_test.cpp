#include "text/edit.h"

#include <vector>

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Edits replace, insert and delete, and all other bytes stay") {
  const std::vector<Edit> edits = {{{0, 0}, "["}, {{2, 3}, ""}, {{4, 5}, "XY"}, {{6, 6}, "]"}};
  CHECK(apply_edits("abcdef", edits) == "[abdXYf]");
  CHECK(apply_edits("abcdef", {}) == "abcdef");
}

TEST_CASE("Edits conflict when they overlap or insert at one place") {
  CHECK(conflict({{0, 2}, ""}, {{1, 3}, ""}));
  CHECK(conflict({{1, 1}, "a"}, {{1, 1}, "b"}));
  CHECK(conflict({{0, 2}, ""}, {{1, 1}, "b"}));
  CHECK_FALSE(conflict({{0, 1}, ""}, {{1, 2}, ""}));
  CHECK_FALSE(conflict({{0, 1}, ""}, {{1, 1}, "b"}));
}
