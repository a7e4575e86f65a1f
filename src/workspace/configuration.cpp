// How it works: the YAML becomes a Value with spans (markdown/value.h), so every complaint can name its line;
// each key of the table in configuration_keys.cpp has one function that reads it, and any other is an error
// with the nearest known key.

#include "workspace/configuration.h"

#include <algorithm>
#include <set>

#include "lint/suppress.h"
#include "lint/user_error.h"
#include "prose/language_tag.h"
#include "rules/rules.h"
#include "site/hugo_version.h"
#include "text/ascii.h"
#include "text/nearest.h"
#include "text/source.h"
#include "workspace/configuration_keys.h"

namespace rubric {

namespace {

std::string quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string did_you_mean(std::string_view word, std::vector<std::string_view> known) {
  std::sort(known.begin(), known.end());
  const auto close = nearest(word, known);
  return close ? " Did you mean " + quoted(*close) + "?" : "";
}

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) list += (list.empty() ? "" : ", ") + quoted(word);
  return list;
}

// The nearest of a few words, or all of them.
std::string one_of(std::string_view word, const std::vector<std::string_view>& known) {
  const std::string close = did_you_mean(word, known);
  return close.empty() ? " It can be " + listed(known) + "." : close;
}

// What a value of the wrong kind is called in a complaint.
std::string described(const Value& value) {
  if (value.is_mapping()) return "a mapping";
  if (value.is_sequence()) return "a list";
  return value.scalar.empty() || value.kind == Value::Kind::null ? "nothing" : quoted(value.scalar);
}

// One `.rubric.yaml` being read: where complaints point to, and what they may suggest.
class Reader {
 public:
  Reader(std::string_view path, std::string_view yaml, std::span<const RuleInfo> rules)
      : path_(path), source_(std::string(yaml)), rules_(rules) {}

  Configuration read() {
    const ParsedValue parsed = parse_value(source_.text(), ValueFormat::yaml);
    if (!parsed.errors.empty()) fail(parsed.errors.front().span, parsed.errors.front().message);
    if (parsed.root.kind == Value::Kind::null) return {};
    require(parsed.root, Value::Kind::mapping, "The configuration must be a mapping of keys.");
    refuse_repeated_keys(parsed.root);
    for (const Member& member : parsed.root.members) read_key(member);
    return std::move(configuration_);
  }

 private:
  [[noreturn]] void fail(Span span, const std::string& message) const {
    throw UserError(std::string(path_), source_.position(span.begin).line, message);
  }

  void require(const Value& value, Value::Kind kind, const std::string& message) const {
    if (value.kind != kind) fail(value.span, message);
  }

  void refuse_repeated_keys(const Value& mapping) const {
    std::set<std::string_view> seen;
    for (const Member& member : mapping.members) {
      if (!seen.insert(member.key).second) {
        fail(member.key_span, quoted(member.key) + " stands here a second time; write it once.");
      }
    }
  }

  void read_key(const Member& member) {
    if (member.key == "rules") {
      read_rules(member.value);
    } else if (member.key == "rule-paths") {
      strings(member);  // read before the rest, since `rules` may name what stands there; see own_rules.h
    } else if (member.key == "exclude") {
      configuration_.exclude = strings(member);
    } else if (member.key == "baseline") {
      read_baseline_path(member.value);
    } else if (member.key == "shortcodes") {
      read_shortcodes(member.value);
    } else if (member.key == "links") {
      read_links(member.value);
    } else if (member.key == "words") {
      read_words(member.value);
    } else if (member.key == "language") {
      read_language(member.value);
    } else if (member.key == "hugo") {
      read_hugo(member.value);
    } else if (member.key == "environment") {
      read_environment(member.value);
    } else if (member.key == "site") {
      read_site(member.value);
    } else {
      fail(member.key_span,
           "Unknown key " + quoted(member.key) + "." + one_of(member.key, configuration_keys_in("")));
    }
  }

