#include "site/urls.h"

#include <catch2/catch.hpp>

#include "site/dates.h"
#include "site/permalinks.h"

using namespace rubric;

namespace {

SiteConfiguration site() {
  SiteConfiguration configuration;
  configuration.hugo = true;
  configuration.content = {{"content", "", ""}};
  configuration.languages = {"en", "de"};
  return configuration;
}

void check(std::string_view path, const Publication& facts, std::string_view expected,
           const SiteConfiguration& configuration = site()) {
  INFO(path);
  const auto file = content_file(path, configuration);
  REQUIRE(file);
  CHECK(page_urls(*file, facts, configuration).url == expected);
}

void check_alias(std::string_view alias, std::string_view expected) {
  Publication facts;
  facts.aliases = {std::string(alias)};
  const SiteConfiguration configuration = site();
  const auto urls = page_urls(*content_file("content/a/b.md", configuration), facts, configuration);
  REQUIRE(urls.others.size() == 1);
  CHECK(urls.others[0] == expected);
}

}  // namespace

TEST_CASE("A content file's name gives its URL") {
  check("content/_index.md", {}, "/");
  check("content/a/_index.md", {}, "/a/");
  check("content/a/b/index.md", {}, "/a/b/");
  check("content/a/B.md", {}, "/a/b/");
  check("content/Sec/dots.v1.2.md", {}, "/sec/dots.v1.2/");
  check("content/a/b.de.md", {}, "/de/a/b/");
  check("content/_index.de.md", {}, "/de/");
  check("content/a/x.fr.md", {}, "/a/x.fr/");
}

TEST_CASE("Front matter changes the URL") {
  Publication slug;
  slug.slug = "My Slug/b";
  check("content/a/b.md", slug, "/a/my-slug/b/");
  check("content/a/b/index.md", slug, "/a/my-slug/b/");
  check("content/a/_index.md", slug, "/a/");
  Publication url;
  url.url = "foo/Bar";
  check("content/a/b.md", url, "/foo/Bar/");
  url.url = "/v1.2/page";
  check("content/a/b.md", url, "/v1.2/page");
}

TEST_CASE("Ugly URLs are files, and home stays") {
  SiteConfiguration ugly = site();
  ugly.ugly_urls = true;
  check("content/_index.md", {}, "/", ugly);
  check("content/a/_index.md", {}, "/a.html", ugly);
  check("content/a/b.md", {}, "/a/b.html", ugly);
  check("content/a/b/index.md", {}, "/a/b.html", ugly);
}

TEST_CASE("Aliases are absolute from the root, relative from the page's parent") {
  check_alias("/Abs/Old", "/Abs/Old/");
  check_alias("old", "/a/old/");
  check_alias("../old", "/old/");
  check_alias("/f.html", "/f.html");
}

TEST_CASE("Paths are cleaned as Hugo does") {
  CHECK(clean_url_path("a  b - c (d) e&f", true) == "a-b-c-d-ef");
  CHECK(clean_url_path("C++ \xC3\x9C"
                       "ber",
                       true) ==
        "c++-\xC3\xBC"
        "ber");
  CHECK(clean_url_path("A%20b", false) == "A%20b");
}

TEST_CASE("Permalink patterns") {
  SiteConfiguration configuration = site();
  const auto expand = [&](std::string_view pattern) {
    Publication facts;
    facts.title = "T";
    facts.day = days_since_1970({2024, 3, 5});
    return expand_permalink(pattern, *content_file("content/a/b/c.md", configuration), facts).value_or("-");
  };
  CHECK(expand("/x/:section/:filename/") == "/x/a/c/");
  CHECK(expand("/:sections/:slug") == "-");
  CHECK(expand("/:year/:month/:day") == "/2024/03/05");
  CHECK(expand("/:weekday/:weekdayname/:monthname/:yearday") == "/2/Tuesday/March/65");
  CHECK(expand("/:sections[x]/:nothing") == "-");
  auto nested = content_file("content/a/b/c.md", configuration);
  nested->section = "a/b";
  CHECK(expand_permalink("/:sections[1:]/:filename", *nested, {}) == "/b/c");
  const auto shallow = content_file("content/a/c.md", configuration);
  CHECK(expand_permalink("/:sections/:sections[1:]/:filename", *shallow, {}) == "/a//c");
  CHECK(literal_start("/x/:section") == "/x/");
  CHECK(literal_start(":section") == "/");
}
