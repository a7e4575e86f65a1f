// How it works: RUBRIC_RULE_URL comes from the build (see CMakeLists.txt) and is empty where nobody publishes
// the rules' pages, because an address that leads nowhere is worse than none.

#include "report/report.h"

#ifndef RUBRIC_RULE_URL
#define RUBRIC_RULE_URL ""
#endif

namespace rubric {

std::string rule_url(std::string_view rule) {
  constexpr std::string_view prefix = RUBRIC_RULE_URL;
  return prefix.empty() ? "" : std::string(prefix) + std::string(rule);
}

}  // namespace rubric
