#pragma once

#include <span>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/rule.h"
#include "site/page.h"

namespace rubric {

/// One of the things that a suppression names, and what came of it.
struct SuppressionUse {
  const Suppression* suppression = nullptr;  ///< of the page
  const SuppressedName* name = nullptr;      ///< null where it names none, which means all
  bool used = false;    ///< a finding was taken out by it, or an `enable` ended something
  bool judged = false;  ///< what it is for was looked for in this run; else its being unused proves nothing
};

/// Moves the findings of a page that its suppressions cover out of `findings`, which are in their order, to
/// the end of `taken`, and says what each suppression was good for. Names are ids, aliases, groups and `all`;
/// other linters' comments count for the rules that carry their names as aliases. What is said of
/// suppressions themselves is taken out only where it is named. `rules` are those of the run; `narrowed` says
/// that the command line chose them, so that others may be what a suppression of all rules is for. Linear in
/// findings and suppressions, times the rules at most.
std::vector<SuppressionUse> apply_suppressions(const Page& page, std::span<const ActiveRule> rules,
                                               bool narrowed, std::vector<Diagnostic>& findings,
                                               std::vector<Diagnostic>& taken);

/// Whether that is an id, an alias or a group of the rule, or `all`.
bool is_named(const RuleInfo& rule, std::string_view name);

}  // namespace rubric
