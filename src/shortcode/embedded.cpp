// How it works: values are typed by the patterns of Hugo's parser/pageparser/item.go.

#include "shortcode/embedded.h"

#include <algorithm>
#include <string_view>

namespace rubric {

bool is_embedded(const Shortcode& call, const Dialect& dialect) {
  const ShortcodeTemplate* shortcode = dialect.find(call.name);
  return shortcode != nullptr && shortcode->path.empty();
}

bool is_typed(const Parameter& parameter) {
  if (parameter.span.end != parameter.value_span.end) return false;
  const std::string_view value = parameter.value;
  return value == "true" || value == "false" || std::all_of(value.begin(), value.end(), [](char byte) {
           return (byte >= '0' && byte <= '9') || byte == '.' || byte == '-' || byte == '+';
         });
}

}  // namespace rubric
