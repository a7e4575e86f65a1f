#include "text/path.h"

#include <catch2/catch.hpp>

#include "text/ascii.h"

using namespace rubric;

TEST_CASE("A path has a folder and a name") {
  CHECK(folder_of("a/b/c.md") == "a/b");
  CHECK(folder_of("c.md").empty());
  CHECK(folder_of("/c") == "");
  CHECK(name_of("a/b/c.md") == "c.md");
  CHECK(name_of("c.md") == "c.md");
  CHECK(name_of("a/").empty());
}

TEST_CASE("Paths lie below folders by whole names") {
  CHECK(is_at_or_below("a/b", ""));
  CHECK(is_at_or_below("a/b", "a/b"));
  CHECK(is_at_or_below("a/b/c", "a/b"));
  CHECK_FALSE(is_at_or_below("a/bc", "a/b"));
  CHECK_FALSE(is_at_or_below("a", "a/b"));
}

TEST_CASE("Letter case is ASCII's alone") {
  CHECK(lower_case("GitLab \xC3\x84") == "gitlab \xC3\x84");
  CHECK(equal_ignoring_case("README.md", "readme.MD"));
  CHECK_FALSE(equal_ignoring_case("a", "ab"));
  CHECK_FALSE(equal_ignoring_case("\xC3\x84", "\xC3\xA4"));
}
