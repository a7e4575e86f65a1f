#pragma once

#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "lint/rule_page.h"

namespace rubric {

/// The kinds of check that a rule page may name.
Check check_of(const RulePage& page, const Member& member);

/// Throws UserError for a key of Vale's that rubric does not have, with what to write instead.
void refuse_other_keys(const RulePage& page, const Value& root);

/// The keys that only pattern rules have; each is read into RuleInfo::pattern.
std::span<const Key<RuleInfo>> pattern_keys();

/// Throws UserError for a pattern key that the rule's kind of check does not have, for one that it lacks, and
/// for a placeholder of the message that it does not fill. `root` is the page, read into `info`.
void judge_pattern_keys(const RulePage& page, const Value& root, const RuleInfo& info);

}  // namespace rubric
