#include "site/redirects.h"

#include <chrono>
#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("The rules of a _redirects file answer paths") {
  Redirects redirects;
  redirects.add_file(
      "# comment\n"
      "/old /new\n"
      "  /with/slash/\t/new 301!   # why\n"
      "/splat/* /new/:splat 200\r\n"
      "/blog/:year/:slug /:slug\n"
      "/a/*/end /b\n"
      "/store id=:id /shop/:id 301\n"
      "/gone /x 404\n"
      "/%C3%BC /u\n"
      "https://other.example/there /x\n"
      "/alone\n");
  const struct {
    std::string_view url;
    bool answered;
  } rows[] = {
      {"/old", true},        {"/old/", true},           {"/Old", false},
      {"/old/x", false},     {"/with/slash", true},     {"/splat", true},
      {"/splat/a/b", true},  {"/splatter", false},      {"/blog/2024/x/", true},
      {"/blog/2024", false}, {"/blog/2024/x/y", false}, {"/a/b/c/end", true},
      {"/a/b/c", false},     {"/store", true},          {"/gone", false},
      {"/\u00FC", true},     {"/there", false},         {"/alone", false},
      {"/", false},
  };
  for (const auto& row : rows) {
    INFO(row.url);
    CHECK(redirects.answers(row.url) == row.answered);
  }
}

TEST_CASE("netlify.toml has rules of its own") {
  Redirects redirects;
  redirects.add_netlify(parse_value("[[redirects]]\nfrom = '/a/*'\nto = '/b'\n[[redirects]]\nfrom = '/c'\n"
                                    "to = '/404'\nstatus = 404\n",
                                    ValueFormat::toml)
                            .root);
  CHECK(redirects.answers("/a/x"));
  CHECK_FALSE(redirects.answers("/c"));
}

TEST_CASE("Many rules are tried in bearable time") {
  std::string text;
  for (int i = 0; i < 40000; ++i)
    text += "/a" + std::to_string(i) + "/* /b\n/c" + std::to_string(i) + " /d\n";
  Redirects redirects;
  redirects.add_file(text + "/" + std::string(40000, '*') + "x /y\n");
  const auto start = std::chrono::steady_clock::now();
  for (int i = 0; i < 1000; ++i) CHECK(redirects.answers("/c39999"));
  Redirects stars;
  stars.add_file("/" + std::string(20000, '*') + "x /y\n");
  CHECK_FALSE(stars.answers("/" + std::string(20000, 'a')));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}
