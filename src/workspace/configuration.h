#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "prose/lexicon.h"
#include "site/configuration.h"
#include "workspace/own_rules.h"

namespace rubric {

/// What `.rubric.yaml` says of one rule.
struct RuleSetting {
  std::optional<bool> on;
  std::optional<Severity> severity;
  std::map<std::string, std::vector<std::string>, std::less<>> options;
};

/// A project's `.rubric.yaml`.
struct Configuration {
  std::map<std::string, RuleSetting, std::less<>> rules;  ///< by rule id
  std::vector<std::string> exclude;                       ///< what is not linted, in gitignore syntax
  std::string baseline;  ///< file of known findings, from the configuration's folder; empty: none
  SiteOptions site;
  RuleTable rule_table;  ///< the built-in rules and the project's own; null when it has none.
                         ///< read_configuration leaves it to its caller.
  std::string language;  ///< the tag of what pages are written in where Hugo tells no two languages apart
  std::vector<LexiconWord> words;  ///< the project's own, beside the built-in lexicon
};

/// Reads a `.rubric.yaml`. `path` is for messages. Throws UserError with file, line and what to do: for YAML
/// that does not parse, an unknown key, rule or option ("did you mean"), one that stands there twice, a value
/// of the wrong kind. A key with nothing behind it is as if it were not there.
Configuration read_configuration(std::string_view path, std::string_view yaml,
                                 std::span<const RuleInfo> rules);

/// Which rules the command line asks for; each entry is a rule's id or alias, a group, or "all".
struct Selection {
  std::vector<std::string>
      select;  ///< only these run, whatever the configuration turns on or off; empty: not asked
  std::vector<std::string> ignore;  ///< these do not run
};

/// The rules that a configuration knows: the built-in ones, and the project's own.
std::span<const RuleInfo> known_rules(const Configuration& configuration);

/// The rules of a run: the pages with what the configuration and the command line make of them.
/// Throws UserError for a name that is no rule.
std::vector<ActiveRule> activate(std::span<const RuleInfo> rules, const Configuration& configuration,
                                 const Selection& selection);

/// The rule of that id or alias, or null.
const RuleInfo* find_rule(std::span<const RuleInfo> rules, std::string_view name);

/// What to say of a name that is no rule, as a sentence after a space: the nearest rule's id, the rules of
/// the group of that name, or where all rules are listed.
std::string suggest_rule(std::span<const RuleInfo> rules, std::string_view name);

}  // namespace rubric
