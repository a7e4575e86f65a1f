// How it works: a branch is a copy of the state before it; where branches meet, each name has the values of
// both, and the file is printed in one way only if all branches that print it agree.

#include "site/symbolic_state.h"

#include <algorithm>

namespace rubric::symbolic {

Variable* State::find(std::string_view name) {
  const auto found = std::find_if(variables.rbegin(), variables.rend(),
                                  [&](const Variable& variable) { return variable.name == name; });
  return found == variables.rend() ? nullptr : &*found;
}

Value& State::scratch_value(std::string_view name) {
  const auto found = std::find_if(scratch.begin(), scratch.end(),
                                  [&](const Variable& variable) { return variable.name == name; });
  if (found != scratch.end()) return found->value;
  scratch.push_back({std::string(name), constant("")});
  return scratch.back().value;
}

void State::print(const Value& value) {
  if (value.is == Value::Is::output) {
    conflict |= ++prints > 1;
    output = value.output;
    escaped = value.output == IncludeOutput::raw && !value.safe;
  } else if (value.is == Value::Is::opaque || value.is == Value::Is::file) {
    conflict = true;
  }
}

State merged(const State& left, const State& right, bool certain) {
  State state = left;
  for (size_t index = 0; index < state.variables.size() && index < right.variables.size(); ++index)
    state.variables[index].value = either(left.variables[index].value, right.variables[index].value);
  for (const Variable& variable : right.scratch) {
    Value& value = state.scratch_value(variable.name);
    value = either(value, variable.value);
  }
  state.conflict |= right.conflict;
  if (left.prints == right.prints)
    state.conflict |= left.prints > 0 && left.output != right.output;
  else
    state.conflict |= !certain || left.prints < right.prints;
  state.escaped |= right.escaped;
  state.prints = std::max(left.prints, right.prints);
  return state;
}

}  // namespace rubric::symbolic
