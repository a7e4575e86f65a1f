#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

void check(const std::string& keys, const std::string& text, const std::string& expected) {
  INFO(keys << "\n" << text);
  CHECK(found_with("check: occurrence\nmessage: '{count} {match}'\n" + keys, text) == expected);
}

}  // namespace

TEST_CASE("An occurrence rule reports what holds too many matches, from the first on") {
  check("token: ','\nnonword: true\nmax: 1", "a, b, c\n\na, b\n\n- a, b, c, d", "1:2 2 ,; 5:4 3 ,");
  check("token: very\nmax: 1", "Very very every very", "1:6 2 very");
  check("token: very\nmax: 1\nignorecase: true", "Very very", "1:1 2 Very");
  check("scope: raw\ntoken: ^#\nnonword: true\nmax: 1", "# a\n\n## b\n", "1:1 2 #");
  check("token: a*\nmax: 1\nnonword: true", "bbb ab", "");
}

TEST_CASE("An occurrence rule reports what holds too few") {
  check("scope: heading\ntoken: '[a-z]'\nnonword: true\nmin: 2", "# 12\n\n# a\n\n# ab\n", "1:3 0 ; 3:3 1 a");
  check("scope: heading\ntoken: x\nmin: 1\nmax: 1", "# x\n\n# x x\n\n# y", "3:3 2 x; 5:3 0 ");
}

TEST_CASE("A pattern that any word matches counts the words of the page") {
  for (const std::string token : {"\\w+", "\\b(\\w+)\\b", "[^\\s]+", "\\S+"}) {
    const std::string rule = "scope: sentence\nmax: 3\ntoken: '" + token + "'";
    check(rule, "One two three. One two three four. One.", "1:16 4 One");
    check(rule, "One **two** [three](four five) `six`, 7.", "1:1 6 One");
    check(rule, "Don't end-users read?", "");
    check(rule, "One two three\nfour", "1:1 4 One");
    check(rule, "One two {{< x >}} three. Go {{< note >}}one two three four{{< /note >}}", "1:41 4 one");
    check(rule, "One {{< note >}}\none {{< note >}}\none two three four\n{{< /note >}}\n{{< /note >}} two",
          "3:1 4 one");
    check(rule, "---\ntitle: One two three four\n---\n![one two three four](x.png)\n", "");
  }
}

TEST_CASE("Paragraphs, sentences and all prose are scopes of their own") {
  const std::string text = "# One.\n\nTwo. Three.\n\n- Four. Five.\n";
  check("scope: prose\ntoken: \\.\nmax: 0\nmin: 1\nnonword: true", text, "");
  check("scope: prose\ntoken: \\.\nmax: 1\nnonword: true", text, "3:4 2 .; 5:7 2 .");
  check("scope: paragraph\ntoken: \\.\nmax: 1\nnonword: true", text, "3:4 2 .");
  check("scope: sentence\ntoken: \\.\nmax: 1\nnonword: true", text, "");
  check("scope: sentence\ntoken: \\.\nmin: 2\nnonword: true", text,
        "1:6 1 .; 3:4 1 .; 3:11 1 .; 5:7 1 .; 5:13 1 .");
}
