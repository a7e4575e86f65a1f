#include "lint/pattern.h"

#include <catch2/catch.hpp>

#include "lint/linter.h"

using namespace rubric;

namespace {

struct Rule {
  Scope scope = Scope::prose;
  std::vector<std::string> tokens = {};
  std::vector<std::pair<std::string, std::string>> swap = {};
  bool ignore_case = false;
  bool nonword = false;
};

std::vector<Diagnostic> lint(const Rule& rule, const std::string& text) {
  RuleInfo info;
  info.id = "x";
  info.check = rule.swap.empty() ? Check::existence : Check::substitution;
  info.message = rule.swap.empty() ? "{match}" : "{match} > {replacement}";
  info.scope = rule.scope;
  info.tokens = rule.tokens;
  info.swap = rule.swap;
  info.ignore_case = rule.ignore_case;
  info.whole_words = !rule.nonword;
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["x"] = {};
  dialect.templates["note"].inner = InnerText::markdown;
  const Document document("a.md", text, dialect);
  const Linter linter({ActiveRule{&info, Severity::warning, {}}}, {});
  return linter.lint(document);
}

// The findings as "line:column message", parted by "; ".
void check(const Rule& rule, const std::string& text, const std::string& expected) {
  std::string found;
  for (const Diagnostic& finding : lint(rule, text)) {
    found += (found.empty() ? "" : "; ") + std::to_string(finding.range.begin.line) + ":" +
             std::to_string(finding.range.begin.column) + " " + finding.message;
  }
  INFO(text);
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("Prose patterns see through markup and line ends, not through what is no words") {
  const Rule rule{Scope::prose, {"click here"}};
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
}

TEST_CASE("An inner text that Hugo renders is prose of its own") {
  const Rule rule{Scope::prose, {"in order", "done"}};
  check(rule, "in {{< note >}}in order{{< x >}} done{{< /note >}} order", "1:16 in order; 1:34 done");
}

TEST_CASE("A match neither begins nor ends inside a word") {
  check({Scope::prose, {"use"}}, "user reuse use-case use. caf\xC3\xA9use use\xC3\xA9", "1:12 use; 1:21 use");
  check({Scope::prose, {"use"}}, "re**use** P**use**r", "");
  check({Scope::prose, {"e\\.g\\."}}, "e.g. x, e.g., (e.g.) the.g. e.g.",
        "1:1 e.g.; 1:9 e.g.; 1:16 e.g.; 1:29 e.g.");
  check({Scope::prose, {"us"}, {}, false, true}, "use", "1:1 us");
}

TEST_CASE("Letter case matters unless the page says otherwise") {
  check({Scope::prose, {"very"}}, "Very very", "1:6 very");
  check({Scope::prose, {"very"}, {}, true}, "Very", "1:1 Very");
}

TEST_CASE("The first and longest match of a rule wins") {
  check({Scope::prose, {"in order", "in order to", "order to go"}}, "in order to go", "1:1 in order to");
}

TEST_CASE("Each scope has its slices") {
  const std::string text =
      "---\ntitle: word\n---\n# word\n\nword `word` [word](word 'x') ![word](word) <word@x.org>\n\n- word\n\n"
      "| word |\n| --- |\n\n<word>\n\n```\nword\n```\n\n{{< x word >}}\n\n[x]: word\n";
  check({Scope::heading, {"word"}}, text, "4:3 word");
  check({Scope::list_item, {"word"}}, text, "8:3 word");
  check({Scope::table_cell, {"word"}}, text, "10:3 word");
  check({Scope::link_text, {"word"}}, text, "6:14 word");
  check({Scope::link_target, {"word"}}, text, "6:20 word; 6:38 word; 6:45 word; 21:6 word");
  check({Scope::code, {"word"}}, text, "6:7 word; 16:1 word");
  check({Scope::html, {"word"}}, text, "13:2 word");
  check({Scope::front_matter, {"word"}}, text, "2:8 word");
  check({Scope::shortcode, {"word"}}, text, "19:7 word");
  CHECK(lint({Scope::raw, {"word"}}, text).size() == 15);
}

TEST_CASE("A substitution follows the letter case and offers a fix") {
  check({Scope::prose, {}, {{"utilize", "use"}}, true}, "Utilize, utilize",
        "1:1 Utilize > Use; 1:10 utilize > use");
  check({Scope::prose, {}, {{"github", "GitHub"}}, true}, "GitHub Github", "1:8 Github > GitHub");
  const auto plain = lint({Scope::prose, {}, {{"in order to", "to"}}}, "Ask in\norder to know");
  REQUIRE(plain.size() == 1);
  REQUIRE(plain[0].fixes.size() == 1);
  CHECK(plain[0].fixes[0].applicability == Applicability::unsafe_fix);
  CHECK(plain[0].fixes[0].edits[0].edit == Edit{{4, 15}, "to"});
  CHECK(plain[0].fixes[0].title == "Replace `in order to` by `to`");
}

TEST_CASE("A substitution that would lose markup has no fix") {
  const Rule rule{Scope::prose, {}, {{"in order to", "to"}}};
  CHECK(lint(rule, "in **order** to")[0].fixes.empty());
  CHECK(lint(rule, "> in\n> order to")[0].fixes.empty());
}
