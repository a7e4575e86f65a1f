// How it works: each format has a parser of its own (yaml_value.cpp, toml_value.cpp, json_value.cpp) that
// turns the events or tree of a library into Values and works out each node's bytes from the positions that
// the library gives. This file holds what is common: look-up, and making sure that nothing is ever thrown.

#include "markdown/value.h"

#include <exception>

#include "markdown/value_parsers.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace rubric {

namespace {

void shift(Value& value, uint32_t offset) {
  value.span.begin += offset;
  value.span.end += offset;
  for (Value& item : value.items) shift(item, offset);
  for (Member& member : value.members) {
    member.key_span.begin += offset;
    member.key_span.end += offset;
    shift(member.value, offset);
  }
}

ParsedValue parse_unshifted(std::string_view text, ValueFormat format) {
  try {
    switch (format) {
      case ValueFormat::yaml:
        return parse_yaml(text);
      case ValueFormat::toml:
        return parse_toml(text);
      case ValueFormat::json:
        return parse_json(text);
    }
  } catch (const std::exception& problem) {
    ParsedValue failed;
    failed.errors.push_back({problem.what(), {0, 0}});
    return failed;
  }
  return {};
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    if (equal_ignoring_case(member->key, key)) return &member->value;
  }
  return nullptr;
}

const Value* Value::at(std::string_view path) const {
  const Value* value = this;
  while (value) {
    const size_t dot = path.find('.');
    value = value->find(path.substr(0, dot));
    if (dot == std::string_view::npos) return value;
    path.remove_prefix(dot + 1);
  }
  return nullptr;
}

std::vector<std::string> Value::strings() const {
  std::vector<std::string> result;
  if (is_sequence()) {
    for (const Value& item : items) {
      if (!item.is_mapping() && !item.is_sequence()) result.push_back(item.scalar);
    }
  } else if (!is_mapping() && kind != Kind::null) {
    result.push_back(scalar);
  }
  return result;
}

ParsedValue parse_value(std::string_view text, ValueFormat format, uint32_t offset) {
  // A byte-order mark is no part of any of the formats.
  const uint32_t skipped = byte_order_mark_size(text);
  ParsedValue parsed = parse_unshifted(text.substr(skipped), format);
  if (offset + skipped == 0) return parsed;
  shift(parsed.root, offset + skipped);
  for (ValueError& error : parsed.errors) {
    error.span.begin += offset + skipped;
    error.span.end += offset + skipped;
  }
  return parsed;
}

}  // namespace rubric
