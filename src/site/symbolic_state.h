#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "site/symbolic_value.h"

namespace rubric::symbolic {

struct Variable {
  std::string name;
  Value value;
};

/// What is known at one place of the template.
struct State {
  std::vector<Variable> variables;  ///< the innermost of a name is the last
  std::vector<Variable> scratch;    ///< values of .Scratch, which outlive the block they are set in
  int prints = 0;                   ///< how often the file was printed so far
  bool conflict = false;            ///< or it may have been printed in several ways
  IncludeOutput output = IncludeOutput::unknown;
  bool escaped = false;

  /// The variable that a name means; null when there is none.
  Variable* find(std::string_view name);
  /// The value of that name in the scratch, made when it is new.
  Value& scratch_value(std::string_view name);
  /// Notes that the template prints the value, of which something of the file may come out.
  void print(const Value& value);
};

/// What is known after one of two branches ran. `certain` says that it is `left` whenever the file exists.
State merged(const State& left, const State& right, bool certain);

}  // namespace rubric::symbolic