  std::vector<std::string> strings(const Member& member) const {
    const Value& value = member.value;
    const bool nested = std::any_of(value.items.begin(), value.items.end(), [](const Value& item) {
      return item.is_mapping() || item.is_sequence() || item.kind == Value::Kind::null;
    });
    if (value.kind == Value::Kind::null) return {};  // all its items may be commented out
    if (value.is_mapping() || nested) {
      fail(value.span, quoted(member.key) + " must be a list of strings.");
    }
    return value.strings();
  }

  void read_hugo(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    if (!is_release(value.scalar)) {
      fail(value.span, "`hugo` must be the release that builds the site, such as `0.111.3`, not " +
                           described(value) + ".");
    }
    configuration_.site.hugo = parse_hugo_version(value.scalar);
  }

  // "0.146", "v0.111.3" or "0.111.3+extended".
  static bool is_release(std::string_view text) {
    text = text.substr(text.starts_with('v') ? 1 : 0);
    text = text.substr(0, text.find_first_of("+/-"));
    const auto dots = std::count(text.begin(), text.end(), '.');
    const bool numbers = text.find_first_not_of("0123456789.") == text.npos && text.find("..") == text.npos;
    return numbers && (dots == 1 || dots == 2) && !text.starts_with('.') && !text.ends_with('.');
  }

  void read_language(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    if (!is_language_tag(value.scalar))
      fail(value.span, "`language` must be the tag of a language, such as `en` or `pt-BR`, not " +
                           described(value) + ".");
    configuration_.language = value.scalar;
  }

  void read_environment(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    if (value.scalar.empty() || value.scalar.find('/') != value.scalar.npos) {
      fail(value.span,
           "`environment` must be the name of a folder below Hugo's `config`, not " + described(value) + ".");
    }
    configuration_.site.environment = value.scalar;
  }

  void read_baseline_path(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    if (value.scalar.empty())
      fail(value.span, "`baseline` must be a file's path, not " + described(value) + ".");
    configuration_.baseline = value.scalar;
  }

  void read_site(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    if (value.scalar != "plain") {
      fail(value.span, "`site` can only be `plain`, not " + described(value) +
                           "; without it a Hugo site is found by its configuration.");
    }
    configuration_.site.plain = true;
  }

  void read_shortcodes(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    require(value, Value::Kind::mapping, "`shortcodes` must be a mapping with `include` or `known`.");
    refuse_repeated_keys(value);
    for (const Member& member : value.members) {
      if (member.key == "include") {
        configuration_.site.includes = strings(member);
      } else if (member.key == "known") {
        configuration_.site.known = strings(member);
      } else {
        fail(member.key_span, "Unknown key " + quoted("shortcodes: " + member.key) + "." +
                                  one_of(member.key, configuration_keys_in("shortcodes")));
      }
    }
  }

  void read_links(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    require(value, Value::Kind::mapping, "`links` must be a mapping with `elsewhere`.");
    refuse_repeated_keys(value);
    for (const Member& member : value.members) {
      if (member.key != "elsewhere") {
        fail(member.key_span, "Unknown key " + quoted("links: " + member.key) + "." +
                                  one_of(member.key, configuration_keys_in("links")));
      }
      configuration_.site.elsewhere = strings(member);
      for (const std::string& pattern : configuration_.site.elsewhere) {
        if (pattern.starts_with('/')) continue;
        fail(member.value.span,
             "`links: elsewhere` takes paths from the root such as `/api/**`, not " + quoted(pattern) + ".");
      }
    }
  }

