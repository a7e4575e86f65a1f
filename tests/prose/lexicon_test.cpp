#include "prose/lexicon.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("A project's words say their article, alone and in compounds", "[lexicon]") {
  const Lexicon lexicon({{"SCIM", Article::an, no_form, false}, {"yotta", Article::either, no_form, false}});
  for (const std::string token : {"SCIM", "scim", "SCIM-based", "SCIMs", "SCIM's", "SCIM/LDAP"}) {
    INFO(token);
    CHECK(lexicon.article_for(token) == Article::an);
  }
  CHECK(lexicon.article_for("Yotta") == Article::either);
  CHECK(lexicon.article_for("SCIMMER") == Lexicon().article_for("SCIMMER"));
  CHECK(lexicon.article_for("engineer") == Article::an);
  CHECK(Lexicon().article_for("SCIM") == article_for("SCIM"));
}

TEST_CASE("A project's words have the parts of speech that it gives them", "[lexicon]") {
  const Lexicon lexicon(
      {{"swag", {}, singular_noun, true}, {"OKR", {}, singular_noun, false}, {"Zed", {}, no_form, false}});
  CHECK(lexicon.parts_of_speech("OKR").plural_in_use);
  CHECK(lexicon.parts_of_speech("OKRs").forms == plural_noun);
  CHECK_FALSE(lexicon.parts_of_speech("swag").plural_in_use);
  CHECK_FALSE(lexicon.parts_of_speech("Zed").is_known());
  CHECK_FALSE(Lexicon().parts_of_speech("OKR").is_known());
}
