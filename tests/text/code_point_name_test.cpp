#include "text/code_point_name.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Characters that nobody sees are named by their code point") {
  CHECK(visible_name("a") == "a");
  CHECK(visible_name("“") == "“");
  CHECK(visible_name("") == "");
  CHECK(visible_name("\u00A0") == "U+00A0");
  CHECK(visible_name("\u3000") == "U+3000");
  CHECK(visible_name("\f") == "U+000C");
  CHECK(visible_name("\uFEFF") == "U+FEFF");
  CHECK(visibility_of("\u202F") == Visibility::blank);
  CHECK(visibility_of("\u202E") == Visibility::hidden);
  CHECK(visibility_of("\u200B") == Visibility::hidden);
  CHECK(visibility_of("\x01") == Visibility::hidden);
  CHECK(visibility_of("é") == Visibility::visible);
}
