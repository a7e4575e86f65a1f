#include "site/parameter_names.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

std::string names_of(const ParameterNames& names) {
  std::string list;
  for (const std::string& name : names.names()) list += name + " ";
  return list;
}

std::string names_in(std::string_view yaml) {
  ParameterNames names;
  names.add(parse_value(yaml, ValueFormat::yaml).root);
  return names_of(names);
}

std::string cascaded_in(std::string_view yaml) {
  ParameterNames names;
  names.add_cascade(parse_value(yaml, ValueFormat::yaml).root);
  return names_of(names);
}

}  // namespace

TEST_CASE("Names of parameters are the keys of a mapping at any depth, in lower case") {
  CHECK(names_in("Edition: 2") == "edition ");
  CHECK(names_in("a: {B: {c: 1}}") == "a a.b a.b.c ");
  CHECK(names_in("a.b: 1") == "a.b ");
  CHECK(names_in("a: [{b: 1}]") == "a ");
  CHECK(names_in("a") == "");
}

TEST_CASE("A cascade sets its own keys, those of its params, and those of each entry of a list") {
  CHECK(cascaded_in("{a: 1, params: {b: 2}}") == "a b params params.b ");
  CHECK(cascaded_in("[{a: 1, target: {path: /x}}, {b: 2}]") == "a b target target.path ");
}
