#include "prose/inflection.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Verbs and nouns are inflected by spelling", "[lexicon]") {
  CHECK(third_person_of("Act") == "Acts");
  CHECK(third_person_of("pass") == "passes");
  CHECK(third_person_of("identify") == "identifies");
  CHECK(third_person_of("deploy") == "deploys");
  CHECK(third_person_of("go") == "goes");
  CHECK(base_of_third_person("Ensures") == "Ensure");
  CHECK(base_of_third_person("closes") == "close");
  CHECK(base_of_third_person("passes") == "pass");
  CHECK(base_of_third_person("identifies") == "identify");
  CHECK(base_of_third_person("zzzs").empty());
  CHECK(base_of_third_person("s").empty());
  CHECK(plural_of("technology") == "technologies");
  CHECK(plural_of("Child") == "Children");
  CHECK(plural_of("analysis") == "analyses");
  CHECK(plural_of("fix") == "fixes");
  CHECK(plural_of("key") == "keys");
}
