#include <algorithm>
#include <iostream>

#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "report/report.h"
#include "workspace/opening.h"

namespace rubric {

namespace {

nlohmann::ordered_json as_json(const RuleInfo& rule) {
  nlohmann::ordered_json json = {{"id", rule.id},           {"group", rule.group},
                                 {"summary", rule.summary}, {"severity", name(rule.severity)},
                                 {"on", rule.on},           {"reads", name(rule.reads)},
                                 {"message", rule.message}, {"why", rule.why},
                                 {"aliases", rule.aliases}};
  for (const Option& option : rule.options) {
    json["options"].push_back(
        {{"name", option.name}, {"summary", option.summary}, {"default", option.standard}});
  }
  return json;
}

}  // namespace

ExitCode run_rules(bool json, Streams& streams) {
  const Configuration configuration = configuration_of(location_of("."), {});
  const std::span<const RuleInfo> rules = known_rules(configuration);
  if (json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const RuleInfo& rule : rules) list.push_back(as_json(rule));
    streams.out << list.dump(2) << '\n';
    return ExitCode::clean;
  }
  size_t width = 0;
  for (const RuleInfo& rule : rules) width = std::max(width, rule.id.size());
  for (const RuleInfo& rule : rules) {
    const std::string level = rule.on ? std::string(name(rule.severity)) : "off";
    streams.out << rule.id << std::string(width + 2 - rule.id.size(), ' ') << level
                << std::string(9 - level.size(), ' ') << rule.summary << '\n';
  }
  return ExitCode::clean;
}

}  // namespace rubric
