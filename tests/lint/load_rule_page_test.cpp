#include <catch2/catch.hpp>

#include "lint/rule.h"
#include "lint/user_error.h"

using namespace rubric;

namespace {

const std::string head = "id: x\nsummary: S.\nmessage: M.\nwhy: W.\n";  // four lines

// What loading a page of `head` and `rest` throws, or "".
std::string error_of(const std::string& rest) {
  try {
    load_rule_page("rules/style/x.yaml", head + rest);
  } catch (const UserError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A rule page is read with all its keys") {
  const RuleInfo info =
      load_rule_page("rules/style/x.yaml",
                     "id: x\naliases: [MD001, y]\nsummary: S.\nmessage: '{match} {replacement}'\n"
                     "why: W.\nseverity: info\ndefault: off\ncheck: substitution\n"
                     "scope: link-text\nignorecase: true\nnonword: true\nfix: safe\n"
                     "swap: {in order to: to, utilize: use}\n"
                     "examples:\n- bad: a\n  reports: b\n  fixed: c\n  fixed-unsafe: d\n"
                     "  files: {p: q}\n- good: e\n");
  CHECK(info.id == "x");
  CHECK(info.group == "style");
  CHECK(info.aliases == std::vector<std::string>{"MD001", "y"});
  CHECK(info.severity == Severity::info);
  CHECK_FALSE(info.on);
  CHECK(info.check == Check::substitution);
  CHECK(info.pattern.scope == Scope::link_text);
  CHECK(info.pattern.ignore_case);
  CHECK_FALSE(info.pattern.whole_words);
  CHECK(info.pattern.fix == Applicability::safe);
  CHECK(info.pattern.swap.front() == std::pair<std::string, std::string>{"in order to", "to"});
  REQUIRE(info.examples.size() == 2);
  CHECK(info.examples[0] == Example{"a", true, {"b"}, "c", "d", {{"p", "q"}}, 15});
  CHECK(info.examples[1] == Example{"e", false, {}, "", "", {}, 20});
}

TEST_CASE("A rule's options have a summary and standard values") {
  const RuleInfo info = load_rule_page(
      "rules/style/x.yaml", head + "check: native\noptions:\n  allow: {summary: Words., default: [a, b]}\n");
  CHECK(info.options == std::vector<Option>{{"allow", "Words.", {"a", "b"}}});
  ActiveRule rule{&info, Severity::warning, {}};
  CHECK(rule.option("allow").size() == 2);
  rule.options["allow"] = {"c"};
  CHECK(rule.option("allow").front() == "c");
}

TEST_CASE("A wrong rule page is refused at its line, with what to do") {
  const auto [rest, expected] = GENERATE(table<std::string, std::string>({
      {"check: native\nsevrity: error\n", ":6: unknown key `sevrity` (did you mean `severity`?)"},
      {"check: native\ncheck: native\n", ":5: `check` is given twice"},
      {"check: nativ\n",
       ":5: `check` cannot be `nativ` (did you mean `native`?); it is one of native, existence, "
       "substitution, occurrence, repetition, consistency, conditional, capitalization"},
      {"", ":1: a rule page needs the key `check`"},
      {"check: existence\n", ":5: `check: existence` needs the key `tokens`"},
      {"check: native\ntokens: [a]\n", ":6: `tokens` belongs to `check: existence` and `check: repetition`"},
      {"check: existence\ntokens:\n- a\n- '(b'\n", ":8: the pattern `(b` is not valid: missing ): (b"},
      {"check: occurrence\ntoken: a\n", ":5: `check: occurrence` needs a `max` or a `min` above 0"},
      {"check: occurrence\ntoken: a\nmax: -1\n", ":7: `max` must be a whole number from 0 to 1000000"},
      {"check: existence\ntokens: [a]\nmax: 1\n",
       ":7: `max` belongs to `check: occurrence` and `check: repetition`"},
      {"check: existence\ntokens: ['a(?=b']\n", ":6: the pattern `a(?=b` is not valid: missing ): a(?:b"},
      {"check: existence\ntokens: ['a(?<=b+)']\n",
       ":6: the pattern `a(?<=b+)` is not valid: lookbehind assertion is not fixed length"},
      {"check: existence\ntokens: ['(?=(?R))']\n",
       ":6: the pattern `(?=(?R))` is not valid: invalid perl operator: (?R"},
      {"check: existence\ntokens: ['(a)\\1(?=b)']\n",
       ":6: the pattern `(a)\\1(?=b)` is not valid: invalid escape sequence: \\1"},
      {"check: existence\nraw: ['(a', '']\n", ":6: the pattern `(a` is not valid: missing ): (a"},
      {"check: consistency\neither: {a: '(b'}\n", ":6: the pattern `(b` is not valid: missing ): (b"},
      {"check: conditional\nfirst: a\n", ":5: `check: conditional` needs the key `second`"},
      {"check: capitalization\nmatch: $Title\n",
       ":6: `match` cannot be `$Title`; it is $title, $sentence, $lower, $upper or a pattern"},
      {"check: capitalization\nmatch: $lower\nscope: raw\n",
       ":7: the letter case of words is known in scopes of prose only"},
      {"check: capitalization\nmatch: $lower\nthreshold: 2\n",
       ":7: `threshold` must be a number from 0 to 1, such as 0.8"},
      {"check: capitalization\nmatch: $lower\nstyle: AP\n", ":7: `style` belongs to `match: $title`"},
      {"check: spelling\n", ":5: `check: spelling` is one of Vale's kinds that rubric does not have"},
      {"extends: existence\n", ":5: rubric does not have Vale's `extends`: write `check:`"},
      {"check: existence\nlevel: error\n",
       ":6: rubric does not have Vale's `level`: write `severity: error`, `warning` or `info`"},
      {"check: existence\npos: NN\n",
       ":6: rubric does not have Vale's `pos`: rubric does not tell parts of speech; say in the pattern what "
       "stands around"},
      {"check: native\nexamples:\n- good: a\n  reports: b\n",
       ":7: a good example reports nothing and needs no fix"},
      {"check: native\nexamples:\n- bad: a\n", ":7: a bad example says what it `reports`"},
      {"check: native\ndefault: maybe\n", ":6: `default` must be on or off"},
      {"check: native\nseverity: [error]\n", ":6: `severity` must be a text"},
  }));
  CHECK(error_of(rest) == "rules/style/x.yaml" + expected);
}

TEST_CASE("A pattern rule's message knows its own placeholders only") {
  try {
    load_rule_page("rules/style/x.yaml",
                   "id: x\nsummary: S.\nmessage: '{replacement}'\nwhy: W.\ncheck: existence\ntokens: [a]\n");
    FAIL("no error");
  } catch (const UserError& error) {
    CHECK(error.line == 3);
  }
}

TEST_CASE("A message of Vale's says where the match goes") {
  CHECK_THROWS_WITH(
      load_rule_page("rules/style/x.yaml",
                     "id: x\nsummary: S.\nmessage: Not %s.\nwhy: W.\ncheck: existence\ntokens: [a]\n"),
      "rules/style/x.yaml:3: `%s` is Vale's; write {match} where the match is to stand");
}

TEST_CASE("A rule page is named after its rule") {
  CHECK_THROWS_WITH(load_rule_page("rules/style/y.yaml", head + "check: native\n"),
                    "rules/style/y.yaml:1: the id `x` is not the name of its file");
}
