// docs/rubric.schema.json, the JSON Schema of `.rubric.yaml`, is made here from what the reader accepts: the
// table of keys and the rules' pages. To rewrite it: UPDATE_EXPECT=1 build/dev/rubric_tests "The JSON
// Schema*"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "lint/user_error.h"
#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/configuration.h"
#include "workspace/configuration_keys.h"

using namespace rubric;

namespace {

using Json = nlohmann::ordered_json;

Json scalar() {
  return {{"type", Json::array({"string", "number", "boolean"})}};
}

Json strings() {
  return {{"anyOf", Json::array({{{"type", "array"}, {"items", scalar()}}, scalar(), {{"type", "null"}}})}};
}

// One of the names, or a list of them.
Json names(std::span<const std::string_view> known) {
  const Json name = {{"enum", known}};
  return {{"anyOf", Json::array({{{"type", "array"}, {"items", name}}, name, {{"type", "null"}}})}};
}

Json mapping(Json properties) {
  return {{"type", Json::array({"object", "null"})},
          {"additionalProperties", false},
          {"properties", std::move(properties)}};
}

Json level() {
  return {{"enum", Json::array({"on", "off", "error", "warning", "info", true, false})}};
}

Json reference(const std::string& place) {
  return {{"$ref", "#/" + place}};
}

Json of_rule(const RuleInfo& rule) {
  const Json a_level = reference("definitions/level");
  Json options = {{"severity", a_level}};
  for (const Option& option : rule.options) {
    options[option.name] = strings();
    options[option.name]["description"] = option.summary;
    options[option.name]["default"] = option.standard;
  }
  Json with_options = mapping(std::move(options));
  with_options["type"] = "object";
  return {{"description", rule.summary},
          {"default", rule.on ? Json(name(rule.severity)) : Json("off")},
          {"anyOf", Json::array({a_level, std::move(with_options)})}};
}

Json of_rules() {
  Json rules = Json::object();
  for (const RuleInfo& rule : built_in_rules()) {
    rules[rule.id] = of_rule(rule);
    for (const std::string& alias : rule.aliases)
      rules[alias] = reference("properties/rules/properties/" + rule.id);
  }
  Json all = mapping(std::move(rules));
  Json own = mapping({{"severity", reference("definitions/level")}});
  own["type"] = "object";
  all["additionalProperties"] = {{"description", "A rule of the project's own, see rule-paths."},
                                 {"anyOf", Json::array({reference("definitions/level"), std::move(own)})}};
  return all;
}

Json properties_in(std::string_view parent);

// A list of words, or a mapping of words to what is to be known of them.
Json of_words(const ConfigurationKey& key) {
  Json word = mapping(properties_in(key.name));
  Json words = {{"type", Json::array({"object", "array", "null"})},
                {"additionalProperties", std::move(word)}};
  words["propertyNames"] = words["items"] = {{"type", "string"}, {"pattern", "^\\S+$"}};
  return words;
}

Json of_key(const ConfigurationKey& key) {
  switch (key.kind) {
    case KeyKind::rules:
      return of_rules();
    case KeyKind::mapping:
      return mapping(properties_in(key.name));
    case KeyKind::strings:
      return strings();
    case KeyKind::release:
      return {{"type", Json::array({"string", "number", "null"})},
              {"pattern", "^v?[0-9]+(\\.[0-9]+){1,2}([+/-].*)?$"}};
    case KeyKind::folder_name:
      return {{"type", Json::array({"string", "number", "boolean", "null"})}, {"pattern", "^[^/]+$"}};
    case KeyKind::language:
      return {{"type", Json::array({"string", "null"})}, {"pattern", "^[A-Za-z]{2}([-_][A-Za-z0-9_-]+)?$"}};
    case KeyKind::file:
      return {{"type", Json::array({"string", "null"})}};
    case KeyKind::plain:
      return {{"enum", Json::array({"plain", nullptr})}};
    case KeyKind::words:
      return of_words(key);
    case KeyKind::article:
      return {{"enum", Json::array({"a", "an", "either", nullptr})}};
    case KeyKind::parts:
      return names(parts_of_speech_names);
  }
  return {};
}

Json properties_in(std::string_view parent) {
  Json properties = Json::object();
  for (const ConfigurationKey& key : configuration_keys()) {
    if (key.parent != parent) continue;
    Json& property = properties[std::string(key.name)] = of_key(key);
    property["description"] = key.summary;
  }
  return properties;
}

std::string schema() {
  Json json = {{"$schema", "http://json-schema.org/draft-07/schema#"},
               {"title", "rubric"},
               {"description", "The configuration of rubric, a documentation linter: .rubric.yaml"}};
  json.update(mapping(properties_in("")));
  json["definitions"]["level"] = level();
  return json.dump(2) + "\n";
}

// What the reader says to a configuration; empty when it is accepted.
std::string complaint(const std::string& yaml) {
  try {
    read_configuration(".rubric.yaml", yaml, built_in_rules());
  } catch (const UserError& error) {
    return error.what();
  }
  return "";
}

// How a complaint lists all that it would accept.
std::string offer(const std::vector<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names)
    list += (list.empty() ? "It can be `" : ", `") + std::string(name) + "`";
  return list + ".";
}

}  // namespace

