// How it works: a string is what stands before, between and after the page's folder and the parameter;
// strings are joined part by part, and all alternatives of one with all of the next. What does not fit
// becomes `unknown` where the parameter is in it.

#include "site/symbolic_value.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace rubric::symbolic {
namespace {

// More ways to write one path than any template has.
constexpr size_t most_alternatives = 8;

std::optional<Text> joined(const Text& left, const Text& right) {
  Text text = left;
  if (right.constant()) {
    (left.parameter() ? text.after : left.folder ? text.between : text.before) += right.before;
    return text;
  }
  if (left.constant()) {
    text = right;
    text.before = left.before + right.before;
    return text;
  }
  if (left.parameter() || right.folder) return std::nullopt;
  text.between += right.before;
  text.key = right.key;
  text.after = right.after;
  return text;
}

}  // namespace

Value constant(std::string_view text) {
  Value value{Value::Is::text, {}};
  value.texts.emplace_back();
  value.texts.back().before = text;
  return value;
}

Value just(Value::Is is) {
  Value value;
  value.is = is;
  return value;
}

Value mixed(std::span<const Value> values) {
  Value::Is is = Value::Is::other;
  for (const Value& value : values) {
    if (value.is == Value::Is::unknown || value.is == Value::Is::file || value.has_parameter())
      return just(Value::Is::unknown);
    if (value.is == Value::Is::output || value.is == Value::Is::opaque) is = Value::Is::opaque;
  }
  return just(is);
}

Value joined(std::span<const Value> values, std::string_view between) {
  Value result = constant("");
  for (size_t index = 0; index < values.size(); ++index) {
    if (values[index].is != Value::Is::text) return mixed(values);
    Value next{Value::Is::text, {}};
    for (Text left : result.texts) {
      if (index > 0) left = joined(left, constant(between).texts.front()).value_or(left);
      for (const Text& right : values[index].texts) {
        const std::optional<Text> text = joined(left, right);
        if (!text || next.texts.size() == most_alternatives) return mixed(values);
        next.texts.push_back(*text);
      }
    }
    result = std::move(next);
  }
  return result;
}

Value either(const Value& left, const Value& right) {
  if (left == right) return left;
  const auto empty = [](const Value& value) { return value == constant(""); };
  if (empty(left)) return right;
  if (empty(right)) return left;
  const Value both[] = {left, right};
  if (left.is != Value::Is::text || right.is != Value::Is::text) return mixed(both);
  Value value = left;
  for (const Text& text : right.texts) {
    if (std::find(value.texts.begin(), value.texts.end(), text) == value.texts.end())
      value.texts.push_back(text);
  }
  return value.texts.size() > most_alternatives ? mixed(both) : value;
}

Value formatted(std::span<const Value> values) {
  const bool plain = !values.empty() && values[0].is == Value::Is::text && values[0].texts.size() == 1 &&
                     values[0].texts[0].constant();
  if (!plain) return mixed(values);
  std::vector<Value> parts;
  std::string_view format = values[0].texts[0].before;
  for (size_t index = 1;; ++index) {
    const size_t percent = format.find('%');
    parts.push_back(constant(format.substr(0, percent)));
    if (percent == format.npos) return index == values.size() ? joined(parts, "") : mixed(values);
    const char verb = percent + 1 < format.size() ? format[percent + 1] : '%';
    if ((verb != 's' && verb != 'v') || index >= values.size()) return mixed(values);
    parts.push_back(values[index]);
    format.remove_prefix(percent + 2);
  }
}

}  // namespace rubric::symbolic
