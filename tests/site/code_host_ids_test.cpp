// The ids that GitHub and GitLab make of headings, by their own rules.

#include "site/code_host_ids.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

// All ids of a text, in order, with blanks between.
std::string ids_of(std::string text, const CodeHosting& hosting = {}) {
  const Document document("README.md", std::move(text), Dialect{});
  std::string ids;
  for (const FoundAnchor& anchor : find_anchors(document, TagSpans(document.shortcodes), hosting).anchors)
    ids += (ids.empty() ? "" : " ") + anchor.id;
  return ids;
}

}  // namespace

TEST_CASE("Heading texts become ids as GitHub and GitLab make them") {
  struct Row {
    const char *text, *github, *gitlab;
  };
  const Row rows[] = {
      {"Getting Started", "getting-started", "getting-started"},
      {"What's new?", "whats-new", "whats-new"},
      {"Setup & Config!", "setup--config", "setup-config"},
      {"C++ / Rust", "c--rust", "c-rust"},
      {"snake_case", "snake_case", "snake_case"},
      {"--flag", "--flag", "-flag"},
      {"1.2.3", "123", "anchor-123"},
      {"v1.2", "v12", "v12"},
      {"Größe ÄNDERN", "größe-ändern", "größe-ändern"},
      {"日本語 の 見出し", "日本語-の-見出し", "日本語-の-見出し"},
      {"🚀 Launch", "-launch", "-launch"},
      {"Name (optional)", "name-optional", "name-optional"},
      {"a\tb", "ab", "ab"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(github_heading_id(row.text) == row.github);
    CHECK(gitlab_heading_id(row.text) == row.gitlab);
  }
}

TEST_CASE("A plain page has the ids that either host gives") {
  CodeHosting github, gitlab;
  github.gitlab = false;
  gitlab.github = false;
  CHECK(ids_of("# Setup & Config\n", github) == "setup--config");
  CHECK(ids_of("# Setup & Config\n", gitlab) == "setup--config setup-config");
  CHECK(ids_of("# Same\n\n# Same\n\n# Same\n") == "same same-1 same-2");
  CHECK(ids_of("# `code` and [link](x.md) **bold**\n") == "code-and-link-bold");
  CHECK(ids_of("# ![logo](x.png) Title\n", github) == "-title title");
  CHECK(ids_of("Two\nlines\n===\n") == "twolines two-lines");
  CHECK(ids_of("# :rocket: Launch\n", github) == "rocket-launch -launch");
  CHECK(ids_of("# Title {#own}\n", github) == "title-own title own");
}

TEST_CASE("Headings in raw HTML have ids as well") {
  CHECK(ids_of("<h1 align=\"center\">My <b>Tool</b></h1>\n") == "my-tool");
  CHECK(ids_of("<h2>\n\nUsage\n\n</h2>\n\n## Usage\n") == "usage usage-1");
  CHECK(ids_of("<a name=\"top-of-it\"></a>\n\n<div id='x'>y</div>\n") == "top-of-it x");
  CHECK(ids_of("<h1 never closed\n\n# Next\n") == "next");
  CHECK(ids_of("<hr>\n\n<h7>no</h7>\n") == "");
}

TEST_CASE("Ids are compared as hosts do, or as any maker of ids might") {
  CHECK(may_be_same_id("Getting-Started", "getting-started"));
  CHECK(may_be_same_id("️-setup", "-setup"));
  CHECK_FALSE(may_be_same_id("a-b", "a--b"));
  CHECK(may_be_of_same_heading("a-b", "a--b"));
  CHECK_FALSE(may_be_of_same_heading("a-b", "a-c"));
}
