#include "prose/sentence_view.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("A sentence is asked by index, beyond its ends too", "[prose]") {
  const Document document("page.md", "The `id` of 3 Users.\n", Dialect());
  const Prose prose(document);
  const SentenceView words(prose.words(prose.sentences()[0]));
  REQUIRE(words.size() == 6);
  CHECK(words.is(0, "the"));
  CHECK(words.classes(0) == determiner);
  CHECK(words.is_opaque(1));
  CHECK(words.classes(1) == no_function_word);
  CHECK(words.is_number(3));
  CHECK(words.is(4, "users"));
  CHECK_FALSE(words.is(4, "user"));
  CHECK(words.is_mark(5, "."));
  CHECK_FALSE(words.is_mark(5, ","));
  CHECK_FALSE(words.is_word(5));

  for (const size_t beyond : {size_t{6}, size_t{0} - 1}) {
    CHECK_FALSE(words.has(beyond));
    CHECK_FALSE(words.is_word(beyond));
    CHECK(words[beyond].text.empty());
    CHECK(words.classes(beyond) == no_function_word);
  }
}