  // A list of spellings, or a mapping of each to what is to be known of it.
  void read_words(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    if (!value.is_mapping() && !value.is_sequence()) {
      fail(value.span, "`words` must be a list of words or a mapping such as `GitLab: {article: a}`, not " +
                           described(value) + ".");
    }
    std::set<std::string> seen;
    const auto add = [&](const std::string& spelling, Span span) -> LexiconWord& {
      if (spelling.empty() || spelling.find_first_of(" \t\n") != spelling.npos)
        fail(span, "`words` takes single words without blanks, not " + quoted(spelling) + ".");
      if (!seen.insert(lower_case(spelling)).second)
        fail(span, quoted(spelling) + " stands here a second time; write it once, with its case.");
      return configuration_.words.emplace_back(LexiconWord{spelling, {}, no_form, false});
    };
    for (const Value& item : value.items) {
      if (item.is_mapping() || item.is_sequence() || item.kind == Value::Kind::null)
        fail(item.span,
             "`words` as a list takes words alone; to say more of one, write `GitLab: {article: a}`.");
      add(item.scalar, item.span);
    }
    for (const Member& member : value.members) read_word(member.value, add(member.key, member.key_span));
  }

  void read_word(const Value& value, LexiconWord& word) const {
    if (value.kind == Value::Kind::null) return;
    require(value, Value::Kind::mapping,
            "A word takes a mapping such as `{article: an, part-of-speech: noun}`, not " + described(value) +
                ".");
    refuse_repeated_keys(value);
    for (const Member& member : value.members) {
      if (member.key == "article") {
        word.article = read_article(member.value);
      } else if (member.key == "part-of-speech") {
        for (const std::string& part : strings(member)) read_part_of_speech(part, member.value.span, word);
      } else {
        fail(member.key_span, "Unknown key " + quoted("words: " + member.key) + "." +
                                  one_of(member.key, configuration_keys_in("words")));
      }
    }
  }

  std::optional<Article> read_article(const Value& value) const {
    if (value.kind == Value::Kind::null) return std::nullopt;
    if (value.scalar == "a") return Article::a;
    if (value.scalar == "an") return Article::an;
    if (value.scalar == "either") return Article::either;
    fail(value.span, "`article` can be `a`, `an` or `either`, not " + described(value) + ".");
  }

  void read_part_of_speech(const std::string& part, Span span, LexiconWord& word) const {
    const std::span<const std::string_view> known(parts_of_speech_names);
    const auto found = std::find(known.begin(), known.end(), part);
    if (found == known.end()) {
      fail(span, "Unknown part of speech " + quoted(part) + "." + one_of(part, {known.begin(), known.end()}));
    }
    constexpr uint16_t forms[] = {singular_noun, singular_noun, plural_noun, base_verb, adjective_form};
    word.forms |= forms[found - known.begin()];
    word.mass = word.mass || part == "mass-noun";
  }

  void read_rules(const Value& value) {
    if (value.kind == Value::Kind::null) return;
    require(value, Value::Kind::mapping,
            "`rules` must be a mapping such as `repeated-word: off`, not " + described(value) + ".");
    refuse_repeated_keys(value);
    for (const Member& member : value.members) {
      const RuleInfo* rule = find_rule(rules_, member.key);
      if (!rule) {
        fail(member.key_span, "Unknown rule " + quoted(member.key) + "." + suggest_rule(rules_, member.key));
      }
      const auto [setting, is_new] = configuration_.rules.try_emplace(rule->id);
      if (!is_new) fail(member.key_span, "Rule " + quoted(rule->id) + " is set a second time, by an alias.");
      read_rule(*rule, member.value, setting->second);
    }
  }

  void read_rule(const RuleInfo& rule, const Value& value, RuleSetting& setting) const {
    if (!value.is_mapping()) {
      read_level(value, setting);
      return;
    }
    setting.on = true;
    refuse_repeated_keys(value);
    for (const Member& member : value.members) {
      const auto named = [&](const Option& option) { return option.name == member.key; };
      if (member.key == "severity") {
        read_level(member.value, setting);
      } else if (std::any_of(rule.options.begin(), rule.options.end(), named)) {
        setting.options[member.key] = strings(member);
      } else {
        std::vector<std::string_view> known = {"severity"};
        for (const Option& option : rule.options) known.push_back(option.name);
        fail(member.key_span, "Rule " + quoted(rule.id) + " has no option " + quoted(member.key) + "." +
                                  one_of(member.key, known));
      }
    }
  }

