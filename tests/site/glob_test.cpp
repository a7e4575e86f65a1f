#include "site/glob.h"

#include <string>

#include <catch2/catch.hpp>

using rubric::glob_matches;

TEST_CASE("Glob patterns match as Hugo's do") {
  const struct {
    std::string_view pattern, path;
    std::optional<bool> expected;
  } rows[] = {
      {"a.html", "a.html", true},
      {"a.html", "in/a.html", false},
      {"/a.html", "a.html", true},
      {"*.html", "a.html", true},
      {"*.html", "in/b.html", false},
      {"**.html", "in/b.html", true},
      {"in/*", "in/b.html", true},
      {"in/*", "in/c/d.html", false},
      {"in/**", "in/c/d.html", true},
      {"IN/b.HTML", "in/B.html", true},
      {"**/b.html", "in/b.html", true},
      {"**/b.html", "b.html", false},
      {"{in,x}/*", "in/b", true},
      {"{in,x}{/a,/b}", "x/b", true},
      {"{in,x}/*", "y/b", false},
      {"?", "a", true},
      {"?", "/", false},
      {"??", "a", false},
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
      {"[ab]", "a", {}},
      {"\\*", "*", {}},
      {"{a,{b,c}}", "a", {}},
      {"{a", "a", {}},
  };
  for (const auto& row : rows) {
    INFO(row.pattern << " on " << row.path);
    CHECK(glob_matches(row.pattern, row.path) == row.expected);
  }
  std::string stars;
  for (int i = 0; i < 200; ++i) stars += "*a";
  CHECK(glob_matches(stars, std::string(300, 'a')) == true);
  CHECK(glob_matches(stars + "b", std::string(300, 'a')) == false);
  std::string braces;
  for (int i = 0; i < 40; ++i) braces += "{a,b}";
  CHECK(!glob_matches(braces, "a"));
}
