// How it works: RUBRIC_RULE_URL comes from the build (see CMakeLists.txt) and is empty where nobody publishes
// the rules' pages, because an address that leads nowhere is worse than none. A project's own rules have
// none.

#include <algorithm>

#include "report/report.h"
#include "rules/rules.h"

#ifndef RUBRIC_RULE_URL
#define RUBRIC_RULE_URL ""
#endif

namespace rubric {

std::string rule_url(std::string_view pattern, std::string_view rule) {
  if (pattern.empty()) return "";
  constexpr std::string_view placeholder = "{rule}";
  std::string url(pattern);
  const size_t at = url.find(placeholder);
  return at == std::string::npos ? url.append(rule) : url.replace(at, placeholder.size(), rule);
}

std::string rule_url(std::string_view rule) {
  const std::span<const RuleInfo> rules = built_in_rules();
  const bool is_built_in =
      std::any_of(rules.begin(), rules.end(), [&](const RuleInfo& info) { return info.id == rule; });
  return is_built_in ? rule_url(RUBRIC_RULE_URL, rule) : "";
}

}  // namespace rubric
