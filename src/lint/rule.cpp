// How it works: what `.rubric.yaml` set wins over the page's standard values; an option that the page does
// not declare is a mistake of ours.

#include "lint/rule.h"

#include <algorithm>
#include <cassert>

namespace rubric {

std::span<const std::string> ActiveRule::option(std::string_view name) const {
  const auto set = options.find(name);
  if (set != options.end()) return set->second;
  const auto declared = std::find_if(info->options.begin(), info->options.end(),
                                     [&](const Option& option) { return option.name == name; });
  assert(declared != info->options.end() && "the rule's page declares no such option");
  if (declared == info->options.end()) return {};
  return declared->standard;
}

}  // namespace rubric
