// How it works: CLI11 knows an option's names, number and description, and as its type's name what help shows
// of the value: `FILE`, or `WHEN:{auto,always}` where a validator has added the choices. Our definitions name
// the types of values by the words that are looked up here.

#include "cli/description.h"

#include <algorithm>
#include <array>

#include <CLI/CLI.hpp>

#include "report/formats.h"
#include "rules/rules.h"

namespace rubric {

namespace {

constexpr std::array<std::pair<std::string_view, ValueKind>, 5> kinds = {{
    {"FILE", ValueKind::path},
    {"FORMAT=FILE", ValueKind::pair},
    {"PATH", ValueKind::path},
    {"RULE", ValueKind::rule},
    {"RULES", ValueKind::rules},
}};

// `a,b` of `WHEN:{a,b}`, which is taken off.
std::vector<std::string> take_choices(std::string& type) {
  std::vector<std::string> choices;
  const size_t open = type.find(":{");
  if (open == type.npos || !type.ends_with('}')) return choices;
  std::string rest = type.substr(open + 2);
  rest.back() = ',';
  for (size_t comma = rest.find(','); comma != rest.npos; comma = rest.find(',')) {
    choices.push_back(rest.substr(0, comma));
    rest.erase(0, comma + 1);
  }
  type.erase(open);
  return choices;
}

std::vector<std::string> groups() {
  std::vector<std::string> names = {"all"};
  for (const RuleInfo& rule : built_in_rules()) {
    if (std::find(names.begin(), names.end(), rule.group) == names.end()) names.push_back(rule.group);
  }
  return names;
}

OptionDescription describe(const CLI::Option& option) {
  OptionDescription described;
  for (const std::string& name : option.get_snames()) described.names.push_back('-' + name);
  for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
  described.help = option.get_description();
  described.required = option.get_required();
  if (option.get_items_expected_max() == 0) return described;
  std::string type = option.get_type_name();
  described.choices = take_choices(type);
  if (type.starts_with('[') && type.ends_with(']')) {
    described.optional_value = true;
    type = type.substr(1, type.size() - 2);
  }
  const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto& kind) {
    return kind.first == (option.get_positional() ? option.get_name(true) : type);
  });
  described.kind = known != kinds.end()        ? known->second
                   : described.choices.empty() ? ValueKind::word
                                               : ValueKind::choice;
  if (described.kind == ValueKind::rules) described.choices = groups();
  if (described.kind == ValueKind::pair) {
    for (const Format& format : formats()) described.choices.emplace_back(format.name);
  }
  described.repeated = option.get_items_expected_max() > 1;
  described.value = type;
  if (option.get_positional()) {
    described.value = option.get_name(true);
    described.names = {described.value};
  }
  return described;
}

}  // namespace

CommandDescription describe(const CLI::App& app) {
  CommandDescription described;
  described.name = app.get_name();
  described.help = app.get_description();
  described.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    (option->get_positional() ? described.positionals : described.options).push_back(describe(*option));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_group().empty()) described.commands.push_back(describe(*command));
  }
  return described;
}

std::string usage(const CommandDescription& command) {
  std::string text = "[OPTIONS]";
  if (!command.commands.empty()) text += " COMMAND";
  for (const OptionDescription& positional : command.positionals) {
    const std::string name = positional.value + (positional.repeated ? "…" : "");
    text += positional.required ? ' ' + name : " [" + name + ']';
  }
  return text;
}

}  // namespace rubric