TEST_CASE("The JSON Schema of the configuration is what the reader accepts", "[rules]") {
  const std::string path = source_folder() + "/docs/rubric.schema.json";
  INFO("UPDATE_EXPECT=1 before it writes " << path << "; review the diff");
  const std::string made = schema();
  if (std::getenv("UPDATE_EXPECT")) std::ofstream(path, std::ios::binary) << made;
  std::ifstream in(path, std::ios::binary);
  CHECK(made == std::string{std::istreambuf_iterator<char>(in), {}});
}

TEST_CASE("The reader accepts every key of the table, and no other") {
  for (const ConfigurationKey& key : configuration_keys()) {
    const std::string line = std::string(key.name) + ": " + std::string(key.example);
    const std::string in_parent = key.parent == "words" ? "GitLab: {" + line + "}" : line;
    const std::string yaml = key.parent.empty() ? line : std::string(key.parent) + ": {" + in_parent + "}";
    INFO(yaml);
    CHECK(complaint(yaml).empty());
    CHECK(complaint(std::string(key.name) + ":").empty() == key.parent.empty());
    CHECK(!key.summary.empty());
    if (key.kind != KeyKind::mapping) continue;  // words: below
    CHECK(complaint(std::string(key.name) + ": {zzzzzzzzzzzz: 1}")
              .ends_with(offer(configuration_keys_in(key.name))));
  }
  CHECK(complaint("words: {x: {zzzzzzzzzzzz: 1}}").ends_with(offer(configuration_keys_in("words"))));
  CHECK(complaint("zzzzzzzzzzzz: 1").ends_with(offer(configuration_keys_in(""))));
}

TEST_CASE("The reader accepts every rule with its levels and options") {
  for (const RuleInfo& rule : built_in_rules()) {
    INFO(rule.id);
    std::vector<std::string_view> options = {"severity"};
    for (const Option& option : rule.options) {
      options.push_back(option.name);
      CHECK(complaint("rules: {" + rule.id + ": {" + option.name + ": [a, b]}}").empty());
    }
    for (const Json& value : level()["enum"]) {
      const std::string word = value.is_string() ? value.get<std::string>() : value.dump();
      CHECK(complaint("rules: {" + rule.id + ": " + word + "}").empty());
      CHECK(complaint("rules: {" + rule.id + ": {severity: " + word + "}}").empty());
    }
    CHECK(complaint("rules: {" + rule.id + ": {zzzzzzzzzzzz: 1}}").ends_with(offer(options)));
  }
}
