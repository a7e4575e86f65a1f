// How it works: one table says of every key which kinds of check have it and which need it. A page's keys are
// read in any order, so what spans several of them is judged when all are read.

#include "lint/load_pattern_keys.h"

#include "lint/expression.h"
#include "lint/message.h"

namespace rubric {

namespace {

constexpr Choices<Check, 5> checks = {{{"native", Check::native},
                                       {"existence", Check::existence},
                                       {"substitution", Check::substitution},
                                       {"occurrence", Check::occurrence},
                                       {"repetition", Check::repetition}}};
constexpr Choices<Applicability, 2> applicabilities = {
    {{"safe", Applicability::safe}, {"unsafe", Applicability::unsafe_fix}}};
constexpr Choices<Scope, 13> scopes = {{{"prose", Scope::prose},
                                        {"paragraph", Scope::paragraph},
                                        {"sentence", Scope::sentence},
                                        {"heading", Scope::heading},
                                        {"list-item", Scope::list_item},
                                        {"table-cell", Scope::table_cell},
                                        {"link-text", Scope::link_text},
                                        {"link-target", Scope::link_target},
                                        {"code", Scope::code},
                                        {"html", Scope::html},
                                        {"front-matter", Scope::front_matter},
                                        {"shortcode", Scope::shortcode},
                                        {"raw", Scope::raw}}};

std::string valid_pattern(const RulePage& page, Span span, const std::string& pattern) {
  const std::string error = pattern_error(pattern);
  if (!error.empty()) page.fail(span, "the pattern " + quoted(pattern) + " is not valid: " + error);
  return pattern;
}

std::vector<std::string> patterns_of(const RulePage& page, const Member& member) {
  std::vector<std::string> patterns = texts_of(page, member);
  for (size_t index = 0; index < patterns.size(); ++index) {
    const bool listed = member.value.is_sequence();
    valid_pattern(page, listed ? member.value.items[index].span : member.key_span, patterns[index]);
  }
  return patterns;
}

// A mapping of patterns to `other`, in the order of the page.
std::vector<std::pair<std::string, std::string>> pairs_of(const RulePage& page, const Member& member,
                                                          const std::string& other) {
  if (!member.value.is_mapping()) {
    page.fail(member.key_span, quoted(member.key) + " maps patterns to " + other);
  }
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const Member& pair : member.value.members) {
    pairs.emplace_back(valid_pattern(page, pair.key_span, pair.key), text_of(page, pair));
  }
  return pairs;
}

const Key<RuleInfo> keys[] = {
    {"alpha", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.alpha = truth_of(page, member); }},
    {"fix", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.fix = choice_of(page, member, applicabilities); }},
    {"ignorecase", [](const RulePage& page, const Member& member,
                      RuleInfo& info) { info.pattern.ignore_case = truth_of(page, member); }},
    {"max", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.max = number_of(page, member); }},
    {"min", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.min = number_of(page, member); }},
    {"nonword", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.pattern.whole_words = !truth_of(page, member); }},
    {"scope", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.scope = choice_of(page, member, scopes); }},
    {"swap", [](const RulePage& page, const Member& member,
                RuleInfo& info) { info.pattern.swap = pairs_of(page, member, "replacements"); }},
    {"token",
     [](const RulePage& page, const Member& member, RuleInfo& info) {
       info.pattern.tokens = {valid_pattern(page, member.key_span, text_of(page, member))};
     }},
    {"tokens", [](const RulePage& page, const Member& member,
                  RuleInfo& info) { info.pattern.tokens = patterns_of(page, member); }},
};

struct KindKeys {
  Check check;
  std::vector<std::string_view> keys;  // beside `scope`, `ignorecase` and `nonword`
  std::vector<std::string_view> needed;
  std::vector<std::string_view> placeholders;
};

const KindKeys& kind_keys(Check check) {
  static const KindKeys kinds[] = {
      {Check::existence, {"tokens"}, {"tokens"}, {"match"}},
      {Check::substitution, {"fix", "swap"}, {"swap"}, {"match", "replacement"}},
      {Check::occurrence, {"max", "min", "token"}, {"token"}, {"count", "match"}},
      {Check::repetition, {"alpha", "max", "tokens"}, {"tokens"}, {"count", "match"}},
  };
  return *std::find_if(std::begin(kinds), std::end(kinds),
                       [&](const KindKeys& kind) { return kind.check == check; });
}

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool belongs_to(std::string_view key, Check check) {
  if (check == Check::native) return false;
  return key == "scope" || key == "ignorecase" || key == "nonword" || holds(kind_keys(check).keys, key);
}

std::string name_of(Check wanted) {
  const auto found =
      std::find_if(checks.begin(), checks.end(), [&](const auto& choice) { return choice.second == wanted; });
  return quoted("check: " + std::string(found->first));
}

// "`check: existence` and `check: repetition`".
std::string owners(std::string_view key) {
  std::string list;
  for (const auto& [word, check] : checks) {
    if (belongs_to(key, check)) list += (list.empty() ? "" : " and ") + name_of(check);
  }
  return list;
}

Span key_span(const Value& root, std::string_view key) {
  const auto found = std::find_if(root.members.begin(), root.members.end(),
                                  [&](const Member& member) { return member.key == key; });
  return found == root.members.end() ? Span{} : found->key_span;
}

void judge_needed(const RulePage& page, const Value& root, const RuleInfo& info) {
  const Span check = key_span(root, "check");
  for (const std::string_view key : kind_keys(info.check).needed) {
    const Value* value = root.find(key);
    const bool there =
        value != nullptr && !(value->scalar.empty() && value->items.empty() && value->members.empty());
    if (!there) page.fail(check, name_of(info.check) + " needs the key " + quoted(key));
  }
  if (info.check == Check::occurrence && info.pattern.max == 0 && info.pattern.min == 0) {
    page.fail(check, name_of(info.check) + " needs a `max` or a `min` above 0");
  }
}

void judge_message(const RulePage& page, const Value& root, const RuleInfo& info) {
  const std::vector<std::string_view>& known = kind_keys(info.check).placeholders;
  for (const std::string_view placeholder : placeholders(info.message)) {
    if (holds(known, placeholder)) continue;
    std::string list;
    for (const std::string_view name : known) list += (list.empty() ? "{" : ", {") + std::string(name) + "}";
    page.fail(key_span(root, "message"), "the message of " + name_of(info.check) + " knows no {" +
                                             std::string(placeholder) + "}, only " + list);
  }
}

}  // namespace

Check check_of(const RulePage& page, const Member& member) {
  return choice_of(page, member, checks);
}

std::span<const Key<RuleInfo>> pattern_keys() {
  return keys;
}

void judge_pattern_keys(const RulePage& page, const Value& root, const RuleInfo& info) {
  for (const Member& member : root.members) {
    const auto named = [&](const Key<RuleInfo>& key) { return key.name == member.key; };
    if (std::none_of(std::begin(keys), std::end(keys), named) || belongs_to(member.key, info.check)) continue;
    page.fail(member.key_span, quoted(member.key) + " belongs to " + owners(member.key));
  }
  if (info.check == Check::native) return;
  judge_needed(page, root, info);
  judge_message(page, root, info);
}

}  // namespace rubric
