// What a page's words say of its language must not change when somebody mends one of them.

#include "prose/language.h"

#include <catch2/catch.hpp>

#include "markdown/document.h"
#include "prose/prose.h"

using namespace rubric;

namespace {

LanguageCount count(const std::string& text) {
  const Document document("a.md", text, Dialect());
  const Prose prose(document);
  return count_language(prose.words());
}

void check_same(const std::string& before, const std::string& after) {
  INFO(before << " | " << after);
  const LanguageCount left = count(before), right = count(after);
  CHECK(left.words == right.words);
  CHECK(left.english == right.english);
  CHECK(left.foreign == right.foreign);
}

}  // namespace

TEST_CASE("Mending an article or a doubled word changes nothing that is known of the language", "[prose]") {
  check_same("She owns an plan.", "She owns a plan.");
  check_same("An plan is here.", "A plan is here.");
  check_same("It is the the end.", "It is the end.");
  check_same("The the end of of it.", "The end of it.");
  check_same("Der der Plan.", "Der Plan.");
}
