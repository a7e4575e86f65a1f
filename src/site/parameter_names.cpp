// How it works: Hugo first looks for a key that is the whole name, dots and all, and then for the path of
// keys (common/maps/params.go): both are the same text here. Depth is bounded by the parsers.

#include "site/parameter_names.h"

#include "text/ascii.h"

namespace rubric {

namespace {

void add_below(const Value& mapping, const std::string& prefix, std::set<std::string, std::less<>>& names) {
  for (const Member& member : mapping.members) {
    const std::string name = prefix + lower_case(member.key);
    names.insert(name);
    add_below(member.value, name + ".", names);
  }
}

}  // namespace

void ParameterNames::add(const Value& mapping) {
  add_below(mapping, "", names_);
}

void ParameterNames::add_cascade(const Value& cascade) {
  add(cascade);
  if (const Value* own = cascade.find("params")) add(*own);
  for (const Value& item : cascade.items) {
    add(item);
    if (const Value* own = item.find("params")) add(*own);
  }
}

bool ParameterNames::contains(std::string_view name) const {
  return names_.contains(lower_case(name));
}

}  // namespace rubric
