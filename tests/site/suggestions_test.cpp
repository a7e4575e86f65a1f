#include "site/suggestions.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void check(std::vector<std::string_view> paths, std::string_view wanted, std::string_view expected) {
  INFO(wanted);
  CHECK(PathSuggestions(std::move(paths)).nearest(wanted) == expected);
}

}  // namespace

TEST_CASE("A moved path is found by its name, a misspelt one in its folder") {
  check({"a/b/my-page", "a/c/other"}, "x/my-page", "a/b/my-page");
  check({"a/b/page", "c/page"}, "a/d/page", "a/b/page");
  check({"a/page", "b/page"}, "c/page", "");
  check({"a/handbook", "a/x"}, "a/handbok", "a/handbook");
  check({"b/handbook"}, "a/handbok", "");
  check({"a/page"}, "a/Page", "a/page");
  check({}, "a", "");
  check({"a"}, "", "");
}

TEST_CASE("A name of one plain word is the same page only in a folder that both share") {
  check({"/ims/templates/pricing"}, "/company/pricing", "");
  check({"/ims/product/pricing"}, "/jobs/product/pricing", "/ims/product/pricing");
  check({"/handbook/people/hiring"}, "/handbook/hiring", "/handbook/people/hiring");
  check({"/ims/codes/code-of-ethics"}, "/company/code-of-ethics", "/ims/codes/code-of-ethics");
  check({"/ims/2024"}, "/company/2024", "/ims/2024");
}

TEST_CASE("What lies below a folder is found among neighbours that sort between") {
  const PathSuggestions paths({"/a-b/x", "/a/b/c", "/d/e", "/f", "/g", "/g.x/y", "/h0/x", "/i/j/k/l"});
  for (const std::string_view folder : {"/a", "/a/b", "/a-b", "/d", "/g.x", "/i", "/i/j"}) {
    INFO(folder);
    CHECK(paths.has_below(folder));
  }
  for (const std::string_view folder : {"/f", "/g", "/h", "/a/b/c", "/z", "/0"}) {
    INFO(folder);
    CHECK_FALSE(paths.has_below(folder));
  }
  CHECK_FALSE(PathSuggestions().has_below("/a"));
}
