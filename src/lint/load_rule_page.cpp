// How it works: the YAML is parsed into a Value with places, and a table of keys names the function that
// reads each. What is wrong is thrown at once, at the line of the key or item in question; what spans several
// keys (a pattern rule without patterns) is judged at the end. load_pattern_keys.cpp knows the keys of
// patterns.

#include <algorithm>

#include "lint/load_pattern_keys.h"
#include "lint/rule.h"
#include "lint/rule_page.h"

namespace rubric {

namespace {

constexpr Choices<Severity, 3> severities = {
    {{"info", Severity::info}, {"warning", Severity::warning}, {"error", Severity::error}}};
constexpr Choices<Reads, 5> readings = {{{"page", Reads::page},
                                         {"site", Reads::site},
                                         {"files", Reads::files},
                                         {"suppressions", Reads::suppressions},
                                         {"change", Reads::change}}};

const Key<Option> option_keys[] = {
    {"default", [](const RulePage& page, const Member& member,
                   Option& option) { option.standard = texts_of(page, member); }},
    {"summary", [](const RulePage& page, const Member& member,
                   Option& option) { option.summary = text_of(page, member); }},
};

void read_options(const RulePage& page, const Member& member, RuleInfo& info) {
  if (!member.value.is_mapping()) page.fail(member.key_span, "`options` maps names to their description");
  for (const Member& described : member.value.members) {
    if (!described.value.is_mapping()) {
      page.fail(described.key_span, "an option has a `summary` and a `default`");
    }
    Option option{described.key, "", {}};
    read_members<Option>(page, described.value, option_keys, option);
    if (option.summary.empty()) {
      page.fail(described.key_span, "the option " + quoted(described.key) + " has no `summary`");
    }
    info.options.push_back(std::move(option));
  }
}

template <std::map<std::string, std::string> Example::*Files>
void read_files(const RulePage& page, const Member& member, Example& example) {
  if (!member.value.is_mapping()) page.fail(member.key_span, "`" + member.key + "` maps paths to texts");
  for (const Member& file : member.value.members) (example.*Files)[file.key] = text_of(page, file);
}

const Key<Example> example_keys[] = {
    {"bad",
     [](const RulePage& page, const Member& member, Example& example) {
       example.text = text_of(page, member);
       example.bad = true;
     }},
    {"before", read_files<&Example::before>},
    {"files", read_files<&Example::files>},
    {"fixed", [](const RulePage& page, const Member& member,
                 Example& example) { example.fixed = text_of(page, member); }},
    {"fixed-unsafe", [](const RulePage& page, const Member& member,
                        Example& example) { example.fixed_unsafe = text_of(page, member); }},
    {"good", [](const RulePage& page, const Member& member,
                Example& example) { example.text = text_of(page, member); }},
    {"reports", [](const RulePage& page, const Member& member,
                   Example& example) { example.reports = texts_of(page, member); }},
};

void read_examples(const RulePage& page, const Member& member, RuleInfo& info) {
  if (!member.value.is_sequence()) page.fail(member.key_span, "`examples` must be a list");
  for (const Value& item : member.value.items) {
    const bool bad = item.find("bad") != nullptr;
    const bool good = item.find("good") != nullptr;
    if (bad == good) page.fail(item.span, "an example is either `bad` or `good`");
    if (bad && !item.find("reports")) page.fail(item.span, "a bad example says what it `reports`");
    if (good && (item.find("reports") || item.find("fixed") || item.find("fixed-unsafe"))) {
      page.fail(item.span, "a good example reports nothing and needs no fix");
    }
    Example example;
    example.line = page.line(item.members.front().key_span);
    read_members<Example>(page, item, example_keys, example);
    info.examples.push_back(std::move(example));
  }
}

const Key<RuleInfo> rule_keys[] = {
    {"aliases", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.aliases = texts_of(page, member); }},
    {"check",
     [](const RulePage& page, const Member& member, RuleInfo& info) { info.check = check_of(page, member); }},
    {"default",
     [](const RulePage& page, const Member& member, RuleInfo& info) { info.on = truth_of(page, member); }},
    {"examples", read_examples},
    {"id",
     [](const RulePage& page, const Member& member, RuleInfo& info) { info.id = text_of(page, member); }},
    {"message", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.message = text_of(page, member); }},
    {"options", read_options},
    {"reads", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.reads = choice_of(page, member, readings); }},
    {"severity", [](const RulePage& page, const Member& member,
                    RuleInfo& info) { info.severity = choice_of(page, member, severities); }},
    {"summary", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.summary = text_of(page, member); }},
    {"why",
     [](const RulePage& page, const Member& member, RuleInfo& info) { info.why = text_of(page, member); }},
};

// "rules/style/x.yaml" is group "style", id "x".
std::pair<std::string, std::string> group_and_id(std::string_view path) {
  const size_t slash = path.rfind('/');
  const std::string_view folder = slash == std::string_view::npos ? "" : path.substr(0, slash);
  const std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
  return {std::string(folder.substr(folder.rfind('/') + 1)), std::string(file.substr(0, file.rfind('.')))};
}

void require(const RulePage& page, const Value& root, std::string_view key) {
  if (!root.find(key)) page.fail({}, "a rule page needs the key " + quoted(key));
}

// What spans several keys.
void judge_rule(const RulePage& page, const Value& root, const RuleInfo& info) {
  judge_pattern_keys(page, root, info);
  if (info.check == Check::native) return;
  for (const Member& member : root.members) {
    if (member.key == "options") page.fail(member.key_span, "`options` belongs to native rules");
    if (member.key == "reads" && info.reads != Reads::page) {
      page.fail(member.key_span, "`reads` belongs to native rules: patterns read one page");
    }
  }
}

}  // namespace

std::string_view name(Reads reads) {
  const auto found = std::find_if(readings.begin(), readings.end(),
                                  [&](const auto& choice) { return choice.second == reads; });
  return found->first;
}

RuleInfo load_rule_page(std::string_view path, std::string_view yaml) {
  const Source source{std::string(yaml)};
  const RulePage page{path, source};
  const ParsedValue parsed = parse_value(source.text(), ValueFormat::yaml);
  if (!parsed.errors.empty()) page.fail(parsed.errors.front().span, parsed.errors.front().message);
  if (!parsed.root.is_mapping()) page.fail({}, "a rule page is a mapping of keys such as `id` and `message`");

  RuleInfo info;
  const auto [group, id] = group_and_id(path);
  info.group = group;
  info.path = path;
  std::vector<Key<RuleInfo>> keys(std::begin(rule_keys), std::end(rule_keys));
  keys.insert(keys.end(), pattern_keys().begin(), pattern_keys().end());
  refuse_other_keys(page, parsed.root);
  read_members<RuleInfo>(page, parsed.root, keys, info);
  for (const std::string_view key : {"id", "summary", "message", "why", "check"}) {
    require(page, parsed.root, key);
  }
  if (info.id != id) page.fail({}, "the id " + quoted(info.id) + " is not the name of its file");
  judge_rule(page, parsed.root, info);
  return info;
}

}  // namespace rubric
