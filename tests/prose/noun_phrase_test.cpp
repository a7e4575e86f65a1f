#include "prose/noun_phrase.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

/// The last word of the phrase that the text begins with where it is certainly singular, else "".
std::string check(const std::string& text, bool no_verb = true) {
  const Dialect dialect;
  const Document document("a.md", text + "\n", dialect);
  const Prose prose(document);
  const SentenceView words(prose.words());
  const NounPhrase phrase = read_noun_phrase(words, 0, Lexicon(), no_verb);
  return phrase.number == PhraseNumber::singular ? std::string(words[phrase.last].text) : "";
}

}  // namespace

TEST_CASE("A noun phrase is singular where its end and its noun are certain", "[lexicon]") {
  CHECK(check("linux system deployment technology.") == "technology");
  CHECK(check("most important *thing* to know") == "thing");
  CHECK(check("customer wants a refund") == "customer");
  CHECK(check("server running on a node") == "server");
  CHECK(check("company's policy, and more") == "policy");
  CHECK(check("label.") == "label");
  CHECK(check("label.", false).empty());
  CHECK(check("reviewer.", false) == "reviewer");
}

TEST_CASE("Plurals, mass nouns, lists and open ends are unknown", "[lexicon]") {
  for (const std::string text :
       {"servers.", "customer reported issues were fixed", "software.", "product and design managers",
        "manager/director levels", "best in town", "`name` values", "six.", "H1 tags", "people.", "data.",
        "file(s).", "red, green or blue lights", "more senior will", "Kubernetes.", "API.", ""}) {
    INFO(text);
    CHECK(check(text).empty());
  }
}
