#include <iostream>

#include "cli/command.h"
#include "lint/user_error.h"
#include "rules/rules.h"
#include "workspace/configuration.h"
#include "workspace/opening.h"

namespace rubric {

namespace {

void print_indented(std::ostream& out, std::string_view text) {
  while (!text.empty()) {
    const size_t end = text.find('\n');
    out << "    " << text.substr(0, end) << '\n';
    text = end == std::string_view::npos ? "" : text.substr(end + 1);
  }
}

void print_part(std::ostream& out, std::string_view heading, std::string_view text) {
  if (text.empty()) return;
  out << '\n' << heading << ":\n\n";
  print_indented(out, text);
}

void print_example(std::ostream& out, const Example& example) {
  print_part(out, example.bad ? "Bad" : "Good", example.text);
  for (const auto& [path, text] : example.files) print_part(out, "With " + path, text);
  if (!example.reports.empty()) out << '\n';
  for (const std::string& report : example.reports) out << "  " << report << '\n';
  print_part(out, "Fixed", example.fixed);
  print_part(out, "Fixed with --unsafe-fixes", example.fixed_unsafe);
}

}  // namespace

ExitCode run_explain(const std::string& rule_name, Streams& streams) {
  Configuration configuration;
  const RuleInfo* rule = find_rule(built_in_rules(), rule_name);
  if (!rule) {  // A built-in rule is explained whatever the configuration is like.
    configuration = configuration_of(location_of("."), {});
    rule = find_rule(known_rules(configuration), rule_name);
  }
  if (!rule) {
    throw UserError(
        "", 0, "Unknown rule `" + rule_name + "`." + suggest_rule(known_rules(configuration), rule_name));
  }
  std::ostream& out = streams.out;
  out << rule->id << " (" << rule->group << ", " << name(rule->severity)
      << (rule->on ? "" : ", off by default") << ")\n\n"
      << rule->summary << "\n\n"
      << rule->why << (rule->why.ends_with('\n') ? "" : "\n");
  for (const std::string& alias : rule->aliases)
    out << (&alias == &rule->aliases.front() ? "\nAlso known as " : ", ") << alias
        << (&alias == &rule->aliases.back() ? "\n" : "");
  for (const Option& option : rule->options) {
    out << (&option == &rule->options.front() ? "\nOptions:\n\n" : "") << "  " << option.name << ": "
        << option.summary << '\n';
  }
  for (const Example& example : rule->examples) print_example(out, example);
  return ExitCode::clean;
}

}  // namespace rubric
