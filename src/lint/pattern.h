#pragma once

#include <memory>
#include <span>
#include <vector>

#include "lint/context.h"
#include "lint/rule.h"

namespace rubric {

/// The patterns of all active pattern rules, compiled into one set per scope. Immutable for its callers and
/// safe to use from many threads.
class PatternScanner {
 public:
  /// The rules, all of a pattern kind, must outlive the scanner; their patterns must be valid, as
  /// load_rule_page makes sure.
  explicit PatternScanner(std::span<const ActiveRule* const> rules);
  ~PatternScanner();

  /// Reports every match on the context's page. Matches of one rule do not overlap: the first, then the
  /// longest, wins.
  void scan(PageContext& context) const;

 private:
  struct ScopePatterns;
  std::vector<std::unique_ptr<ScopePatterns>> scopes_;
};

}  // namespace rubric
