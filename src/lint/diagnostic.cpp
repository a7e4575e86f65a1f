// How it works: findings are ordered by what a reader sees first, so reports are the same at any number of
// threads.

#include "lint/diagnostic.h"

#include <tuple>

namespace rubric {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

bool operator<(const Diagnostic& left, const Diagnostic& right) {
  return std::tie(left.path, left.range.span, left.rule, left.message) <
         std::tie(right.path, right.range.span, right.rule, right.message);
}

}  // namespace rubric
