#include "lint/word_borders.h"

#include <random>

#include <catch2/catch.hpp>
#include <re2/re2.h>

#include "lint/expression.h"

using namespace rubric;

namespace {

std::string borders_of(std::string_view pattern) {
  const WordBorders borders = word_borders(elements_of(pattern));
  return std::string(borders.begins_in_word ? "[" : "-") + (borders.ends_in_word ? "]" : "-");
}

}  // namespace

TEST_CASE("The borders of a pattern are those of all that it matches", "[patterns]") {
  const auto [pattern, borders] = GENERATE(table<const char*, const char*>({
      {"in order to", "[]"},
      {"e\\.g\\.", "[-"},
      {"!+", "--"},
      {"", "--"},
      {"advisers?", "[]"},
      {"s?", "--"},
      {"\\(?x", "-]"},
      {"x!?", "[-"},
      {"a|b", "[]"},
      {"a|", "--"},
      {"a|!", "--"},
      {"a!|b", "[-"},
      {"(?:The|A) page", "[]"},
      {"(x|[.])y", "-]"},
      {"(?:(?:))", "--"},
      {"^here$", "[]"},
      {"\\bone\\s+two\\b", "[]"},
      {"[A-Z]{3,5}", "[]"},
      {"[A-Z]{0,5}x", "--"},
      {"a{b}", "--"},
      {"[^a]b", "-]"},
      {"[a-]b[A-z]", "--"},
      {"\\w+ \\d*", "[-"},
      {"\\pL", "--"},
      {"(?P<name>a)", "--"},
      {"(?i)a", "--"},
      {"a(?", "--"},
      {"(a", "--"},
      {"a)", "--"},
      {"K\xC3\xA4se", "[]"},
      {"caf\xC3\xA9", "[-"},
  }));
  CAPTURE(pattern);
  CHECK(borders_of(pattern) == borders);
}

TEST_CASE("No match of a pattern begins or ends otherwise than its borders say", "[patterns]") {
  static const char* const parts[] = {"a", "b", "!", "[ab]", "[a!]", "(?:", "(",   ")",   "|", "?",
                                      "*", "+", "^", "$",    "\\b",  "\\w", "\\W", "{2}", " ", "\\."};
  std::mt19937 random(7);
  size_t judged = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string pattern;
    for (size_t left = 1 + random() % 7; left > 0; --left) pattern += parts[random() % std::size(parts)];
    const RE2 expression("(" + pattern + ")", RE2::Quiet);
    if (!expression.ok()) continue;
    const WordBorders borders = word_borders(elements_of(pattern));
    if (!borders.begins_in_word && !borders.ends_in_word) continue;
    ++judged;
    for (const char* const text : {"ab", "!a!", "a b", " !", "b.a", "aab!", "!", ""}) {
      re2::StringPiece found;
      if (!RE2::PartialMatch(text, expression, &found)) continue;
      CAPTURE(pattern, text, std::string(found));
      REQUIRE_FALSE(found.empty());
      if (borders.begins_in_word) CHECK(std::isalnum(static_cast<unsigned char>(*found.begin())));
      if (borders.ends_in_word) CHECK(std::isalnum(static_cast<unsigned char>(found[found.size() - 1])));
    }
  }
  CHECK(judged > 1'000);
}
