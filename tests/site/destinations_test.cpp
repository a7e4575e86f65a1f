#include "site/destinations.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void check(std::string_view target, std::string_view path, std::string_view fragment) {
  INFO(target);
  const Destination destination = parse_destination(target);
  CHECK_FALSE(destination.external);
  CHECK(destination.path == path);
  CHECK(destination.fragment == fragment);
}

}  // namespace

TEST_CASE("Destinations are taken apart") {
  check("a/b?q#f", "a/b", "f");
  check("#caf%C3%A9", "", "caf\xC3\xA9");
  check("a%20b%zz", "a b%zz", "");
  check("", "", "");
  for (const auto* target : {"http://x/", "mailto:a@b", "//host/x", "tel:1", "x-y+z.1:a"})
    CHECK(parse_destination(target).external);
  for (const auto* target : {"a/b:c", "1:x", ":x", "/a"}) CHECK_FALSE(parse_destination(target).external);
}

TEST_CASE("Relative paths resolve from the page's URL") {
  CHECK(resolve_url_path("/a/b/", "c/") == "/a/b/c/");
  CHECK(resolve_url_path("/a/b/", "../c") == "/a/c");
  CHECK(resolve_url_path("/a/b.html", "c") == "/a/c");
  CHECK(resolve_url_path("/a/b/", "/c//d/./e/..") == "/c/d/");
  CHECK(resolve_url_path("/a/", "../../../c/") == "/c/");
  CHECK(resolve_url_path("/a/", "") == "/a/");
  CHECK(resolve_url_path("/a/", ".") == "/a/");
}

TEST_CASE("Relative paths are written back") {
  CHECK(relative_url("/a/b/", "/a/c/") == "../c/");
  CHECK(relative_url("/a/", "/a/c/d.png") == "c/d.png");
  CHECK(relative_url("/a/b/", "/a/b/") == "./");
  CHECK(relative_url("/a/b.html", "/a/c.html") == "c.html");
}

TEST_CASE("A path with odd characters is encoded for Markdown") {
  CHECK(encode_destination("a b(c).md") == "a%20b%28c%29.md");
  CHECK(encode_destination("größe\xFF.md") == "größe%FF.md");
}
