// How it works: the YAML is parsed into a Value with places, and a table of keys names the function that
// reads each. What is wrong is thrown at once, at the line of the key or item in question; what spans several
// keys (a pattern rule without patterns) is judged at the end, at the line of `check` or `message`.

#include <algorithm>
#include <array>
#include <cassert>

#include "lint/expression.h"
#include "lint/message.h"
#include "lint/rule.h"
#include "lint/user_error.h"
#include "text/nearest.h"
#include "text/source.h"

namespace rubric {

namespace {

// The page under way: where errors point.
struct RulePage {
  std::string_view path;
  const Source& source;

  uint32_t line(Span span) const { return source.line_of(span.begin); }
  [[noreturn]] void fail(Span span, const std::string& message) const {
    throw UserError(std::string(path), line(span), message);
  }
};

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const auto near = nearest(word, candidates);
  return near ? " (did you mean " + quoted(*near) + "?)" : "";
}

std::string text_of(const RulePage& page, const Member& member) {
  if (member.value.is_mapping() || member.value.is_sequence()) {
    page.fail(member.key_span, quoted(member.key) + " must be a text");
  }
  return member.value.scalar;
}

std::vector<std::string> texts_of(const RulePage& page, const Member& member) {
  if (!member.value.is_sequence()) return {text_of(page, member)};
  std::vector<std::string> texts;
  for (const Value& item : member.value.items) {
    if (item.is_mapping() || item.is_sequence()) {
      page.fail(item.span, "the items of " + quoted(member.key) + " must be texts");
    }
    texts.push_back(item.scalar);
  }
  return texts;
}

bool truth_of(const RulePage& page, const Member& member) {
  const std::string text = text_of(page, member);
  if (text == "true" || text == "on" || text == "yes") return true;
  if (text == "false" || text == "off" || text == "no") return false;
  page.fail(member.key_span, quoted(member.key) + " must be on or off");
}

template <typename Choice, size_t count>
using Choices = std::array<std::pair<std::string_view, Choice>, count>;

// One of a set of words.
template <typename Choice, size_t count>
Choice choice_of(const RulePage& page, const Member& member, const Choices<Choice, count>& choices) {
  const std::string word = text_of(page, member);
  std::vector<std::string_view> words;
  std::string list;
  for (const auto& [candidate, choice] : choices) {
    if (candidate == word) return choice;
    words.push_back(candidate);
    list += (list.empty() ? "" : ", ") + std::string(candidate);
  }
  std::sort(words.begin(), words.end());
  page.fail(member.key_span, quoted(member.key) + " cannot be " + quoted(word) + did_you_mean(word, words) +
                                 "; it is one of " + list);
}

constexpr Choices<Severity, 3> severities = {
    {{"info", Severity::info}, {"warning", Severity::warning}, {"error", Severity::error}}};
constexpr Choices<Reads, 3> readings = {
    {{"page", Reads::page}, {"site", Reads::site}, {"files", Reads::files}}};
constexpr Choices<Check, 3> checks = {
    {{"native", Check::native}, {"existence", Check::existence}, {"substitution", Check::substitution}}};
constexpr Choices<Applicability, 2> applicabilities = {
    {{"safe", Applicability::safe}, {"unsafe", Applicability::unsafe_fix}}};
constexpr Choices<Scope, 11> scopes = {{{"prose", Scope::prose},
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

// A key that a mapping may have, and what reads it into `Target`.
template <typename Target>
struct Key {
  std::string_view name;
  void (*read)(const RulePage&, const Member&, Target&);
};

// Reads every member of a mapping by the table of its keys, which is sorted.
template <typename Target, size_t count>
void read_members(const RulePage& page, const Value& mapping, const Key<Target> (&keys)[count],
                  Target& target) {
  for (const Member& member : mapping.members) {
    const auto key = std::find_if(std::begin(keys), std::end(keys),
                                  [&](const Key<Target>& candidate) { return candidate.name == member.key; });
    if (key == std::end(keys)) {
      std::vector<std::string_view> names;
      for (const Key<Target>& candidate : keys) names.push_back(candidate.name);
      page.fail(member.key_span, "unknown key " + quoted(member.key) + did_you_mean(member.key, names));
    }
    const auto same_key = [&](const Member& other) { return other.key == member.key; };
    if (std::count_if(mapping.members.begin(), mapping.members.end(), same_key) > 1) {
      page.fail(member.key_span, quoted(member.key) + " is given twice");
    }
    key->read(page, member, target);
  }
}

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
    read_members(page, described.value, option_keys, option);
    if (option.summary.empty()) {
      page.fail(described.key_span, "the option " + quoted(described.key) + " has no `summary`");
    }
    info.options.push_back(std::move(option));
  }
}

void read_files(const RulePage& page, const Member& member, Example& example) {
  if (!member.value.is_mapping()) page.fail(member.key_span, "`files` maps paths to texts");
  for (const Member& file : member.value.members) example.files[file.key] = text_of(page, file);
}

const Key<Example> example_keys[] = {
    {"bad",
     [](const RulePage& page, const Member& member, Example& example) {
       example.text = text_of(page, member);
       example.bad = true;
     }},
    {"files", read_files},
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
    read_members(page, item, example_keys, example);
    info.examples.push_back(std::move(example));
  }
}

