#include "markdown/attributes.h"

#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Attributes are read as goldmark reads them") {
  struct Row {
    std::string_view text;
    std::string expected;  // the id and where the list ends; "no" where it is none
  };
  const Row rows[] = {
      {"{#id}", "id 5"},
      {"{#id .c}", "id 8"},
      {"{.c, #id}", "id 9"},
      {"{ #id }", "id 7"},
      {"{#a #b} x", "b 7"},
      {"{id=key}", "key 8"},
      {"{id = \"a \\\" b\"}", "a \" b 15"},
      {"{n=1.5 l=[1, \"]\"] m={a=1} #id}", "id 30"},
      {"{#}", " 3"},
      {"{}", "- 2"},
      {"{.c}", "- 4"},
      {"{id=1}", "- 6"},
      {"{key}", "no"},
      {"{id='x'}", "no"},
      {"{#id", "no"},
      {"{#id,,.c}", "no"},
      {"{#id!}", "no"},
      {"{{#id}}", "no"},
      {"{%x%}", "no"},
      {"{", "no"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const auto found = read_attributes(row.text, 0);
    CHECK((found ? found->id.value_or("-") + " " + std::to_string(found->end) : "no") == row.expected);
  }
}
