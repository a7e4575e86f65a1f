#include "lint/message.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Placeholders are lower-case names in braces, and any other brace stands for itself") {
  using Names = std::vector<std::string_view>;
  CHECK(placeholders("no {match} but {other_name}.") == Names{"match", "other_name"});
  CHECK(placeholders("{{< {} {A} {open {x") == Names{});
}

TEST_CASE("A message is filled in, and its arguments are not") {
  CHECK(fill_message("`{a}` and {b}{a}", {{"a", "{b}"}, {"b", ""}}) == "`{b}` and {b}");
  CHECK(fill_message("{{< and {", {}) == "{{< and {");
}
