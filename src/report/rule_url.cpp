// How it works: RUBRIC_RULE_URL comes from the build (see CMakeLists.txt) and is empty where nobody publishes
// the rules' pages, because an address that leads nowhere is worse than none.

#include "report/report.h"

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
  return rule_url(RUBRIC_RULE_URL, rule);
}

}  // namespace rubric
