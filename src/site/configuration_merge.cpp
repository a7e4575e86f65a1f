// How it works: every mapping of the project is first given its strategy as a member `_merge`, as Hugo does;
// then each module's configuration is merged in, mapping by mapping. All recursion follows the nesting of a
// parsed value, which parsers bound.

#include "site/configuration_merge.h"

#include <optional>
#include <string>
#include <string_view>

#include "text/ascii.h"

namespace rubric {

namespace {

enum class Strategy : uint8_t { none, shallow, deep };

constexpr std::string_view strategy_key = "_merge";

Value* find_member(Value& mapping, std::string_view key) {
  return const_cast<Value*>(mapping.find(key));
}

std::optional<Strategy> strategy_of(const Value& mapping) {
  const Value* value = mapping.find(strategy_key);
  if (!value) return std::nullopt;
  if (value->scalar == "none") return Strategy::none;
  return value->scalar == "shallow" ? Strategy::shallow : Strategy::deep;
}

void set_strategy(Value& mapping, Strategy strategy) {
  Value value;
  value.kind = Value::Kind::string;
  value.scalar = strategy == Strategy::none ? "none" : strategy == Strategy::shallow ? "shallow" : "deep";
  mapping.members.push_back({std::string(strategy_key), {}, std::move(value)});
}

/// The strategy of a mapping that says none itself; `inherited` is its parent's, if that has one.
Strategy standard_strategy(std::string_view key, bool at_root, std::optional<Strategy> inherited) {
  const std::string name = lower_case(key);
  if (name == "params") return Strategy::deep;
  if (at_root && (name == "outputformats" || name == "mediatypes" || name == "menus" || name == "menu"))
    return Strategy::shallow;
  return inherited.value_or(Strategy::none);
}

void set_strategies(Value& mapping, bool at_root) {
  const std::optional<Strategy> own = strategy_of(mapping);
  for (Member& member : mapping.members) {
    if (!member.value.is_mapping()) continue;
    if (!strategy_of(member.value)) set_strategy(member.value, standard_strategy(member.key, at_root, own));
    set_strategies(member.value, false);
  }
}

void remove_strategies(Value& mapping) {
  std::erase_if(mapping.members,
                [](const Member& member) { return equal_ignoring_case(member.key, strategy_key); });
  for (Member& member : mapping.members) remove_strategies(member.value);
}

/// Params.merge of common/maps/params.go: `outer` is the strategy of what `into` lies in.
void merge(Value& into, std::optional<Strategy> outer, const Value& from) {
  const Strategy strategy = strategy_of(into).value_or(outer.value_or(Strategy::shallow));
  const bool adds = strategy != Strategy::none && outer != Strategy::shallow;
  for (const Member& member : from.members) {
    if (equal_ignoring_case(member.key, strategy_key)) continue;
    if (Value* present = find_member(into, member.key)) {
      if (present->is_mapping() && member.value.is_mapping()) merge(*present, strategy, member.value);
    } else if (adds) {
      into.members.push_back(member);
    }
  }
}

void merge_module(Value& root, const Value& module) {
  const std::optional<Strategy> strategy = strategy_of(root);
  if (strategy == Strategy::none) return;
  for (const Member& member : module.members) {
    if (!member.value.is_mapping()) continue;
    if (Value* present = find_member(root, member.key)) {
      if (present->is_mapping()) merge(*present, std::nullopt, member.value);
      continue;
    }
    Value added;
    added.kind = Value::Kind::mapping;
    set_strategy(added, standard_strategy(member.key, true, strategy));
    merge(added, std::nullopt, member.value);
    // Nothing but its strategy: as if it were not there.
    if (added.members.size() > 1) root.members.push_back({member.key, {}, std::move(added)});
  }
  merge(root, strategy.value_or(Strategy::shallow), module);
}

}  // namespace

void merge_configurations(Value& project, const std::vector<Module>& modules) {
  set_strategies(project, true);
  for (const Module& module : modules) merge_module(project, module.configuration);
  remove_strategies(project);
}

}  // namespace rubric
