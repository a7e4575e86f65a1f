#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"

namespace rubric::symbolic {

/// A string: `before`, the page's folder, `between`, the parameter, `after`.
struct Text {
  std::string before, between, key, after;  ///< `key` names the parameter
  bool folder = false;

  bool parameter() const { return !key.empty(); }
  bool constant() const { return !folder && !parameter(); }
  friend bool operator==(const Text&, const Text&) = default;
};

/// What a template computes, as far as it is known before the template runs: which values hold the call's
/// parameter or the text of the file that it names.
struct Value {
  enum class Is : uint8_t {
    other,      ///< nothing to do with the parameter or its file
    silent,     ///< printed as nothing
    shortcode,  ///< the dot of a shortcode template
    page,       ///< the page that holds the call
    site,
    text,     ///< one of `texts`
    found,    ///< true when the file exists
    file,     ///< what a lookup gave, of kind `from`
    output,   ///< text of the file, of form `output`
    opaque,   ///< made of the file's text
    unknown,  ///< made of the parameter
  };
  Is is = Is::other;
  std::vector<Text> texts;
  IncludeFrom from = IncludeFrom::assets;
  IncludeOutput output = IncludeOutput::unknown;
  bool safe = false;  ///< marked by safeHTML

  bool has_parameter() const {
    return is == Is::text &&
           std::any_of(texts.begin(), texts.end(), [](const Text& text) { return text.parameter(); });
  }
  friend bool operator==(const Value&, const Value&) = default;
};

Value constant(std::string_view text);

/// A value of a kind that needs no more said.
Value just(Value::Is is);

/// What a function that is not modelled makes of its arguments.
Value mixed(std::span<const Value> values);

/// The strings in a row, with `between` between each two.
Value joined(std::span<const Value> values, std::string_view between);

/// A value that is one or the other. An empty string is what a variable is declared with.
Value either(const Value& left, const Value& right);

/// `printf` with %s and %v alone.
Value formatted(std::span<const Value> values);

}  // namespace rubric::symbolic
