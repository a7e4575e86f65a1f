// Patterns that RE2 cannot read: they find what Perl's would, and never for long.

#include <chrono>

#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

void check(const std::string& tokens, const std::string& text, const std::string& expected) {
  INFO(tokens << "\n" << text);
  CHECK(found_with("check: existence\ntokens: " + tokens, text) == expected);
}

std::string repeated(const std::string& unit, size_t count) {
  std::string text;
  for (size_t index = 0; index < count; ++index) text += unit;
  return text;
}

// The messages on a page, which must come within two seconds on a slow machine.
std::string found_soon(const std::string& keys, const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const std::string found = found_with(keys, text);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  INFO(keys << "\n" << seconds.count() << " s");
  CHECK(seconds.count() < 4);
  return found;
}

}  // namespace

TEST_CASE("Patterns look ahead and behind") {
  check("['use(?! case)']", "use it, use case, use\ncase, use", "1:1 use; 2:7 use");
  check("['(?<!in )order(?= to)']", "order to, in order to, in\norder to, order", "1:1 order");
  check("['(?<=very )\\w+']", "very big, very\nsmall **very** small", "1:6 big; 2:1 small");
  check("['(?!the)\\w+ly']", "family really thely", "1:1 family; 1:8 really");
  check("['a(?=(?:b|[)(])c)']", "abc a(c ac", "1:5 a");
  check("['a(?=(?:b|[)(])c)']\nnonword: true", "abc a(c ac", "1:1 a; 1:5 a");
  check("['caf\\x{e9}(?! bar)']", "caf\u00E9 bar, caf\u00E9", "1:11 caf\u00E9");
  check("['(?<!x)\\(']\nnonword: true", "x( y(", "1:5 (");
  check("['\\Q(?=\\E']\nnonword: true", "a (?= b", "1:3 (?=");
}

TEST_CASE("A look-around sees no further than what is no words") {
  check("['use(?! case)']", "use `x` case", "1:1 use");
  check("['use(?= case)']", "use `x` case, use case", "1:15 use");
  check("['(?<!`)x']", "{{< x >}} x \xFF x", "1:11 x; 1:15 x");
}

TEST_CASE("A letter case and a rule's other keys hold for patterns that look around") {
  check("['use(?! case)']\nignorecase: true", "Use it, USE CASE", "1:1 Use");
  check("['(?=re)re']", "are re", "1:5 re");
  check("['\\w+(?=ly)']\nexceptions: [only]", "only", "");
}

TEST_CASE("A pattern that takes too many steps is told, and given up on the page") {
  const std::string text = repeated("a", 40'000) + "! b c ab ac";
  for (const std::string pattern : {"(?:a+)+(?=b)", "(?:a|aa)+(?![a!])", "(?:a*)*(?=c)"}) {
    CHECK(found_soon("check: existence\nnonword: true\ntokens: ['" + pattern + "']", text) ==
          "1:1 The pattern `" + pattern +
              "` takes too many steps here, so the rule was given up on this page.");
  }
}

TEST_CASE("Where RE2 sees no match without the look-arounds, nothing is tried") {
  const std::string text = repeated("a", 40'000) + "! b c ab ac";
  for (const auto& [pattern, expected] :
       std::vector<std::pair<std::string, std::string>>{{"(?=a)(?:a+)+b", "1:40007 ab"},
                                                        {"(?:a|aa)+(?!a)b", "1:40007 ab"},
                                                        {"(?<!b)(?:a*)*c", "1:40005 c; 1:40010 ac"}}) {
    CHECK(found_soon("check: existence\nnonword: true\ntokens: ['" + pattern + "']", text) == expected);
  }
}

TEST_CASE("Many matches and many texts that look around take linear time") {
  CHECK(lint_with("check: existence\ntokens: ['the(?! end)']", repeated("the ", 40'000)).size() == 40'000);
  found_soon("check: existence\ntokens: ['the(?! end)']", repeated("the ", 40'000));
  found_soon("check: existence\ntokens: ['the(?! end)']", repeated("the\n\n", 40'000));
  found_soon("check: existence\ntokens: ['the(?! end)']", repeated("`x` the ", 40'000));
  found_soon("check: existence\ntokens: ['\\w+(?!.*end)']", repeated("the ", 40'000));
  found_soon("check: existence\nnonword: true\ntokens: ['(?<=a)a']", repeated("a", 40'000));
}
