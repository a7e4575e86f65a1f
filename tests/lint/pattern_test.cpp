#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

// A page of an existence rule with these patterns, as JSON, which is YAML.
std::string existence(const std::string& scope, const std::string& tokens, const std::string& more = "") {
  return "check: existence\nscope: " + scope + "\ntokens: " + tokens + "\n" + more;
}

std::string substitution(const std::string& swap, const std::string& more = "") {
  return "check: substitution\nmessage: '{match} > {replacement}'\nswap: " + swap + "\n" + more;
}

void check(const std::string& keys, const std::string& text, const std::string& expected) {
  INFO(keys << "\n" << text);
  CHECK(found_with(keys, text) == expected);
}

}  // namespace

TEST_CASE("Prose patterns see through markup and line ends, not through what is no words") {
  const std::string rule = existence("prose", "[click here]");
  check(rule, "click here", "1:1 click here");
  check(rule, "click\nhere", "1:1 click here");
  check(rule, "> click\n> here", "1:3 click here");
  check(rule, "click **here**", "1:1 click here");
  check(rule, "*click* [here](x.md) now", "1:2 click here");
  check(rule, "click `x` here", "");
  check(rule, "click {{< x >}} here", "");
  check(rule, "click <b> here", "");
  check(rule, "click ![x](y) here", "");
  check(rule, "`click here`\n\n    click here\n\n<p>click here</p>\n", "");
  check(rule, "# click here\n\n- click here\n\n| click here |\n| --- |\n",
        "1:3 click here; 3:3 click here; 5:3 click here");
  check(rule, "click\n\nhere", "");
  check(existence("prose", "['white ?list', 'a {2}b']"), "whitelist, white\nlist, white\tlist; a  b, a b",
        "1:1 whitelist; 1:12 white list; 2:7 white list; 2:19 a b");
}

TEST_CASE("An inner text that Hugo renders is prose of its own") {
  const std::string rule = existence("prose", "[in order, done]");
  check(rule, "in {{< note >}}in order{{< x >}} done{{< /note >}} order", "1:16 in order; 1:34 done");
}

TEST_CASE("A match neither begins nor ends inside a word") {
  check(existence("prose", "[use]"), "user reuse use-case use. caf\xC3\xA9use use\xC3\xA9",
        "1:12 use; 1:21 use");
  check(existence("prose", "[use]"), "re**use** P**use**r", "");
  check(existence("prose", "['e\\.g\\.']"), "e.g. x, e.g., (e.g.) the.g. e.g.",
        "1:1 e.g.; 1:9 e.g.; 1:16 e.g.; 1:29 e.g.");
  check(existence("prose", "[us]", "nonword: true"), "use", "1:1 us");
}

TEST_CASE("Letter case matters unless the page says otherwise") {
  check(existence("prose", "[very]"), "Very very", "1:6 very");
  check(existence("prose", "[very]", "ignorecase: true"), "Very", "1:1 Very");
}

TEST_CASE("The first and longest match of a rule wins") {
  check(existence("prose", "[in order, in order to, order to go]"), "in order to go", "1:1 in order to");
}

TEST_CASE("Each scope has its slices") {
  const std::string text =
      "---\ntitle: word\n---\n# word\n\nword `word` [word](word 'x') ![word](word) <word@x.org>\n\n- word\n\n"
      "| word |\n| --- |\n\n<word>\n\n```\nword\n```\n\n{{< x word >}}\n\n[x]: word\n";
  check(existence("heading", "[word]"), text, "4:3 word");
  check(existence("list-item", "[word]"), text, "8:3 word");
  check(existence("table-cell", "[word]"), text, "10:3 word");
  check(existence("link-text", "[word]"), text, "6:14 word");
  check(existence("link-target", "[word]"), text, "6:20 word; 6:38 word; 6:45 word; 21:6 word");
  check(existence("code", "[word]"), text, "6:7 word; 16:1 word");
  check(existence("html", "[word]"), text, "13:2 word");
  check(existence("front-matter", "[word]"), text, "2:8 word");
  check(existence("shortcode", "[word]"), text, "19:7 word");
  CHECK(lint_with(existence("raw", "[word]"), text).size() == 15);
}

TEST_CASE("A substitution follows the letter case and offers a fix") {
  check(substitution("{utilize: use}", "ignorecase: true"), "Utilize, utilize",
        "1:1 Utilize > Use; 1:10 utilize > use");
  check(substitution("{github: GitHub}", "ignorecase: true"), "GitHub Github", "1:8 Github > GitHub");
  const auto plain = lint_with(substitution("{in order to: to}"), "Ask in\norder to know");
  REQUIRE(plain.size() == 1);
  REQUIRE(plain[0].fixes.size() == 1);
  CHECK(plain[0].fixes[0].applicability == Applicability::unsafe_fix);
  CHECK(plain[0].fixes[0].edits[0].edit == Edit{{4, 15}, "to"});
  CHECK(plain[0].fixes[0].title == "Replace `in order to` by `to`");
}

TEST_CASE("A substitution that would lose markup has no fix") {
  const std::string rule = substitution("{in order to: to}");
  CHECK(lint_with(rule, "in **order** to")[0].fixes.empty());
  CHECK(lint_with(rule, "> in\n> order to")[0].fixes.empty());
}

TEST_CASE("What lies in an exception, or holds one, is left alone") {
  const std::string rule =
      existence("prose", "[white, 'master\\w*']", "exceptions: [white paper, Scrum master, masters]");
  check(rule, "white, white paper, a Scrum\nmaster, master, masters", "1:1 white; 2:9 master");
  check(substitution("{white: pale}", "exceptions: [white paper]"), "white paper white", "1:13 white > pale");
  check("check: repetition\ntokens: ['\\w+']\nexceptions: [that]", "that that is is", "1:11 is");
}

TEST_CASE("Parts of a pattern stand before a token, after it or by themselves") {
  check("check: existence\nraw: ['very', ' ', '(?:big|small)']", "very\nbig, every big",
        "1:1 very big; 2:7 very big");
  check("check: existence\nraw: ['not ']\ntokens: [big, small]", "not big, not smaller, not small",
        "1:1 not big; 1:23 not small");
  check("check: existence\nappend: true\nraw: [' not']\ntokens: [big, small]", "big not, pig not",
        "1:1 big not");
}
