#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

// Whether each of the headings, parted by "; ", is right by the rule.
void check(const std::string& keys, const std::vector<std::string>& right,
           const std::vector<std::string>& wrong) {
  const std::string rule = "check: capitalization\nscope: heading\n" + keys;
  for (const std::string& heading : right) {
    INFO(keys << "\n" << heading);
    CHECK(found_with(rule, "# " + heading + "\n") == "");
  }
  for (const std::string& heading : wrong) {
    INFO(keys << "\n" << heading);
    CHECK(lint_with(rule, "# " + heading + "\n").size() == 1);
  }
}

}  // namespace

TEST_CASE("A sentence begins with a capital and has few more") {
  check("match: $sentence",
        {"How to write a rule", "Ask", "Use GitLab and HTTP on x86", "`make` writes files", "3 ways to go",
         "1. Introduction", "I think", "What? Why not", "\u00C9t\u00E9 in the north", "**Bold** start",
         "We go to one city called Paris", "", "{{< x >}} here"},
        {"how to write", "How To Write A Rule", "How to Write Rules", "\u00E9t\u00E9 in the north"});
  check("match: $sentence\nthreshold: 0.5", {"Deploy with Docker Compose now"},
        {"Deploy With Docker Compose"});
  check("match: $sentence\nexceptions: [Google Cloud, npm]", {"Use Google Cloud", "npm and others"},
        {"Use Amazon Cloud"});
  check("match: $sentence\nindicators: [':']", {"Step: Ask: Then: Now go here"},
        {"Step - Ask - Then - Now go here"});
}

TEST_CASE("A title has capitals but in small words") {
  check("match: $title",
        {"How to Write a Rule", "The End of the Road", "Log In as Root", "Using npm2", "GitLab", "A Is Is"},
        {"How to write a rule", "How To Write A Rule", "the End", "From here to There"});
  check("match: $title\nstyle: Chicago\nthreshold: 0.9", {"A Walk between Two Towns", "A Walk Between Towns"},
        {});
  check("match: $title\nstyle: AP\nthreshold: 0.9", {"A Walk Between Two Towns"},
        {"A Walk between Two Towns"});
}

TEST_CASE("All letters of one case, or a pattern of its own") {
  check("match: $lower", {"all `Code` lower 1", ""}, {"All lower", "aLl"});
  check("match: $lower\nexceptions: [GitLab]", {"on GitLab"}, {"on Linux"});
  check("match: $upper", {"ALL UPPER 1 `x`"}, {"ALL upper"});
  check("match: '^[A-Z]\\w+ing\\b'", {"Writing rules"}, {"Rules", "writing"});
  check("match: '^[A-Z]\\w+ing\\b'\nexceptions: [FAQ]", {"FAQ"}, {"Rules"});
}

TEST_CASE("A finding of capitalization is the whole slice") {
  CHECK(found_with("check: capitalization\nscope: heading\nmatch: $sentence",
                   "x\n\n## Read *The\\\nManual* `x`\n") == "");
  CHECK(found_with("check: capitalization\nscope: list-item\nmatch: $sentence",
                   "- read **the\n  manual**\n") == "1:3 read the manual");
}
