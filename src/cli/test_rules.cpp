// How it works: the pages are loaded as `check` would load them, and each example runs in a site of its own
// in memory.

#include <filesystem>
#include <iostream>

#include "cli/command.h"
#include "lint/user_error.h"
#include "report/terminal.h"
#include "rules/rules.h"
#include "workspace/opening.h"
#include "workspace/rule_example.h"

namespace rubric {

namespace {

// The built-in rules with those of a folder or page, whatever the configuration says.
RuleTable rules_at(const Location& location, const std::string& path) {
  const std::string real = std::filesystem::weakly_canonical(std::filesystem::absolute(path)).string();
  const std::string inside = relative_to(location.repository, real);
  try {
    return with_built_in_rules(
        load_own_rules(DiskFiles(location.repository), "", {{inside.empty() ? "." : inside, 0}}, ""));
  } catch (const UserError& error) {
    if (error.path.empty()) throw;
    throw UserError(as_seen_from_here(location.repository + '/' + error.path), error.line, error.reason);
  }
}

RuleTable configured_rules(const Location& location) {
  RuleTable rules = configuration_of(location, {}).rule_table;
  if (rules) return rules;
  throw UserError("", 0,
                  "No rules of your own are configured here; name a folder of rule pages, or set "
                  "`rule-paths:` in .rubric.yaml.");
}

void print_lines(std::ostream& out, const char* heading, std::string_view text) {
  out << "  " << heading << (text.empty() ? " nothing\n" : "\n");
  while (!text.empty()) {
    const size_t end = text.find('\n');
    out << "    " << printable(std::string(text.substr(0, end))) << '\n';
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
  }
}

void print_difference(std::ostream& out, const std::string& place, const ExampleDifference& difference) {
  out << place << ": `" << difference.what << "` is not what the rule does\n";
  print_lines(out, "expected", difference.expected);
  print_lines(out, "actual", difference.actual);
}

}  // namespace

ExitCode run_test_rules(const std::string& path, Streams& streams) {
  const Location location = location_of(path.empty() ? "." : path);
  const RuleTable rules = path.empty() ? configured_rules(location) : rules_at(location, path);
  size_t tested = 0, examples = 0, failures = 0;
  for (const RuleInfo& rule : *rules) {
    if (find_rule(built_in_rules(), rule.id) != nullptr) continue;
    const std::string name = printable(as_seen_from_here(location.repository + '/' + rule.path));
    if (rule.examples.empty()) streams.err << "rubric: " << name << " has no examples\n";
    for (const Example& example : rule.examples) {
      const std::vector<ExampleDifference> differences = run_example(rule, example, rules);
      for (const ExampleDifference& difference : differences)
        print_difference(streams.out, name + ':' + std::to_string(example.line), difference);
      failures += differences.empty() ? 0 : 1;
    }
    examples += rule.examples.size();
    ++tested;
  }
  streams.out << examples << (examples == 1 ? " example of " : " examples of ") << tested
              << (tested == 1 ? " rule, " : " rules, ");
  if (failures == 0) streams.out << "all as they say\n";
  if (failures != 0) streams.out << failures << (failures == 1 ? " fails\n" : " fail\n");
  return failures == 0 ? ExitCode::clean : ExitCode::findings;
}

}  // namespace rubric
