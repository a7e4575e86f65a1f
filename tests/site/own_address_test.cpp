#include "site/own_address.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("An address below baseURL is the site's own") {
  SiteConfiguration site;
  site.base_host = "https://docs.example.org";
  site.base_path = "/hb/";
  const struct {
    std::string_view target;
    std::optional<std::string_view> below;
  } rows[] = {
      {"https://docs.example.org/hb/a/#x", "/a/#x"},
      {"http://DOCS.example.org/hb/a/", "/a/"},
      {"//docs.example.org/hb/", "/"},
      {"https://docs.example.org/hb", ""},
      {"https://docs.example.org/hb?q", "?q"},
      {"https://docs.example.org:443/hb/a/", "/a/"},
      {"http://docs.example.org:80/hb/a/", "/a/"},
      {"http://docs.example.org:443/hb/a/", {}},
      {"https://docs.example.org/%68b/a%20b/", "/a%20b/"},
      {"https://docs.example.org//hb/", {}},
      {"https://docs.example.org/hbx/", {}},
      {"https://docs.example.org/", {}},
      {"https://docs.example.org.evil/hb/", {}},
      {"https://docs.example.org:8080/hb/", {}},
      {"https://example.org/hb/", {}},
      {"/hb/a/", {}},
      {"docs.example.org/hb/", {}},
      {"mailto:a@docs.example.org", {}},
  };
  for (const auto& row : rows) {
    INFO(row.target);
    CHECK(own_address(row.target, site) == row.below);
  }
  site.several_hosts = true;
  CHECK_FALSE(own_address("https://docs.example.org/hb/", site));
}