  // `true`, `false`, `on`, `off`, or a severity, which turns the rule on.
  void read_level(const Value& value, RuleSetting& setting) const {
    const std::string& word = value.scalar;
    setting.on = word != "false" && word != "off";
    if (word == "true" || word == "on" || !*setting.on) return;
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
      if (word == name(severity)) {
        setting.severity = severity;
        return;
      }
    }
    const std::vector<std::string_view> levels = {"on", "off", "error", "warning", "info"};
    fail(value.span, "Expected " + listed(levels) + " or a mapping of options, not " + described(value) +
                         "." + did_you_mean(word, levels));
  }

  std::string_view path_;
  Source source_;
  std::span<const RuleInfo> rules_;
  Configuration configuration_;
};

bool has_alias(const RuleInfo& rule, std::string_view name) {
  return std::find(rule.aliases.begin(), rule.aliases.end(), name) != rule.aliases.end();
}

bool is_named_by_any(const RuleInfo& rule, const std::vector<std::string>& entries) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const std::string& entry) { return is_named(rule, entry); });
}

void require_rules(std::span<const RuleInfo> rules, const std::vector<std::string>& entries) {
  std::vector<std::string_view> known = {"all"};
  for (const RuleInfo& rule : rules) known.insert(known.end(), {rule.id, rule.group});
  for (const std::string& entry : entries) {
    const auto named = [&](const RuleInfo& rule) { return is_named(rule, entry); };
    if (std::any_of(rules.begin(), rules.end(), named)) continue;
    const std::string close = did_you_mean(entry, known);
    throw UserError("", 0,
                    quoted(entry) + " is no rule, group or `all`." +
                        (close.empty() ? " `rubric rules` lists the rules." : close));
  }
}

}  // namespace

const RuleInfo* find_rule(std::span<const RuleInfo> rules, std::string_view name) {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) {
    return rule.id == name || has_alias(rule, name);
  });
  return found == rules.end() ? nullptr : &*found;
}

std::string suggest_rule(std::span<const RuleInfo> rules, std::string_view name) {
  std::vector<std::string_view> ids, members;
  for (const RuleInfo& rule : rules) {
    ids.push_back(rule.id);
    if (rule.group == name) members.push_back(rule.id);
  }
  if (!members.empty()) return " It is a group of rules: " + listed(members) + ".";
  const std::string close = did_you_mean(name, std::move(ids));
  return close.empty() ? " `rubric rules` lists them all." : close;
}

std::span<const RuleInfo> known_rules(const Configuration& configuration) {
  if (configuration.rule_table) return *configuration.rule_table;
  return built_in_rules();
}

Configuration read_configuration(std::string_view path, std::string_view yaml,
                                 std::span<const RuleInfo> rules) {
  return Reader(path, yaml, rules).read();
}

std::vector<ActiveRule> activate(std::span<const RuleInfo> rules, const Configuration& configuration,
                                 const Selection& selection) {
  require_rules(rules, selection.select);
  require_rules(rules, selection.ignore);
  std::vector<ActiveRule> active;
  for (const RuleInfo& rule : rules) {
    const auto found = configuration.rules.find(rule.id);
    const RuleSetting setting = found == configuration.rules.end() ? RuleSetting{} : found->second;
    const bool on =
        selection.select.empty() ? setting.on.value_or(rule.on) : is_named_by_any(rule, selection.select);
    if (!on || is_named_by_any(rule, selection.ignore)) continue;
    ActiveRule entry{&rule, setting.severity.value_or(rule.severity), {}};
    for (const Option& option : rule.options) entry.options[option.name] = option.standard;
    for (const auto& [option, values] : setting.options) entry.options[option] = values;
    active.push_back(std::move(entry));
  }
  return active;
}

}  // namespace rubric