void refuse_bad_pattern(const RulePage& page, Span span, std::string_view pattern) {
  const std::string error = pattern_error(pattern);
  if (!error.empty()) page.fail(span, "the pattern " + quoted(pattern) + " is not valid: " + error);
}

void read_tokens(const RulePage& page, const Member& member, RuleInfo& info) {
  info.tokens = texts_of(page, member);
  for (size_t index = 0; index < info.tokens.size(); ++index) {
    const bool listed = member.value.is_sequence();
    refuse_bad_pattern(page, listed ? member.value.items[index].span : member.key_span, info.tokens[index]);
  }
}

void read_swap(const RulePage& page, const Member& member, RuleInfo& info) {
  if (!member.value.is_mapping()) page.fail(member.key_span, "`swap` maps patterns to replacements");
  for (const Member& pair : member.value.members) {
    refuse_bad_pattern(page, pair.key_span, pair.key);
    info.swap.emplace_back(pair.key, text_of(page, pair));
  }
}

const Key<RuleInfo> rule_keys[] = {
    {"aliases", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.aliases = texts_of(page, member); }},
    {"check", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.check = choice_of(page, member, checks); }},
    {"default",
     [](const RulePage& page, const Member& member, RuleInfo& info) { info.on = truth_of(page, member); }},
    {"examples", read_examples},
    {"fix", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.fix = choice_of(page, member, applicabilities); }},
    {"id",
     [](const RulePage& page, const Member& member, RuleInfo& info) { info.id = text_of(page, member); }},
    {"ignorecase", [](const RulePage& page, const Member& member,
                      RuleInfo& info) { info.ignore_case = truth_of(page, member); }},
    {"message", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.message = text_of(page, member); }},
    {"nonword", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.whole_words = !truth_of(page, member); }},
    {"options", read_options},
    {"reads", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.reads = choice_of(page, member, readings); }},
    {"scope", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.scope = choice_of(page, member, scopes); }},
    {"severity", [](const RulePage& page, const Member& member,
                    RuleInfo& info) { info.severity = choice_of(page, member, severities); }},
    {"summary", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.summary = text_of(page, member); }},
    {"swap", read_swap},
    {"tokens", read_tokens},
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

// Keys that only some kinds of check have.
void judge_kind(const RulePage& page, const Value& root, const RuleInfo& info) {
  const auto refuse = [&](std::string_view key, std::string_view owner) {
    for (const Member& member : root.members) {
      if (member.key == key) page.fail(member.key_span, quoted(key) + " belongs to " + std::string(owner));
    }
  };
  if (info.check != Check::existence) refuse("tokens", "`check: existence`");
  if (info.check != Check::substitution) refuse("swap", "`check: substitution`");
  if (info.check != Check::substitution) refuse("fix", "`check: substitution`");
  if (info.check == Check::native) {
    for (const std::string_view key : {"scope", "ignorecase", "nonword"}) refuse(key, "pattern rules");
    return;
  }
  refuse("options", "native rules");
  if (info.reads != Reads::page) refuse("reads", "native rules: patterns read one page");
  if (info.check == Check::existence && info.tokens.empty()) require(page, root, "tokens");
  if (info.check == Check::substitution && info.swap.empty()) require(page, root, "swap");
}

void judge_message(const RulePage& page, const Value& root, const RuleInfo& info) {
  if (info.check == Check::native) return;
  for (const std::string_view placeholder : placeholders(info.message)) {
    if (placeholder == "match") continue;
    if (placeholder == "replacement" && info.check == Check::substitution) continue;
    for (const Member& member : root.members) {
      if (member.key != "message") continue;
      page.fail(member.key_span, "the placeholder {" + std::string(placeholder) +
                                     "} is not known to a rule " + "of this kind of check");
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
  read_members(page, parsed.root, rule_keys, info);
  for (const std::string_view key : {"id", "summary", "message", "why", "check"}) {
    require(page, parsed.root, key);
  }
  if (info.id != id) page.fail({}, "the id " + quoted(info.id) + " is not the name of its file");
  judge_kind(page, parsed.root, info);
  judge_message(page, parsed.root, info);
  return info;
}

}  // namespace rubric
