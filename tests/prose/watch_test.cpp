#include "prose/watch.h"

#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

// The words at the places that a watch finds in a page.
std::string found(const std::string& text, void (*set)(Watch&)) {
  const Document document("page.md", text, Dialect());
  const Prose prose(document);
  Watches watches;
  watches.add().for_marks();  // another rule's, which must not show
  Watch watch = watches.add();
  set(watch);
  const auto places = watches.places_in(prose);
  std::string words;
  for (const WordPlace& place : places[watch.number()]) {
    const Word& word = prose.words(prose.sentences()[place.sentence])[place.index];
    words += (words.empty() ? "" : " ") + std::string(word.text);
  }
  return words;
}

}  // namespace

TEST_CASE("A watch finds the places of what it waits for", "[prose]") {
  const auto words = [](Watch& watch) { watch.for_word("one"), watch.for_word("several"); };
  CHECK(found("One of several. Not all.\n\n- one\n", words) == "One several one");
  CHECK(found("Nothing here.\n", words).empty());
  CHECK(found("", words).empty());
  CHECK(found("A, b. C!\n", [](Watch& watch) { watch.for_marks(); }) == ", . !");
  CHECK(found("GitLab's on-call `a-b` rota\n", [](Watch& watch) { watch.for_compounds(); }) ==
        "GitLab's on-call `a-b`");
  CHECK(found("a  b c\n  d **e** f\n", [](Watch& watch) { watch.for_wide_gaps(); }) == "b d e f");
  CHECK(found("The the end. End it, it , , it\n", [](Watch& watch) { watch.for_repetitions(); }) == "the");
}

TEST_CASE("A watch does not see over the end of a sentence", "[prose]") {
  const auto repetitions = [](Watch& watch) { watch.for_repetitions(); };
  CHECK(found("# Work\n\nWork it\n", repetitions).empty());
  CHECK(found("Tell Bob. Bob knows.\n", repetitions).empty());
}
