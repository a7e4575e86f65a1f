#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

void check(const std::string& keys, const std::string& text, const std::string& expected) {
  INFO(keys << "\n" << text);
  CHECK(found_with("check: consistency\nmessage: '{match} for {other}'\n" + keys, text) == expected);
}

}  // namespace

TEST_CASE("Of two ways to write something the rarer is reported, or the later") {
  const std::string rule = "ignorecase: true\neither: {advisor: adviser, e-mail: email}";
  check(rule, "An advisor. The advisor.", "");
  check(rule, "Advisor. An adviser, the advisor.", "1:13 adviser for Advisor");
  check(rule, "# Adviser\n\nAn advisor. `adviser`\n\n- an email", "3:4 advisor for Adviser");
  check(rule, "An adviser, an advisor, an advisor, email, e-mail.",
        "1:4 adviser for advisor; 1:44 e-mail for email");
  check(rule, "advisors adviser", "");
}

TEST_CASE("A finding of consistency points at the other way") {
  const auto found = lint_with("check: consistency\neither: {color: colour}", "One color.\n\nA colour.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].related == std::vector<Related>{{"a.md", {1, 5}, "`color` stands here."}});
}
