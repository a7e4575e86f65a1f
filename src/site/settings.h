#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "text/ascii.h"

namespace rubric {

/// The scalar behind a dotted path; `otherwise` where there is none or it is empty.
inline std::string text_at(const Value& value, std::string_view path, std::string_view otherwise = "") {
  const Value* found = value.at(path);
  return found && !found->scalar.empty() ? found->scalar : std::string(otherwise);
}

/// The truth value behind a dotted path.
inline bool truth_at(const Value& value, std::string_view path, bool otherwise = false) {
  const Value* found = value.at(path);
  return found && found->kind != Value::Kind::null ? found->truth() : otherwise;
}

/// The strings behind a dotted path, in lower case.
inline std::vector<std::string> lower_case_strings(const Value& value, std::string_view path) {
  const Value* found = value.at(path);
  std::vector<std::string> strings = found ? found->strings() : std::vector<std::string>();
  for (std::string& text : strings) text = lower_case(text);
  return strings;
}

}  // namespace rubric
