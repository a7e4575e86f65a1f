#include "text/nearest.h"

#include <vector>

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Edit distance counts inserts, deletes, replacements and swaps, up to a limit") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("include", "inculde", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("abc", "xyz", 2) == 3);
  CHECK(edit_distance("a", "abcdef", 2) == 3);
}

TEST_CASE("The nearest candidate is at most a third of the word away") {
  const std::vector<std::string_view> names = {"article-mismatch", "broken-link", "include-cycle"};
  CHECK(nearest("artcle-mismatch", names) == "article-mismatch");
  CHECK(nearest("Include-Cycle", names) == "include-cycle");
  CHECK_FALSE(nearest("spelling", names).has_value());
}

TEST_CASE("A candidate is judged alike whatever came before it") {
  CHECK(nearest("anchor", std::vector<std::string_view>{"a-very-long-candidate", "anchr", "anchors"}) ==
        "anchr");
  CHECK(nearest("anchor", std::vector<std::string_view>{"anchors", "ANCHOR"}) == "ANCHOR");
}
