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
  CHECK(word_key("the neighbours\xE2\x80\x99 caf\xC3\xA9") == word_key("the neighbours' caf\xC3\xA9"));
  CHECK(word_key("\xE2\x80\x99") == word_key("'"));
  CHECK(word_key("then") != word_key("than"));
  CHECK(word_key("") == word_key(""));
}

TEST_CASE("A word has one key, whoever works it out and whatever follows it", "[prose]") {
  const std::string text = "an-extraordinary-undertaking and more";
  for (size_t size = 0; size <= 28; ++size) {
    const std::string word = text.substr(0, size);
    CHECK(word_key(word) == word_key(word, pack_word(text, size)));
    CHECK(word_key(word) == word_key(word, pack_word(word, size)));
  }
  constexpr uint32_t by_compiler = word_key("undertaking");
  constexpr uint32_t wide_by_compiler = word_key("isn\xE2\x80\x99t");
  CHECK(by_compiler == word_key(std::string("undertaking")));
  CHECK(wide_by_compiler == word_key(std::string("isn't")));
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
