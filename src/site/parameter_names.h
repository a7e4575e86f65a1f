#pragma once

#include <set>
#include <string>
#include <string_view>

#include "markdown/value.h"

namespace rubric {

/// The names of parameters as Hugo's `.Param` takes them: in lower case, those of nested mappings with dots.
class ParameterNames {
 public:
  /// Adds all keys of a mapping, at any depth: `a` and `a.b` of `a: {b: 1}`. Other values add nothing.
  void add(const Value& mapping);

  /// Adds what `cascade` sets: of one mapping or of each in a list, its keys and those of its `params`.
  void add_cascade(const Value& cascade);

  /// Whether there is a parameter of that name, in any letter case.
  bool contains(std::string_view name) const;

  const std::set<std::string, std::less<>>& names() const { return names_; }

 private:
  std::set<std::string, std::less<>> names_;
};

}  // namespace rubric
