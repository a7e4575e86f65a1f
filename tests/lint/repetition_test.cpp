#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

void check(const std::string& keys, const std::string& text, const std::string& expected) {
  INFO(keys << "\n" << text);
  CHECK(found_with("check: repetition\nmessage: '{count} {match}'\n" + keys, text) == expected);
}

}  // namespace

TEST_CASE("A repetition rule reports words that follow themselves") {
  const std::string rule = "tokens: ['[^\\s]+']";
  check(rule, "the the dog", "1:1 2 the");
  check(rule, "the the the dog dog", "1:1 3 the; 1:13 2 dog");
  check(rule, "the\nthe **the**", "1:1 3 the");
  check(rule, "the `x` the", "");
  check(rule, "the {{< x >}} the", "");
  check(rule, "the. the the, the", "1:6 2 the");
  check(rule, "the\n\nthe", "");
  check(rule, "# the\n\nthe", "");
  check(rule, "7 7 end-user end-user", "1:1 2 7; 1:5 2 end-user");
}

TEST_CASE("Letter case, kinds of words and the number of repeats are keys of a repetition rule") {
  check("tokens: ['\\w+']", "The the", "");
  check("tokens: ['\\w+']\nignorecase: true", "The the", "1:1 2 The");
  check("tokens: ['\\w+']\nmax: 1", "the the\n\nthe the the", "3:1 3 the");
  check("tokens: ['\\w+']\nalpha: true", "7 7 the the", "1:5 2 the");
}

TEST_CASE("Where tokens name words, what stands between does not count") {
  check("tokens: [also, thus]", "also a, also b, thus c, also d", "1:1 2 also");
  check("tokens: [also]", "Also so. We also go. We also stay.", "");
  check("tokens: [also]", "We also go, also `x` also", "1:4 2 also");
  check("scope: code\ntokens: [also]", "`also a also`", "1:2 2 also");
}
