#include "prose/word_key.h"

#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "prose/lexicon_tables.h"

using namespace rubric;

TEST_CASE("A word's key knows no letter case and one apostrophe", "[prose]") {
  CHECK(word_key("It's") == word_key("it\xE2\x80\x99s"));
  CHECK(word_key("COULDN'T") == word_key("couldn\xE2\x80\x99t"));
  CHECK(word_key("Responsibility") == word_key("responsibility"));
  CHECK(word_key("Caf\xC3\xA9") == word_key("caf\xC3\xA9"));
  CHECK(word_key("its") != word_key("it's"));
  CHECK(word_key("then") != word_key("than"));
  CHECK(word_key("") == word_key(""));
}

TEST_CASE("A word filter holds what was added and hardly anything else", "[prose]") {
  WordFilter filter;
  std::set<std::string> added;
  size_t mistaken = 0;
  size_t others = 0;
  for (size_t i = 0; i < spoken_initialism_count; ++i) {
    const std::string word(spoken_initialisms[i].letters);
    if (i % 4 == 0) added.insert(word), filter.add(word);
  }
  for (const std::string& word : added) CHECK(filter.may_hold(word_key(word)));
  for (size_t i = 0; i < spoken_initialism_count; ++i) {
    const std::string word(spoken_initialisms[i].letters);
    if (added.count(word) != 0) continue;
    ++others;
    mistaken += filter.may_hold(word_key(word));
  }
  CHECK(others > 100);
  CHECK(mistaken * 20 < others);
}
