#include <iostream>

#include "cli/command.h"
#include "lint/user_error.h"
#include "rules/rules.h"
#include "workspace/configuration.h"

namespace rubric {

namespace {

void print_indented(std::ostream& out, std::string_view text) {
  while (!text.empty()) {
    const size_t end = text.find('\n');
    out << "    " << text.substr(0, end) << '\n';
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
  }
}

void print_example(std::ostream& out, const Example& example) {
  out << (example.bad ? "\nBad:\n\n" : "\nGood:\n\n");
  print_indented(out, example.text);
  if (!example.reports.empty()) out << '\n';
  for (const std::string& report : example.reports) out << "  " << report << '\n';
  if (example.fixed.empty()) return;
  out << "\nFixed:\n\n";
  print_indented(out, example.fixed);
}

}  // namespace

ExitCode run_explain(const std::string& rule_name, Streams& streams) {
  const RuleInfo* rule = find_rule(built_in_rules(), rule_name);
  if (!rule) {
    throw UserError("", 0, "Unknown rule `" + rule_name + "`." + suggest_rule(built_in_rules(), rule_name));
  }
  std::ostream& out = streams.out;
  out << rule->id << " (" << rule->group << ", " << name(rule->severity)
      << (rule->on ? "" : ", off by default") << ")\n\n"
      << rule->summary << "\n\n"
      << rule->why << '\n';
  for (const Option& option : rule->options) {
    out << (&option == &rule->options.front() ? "\nOptions:\n\n" : "") << "  " << option.name << ": "
        << option.summary << '\n';
  }
  for (const Example& example : rule->examples) print_example(out, example);
  return ExitCode::clean;
}

}  // namespace rubric
