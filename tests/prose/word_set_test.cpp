#include "prose/word_set.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("A word set holds its words in any letter case and nothing else", "[prose]") {
  static constexpr WordSet words("a an it's responsibilities (n) –");
  for (const std::string_view member : {"a", "An", "IT'S", "Responsibilities", "(n)", "–"}) {
    INFO(member);
    CHECK(words.holds(member));
  }
  for (const std::string_view other : {"", " ", "its", "it’s", "responsibility", "a an", "n"}) {
    INFO(other);
    CHECK_FALSE(words.holds(other));
  }
  CHECK(words.holds_exactly("an"));
  CHECK_FALSE(words.holds_exactly("An"));
  CHECK_FALSE(words.holds_exactly(""));
}

TEST_CASE("A word set is asked of the words of a page", "[prose]") {
  static constexpr WordSet words("the . example.org");
  const Document document("page.md", "See THE example.org.\n", Dialect());
  const Prose prose(document);
  REQUIRE(prose.words().size() == 4);
  CHECK_FALSE(words.holds(prose.words()[0]));
  CHECK(words.holds(prose.words()[1]));
  CHECK(words.holds(prose.words()[2]));
  CHECK_FALSE(words.holds(prose.words()[3]));  // a mark
  CHECK(words.holds(prose.words()[3].text));
}
