#include "prose/language_tag.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Language tags are told from other words", "[prose]") {
  for (const char* tag : {"en", "de", "pt-BR", "zh_Hans", "EN-gb", "no"}) {
    INFO(tag);
    CHECK(is_language_tag(tag));
  }
  for (const char* text : {"", "e", "go", "english", "Python", "js", "de ", "x-de"}) {
    INFO(text);
    CHECK_FALSE(is_language_tag(text));
  }
}

TEST_CASE("What is declared not English is told from what may be", "[prose]") {
  for (const char* tag : {"", "en", "en-US", "EN", "go", "Rust"}) {
    INFO(tag);
    CHECK(may_be_english(tag));
  }
  for (const char* tag : {"de", "fr-CA", "zh_Hans"}) {
    INFO(tag);
    CHECK_FALSE(may_be_english(tag));
  }
}
