// How it works: one table says of every key which kinds of check have it and which need it. A page's keys are
// read in any order, so what spans several of them is judged when all are read.

#include "lint/load_pattern_keys.h"

#include "lint/expression.h"
#include "lint/message.h"
#include "lint/scope_text.h"

namespace rubric {

namespace {

constexpr Choices<Check, 8> checks = {{{"native", Check::native},
                                       {"existence", Check::existence},
                                       {"substitution", Check::substitution},
                                       {"occurrence", Check::occurrence},
                                       {"repetition", Check::repetition},
                                       {"consistency", Check::consistency},
                                       {"conditional", Check::conditional},
                                       {"capitalization", Check::capitalization}}};
constexpr Choices<TitleStyle, 2> styles = {{{"AP", TitleStyle::ap}, {"Chicago", TitleStyle::chicago}}};
constexpr std::array<std::pair<std::string_view, LetterCase>, 4> letter_cases = {
    {{"$title", LetterCase::title},
     {"$sentence", LetterCase::sentence},
     {"$lower", LetterCase::lower},
     {"$upper", LetterCase::upper}}};
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

// A mapping of texts to texts, in the order of the page.
PatternKeys::Pairs pairs_of(const RulePage& page, const Member& member, const std::string& what) {
  if (!member.value.is_mapping()) page.fail(member.key_span, quoted(member.key) + " maps " + what);
  PatternKeys::Pairs pairs;
  for (const Member& pair : member.value.members) pairs.emplace_back(pair.key, text_of(page, pair));
  return pairs;
}

void read_match(const RulePage& page, const Member& member, RuleInfo& info) {
  PatternKeys& keys = info.pattern;
  keys.match = text_of(page, member);
  for (const auto& [word, letter_case] : letter_cases) {
    if (word != keys.match) continue;
    keys.letter_case = letter_case;
    keys.match.clear();
    return;
  }
  if (!keys.match.starts_with('$')) return;
  page.fail(member.key_span, "`match` cannot be " + quoted(keys.match) +
                                 "; it is $title, $sentence, $lower, $upper or a pattern");
}

const Key<RuleInfo> keys[] = {
    {"alpha", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.alpha = truth_of(page, member); }},
    {"append", [](const RulePage& page, const Member& member,
                  RuleInfo& info) { info.pattern.append = truth_of(page, member); }},
    {"either", [](const RulePage& page, const Member& member,
                  RuleInfo& info) { info.pattern.either = pairs_of(page, member, "a pattern to another"); }},
    {"exceptions", [](const RulePage& page, const Member& member,
                      RuleInfo& info) { info.pattern.exceptions = texts_of(page, member); }},
    {"first", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.first = text_of(page, member); }},
    {"fix", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.fix = choice_of(page, member, applicabilities); }},
    {"ignorecase", [](const RulePage& page, const Member& member,
                      RuleInfo& info) { info.pattern.ignore_case = truth_of(page, member); }},
    {"indicators", [](const RulePage& page, const Member& member,
                      RuleInfo& info) { info.pattern.indicators = texts_of(page, member); }},
    {"match", read_match},
    {"max", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.max = number_of(page, member); }},
    {"min", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.min = number_of(page, member); }},
    {"nonword", [](const RulePage& page, const Member& member,
                   RuleInfo& info) { info.pattern.whole_words = !truth_of(page, member); }},
    {"raw", [](const RulePage& page, const Member& member,
               RuleInfo& info) { info.pattern.raw = texts_of(page, member); }},
    {"scope", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.scope = choice_of(page, member, scopes); }},
    {"second", [](const RulePage& page, const Member& member,
                  RuleInfo& info) { info.pattern.second = text_of(page, member); }},
    {"style", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.style = choice_of(page, member, styles); }},
    {"swap", [](const RulePage& page, const Member& member,
                RuleInfo& info) { info.pattern.swap = pairs_of(page, member, "patterns to replacements"); }},
    {"threshold", [](const RulePage& page, const Member& member,
                     RuleInfo& info) { info.pattern.threshold = share_of(page, member); }},
    {"token", [](const RulePage& page, const Member& member,
                 RuleInfo& info) { info.pattern.tokens = {text_of(page, member)}; }},
    {"tokens", [](const RulePage& page, const Member& member,
                  RuleInfo& info) { info.pattern.tokens = texts_of(page, member); }},
};

// Keys that Vale's rules have and ours have not, with what to do instead.
constexpr std::pair<std::string_view, std::string_view> other_keys[] = {
    {"action",
     "a substitution's replacement is its fix, `fix: safe` or `fix: unsafe`; other rules have none"},
    {"code", "write `scope: code` or `scope: raw`"},
    {"description", "say it in `summary` and `why`"},
    {"extends", "write `check:`"},
    {"in", "`second` is looked for in the scope of the rule"},
    {"level", "write `severity: error`, `warning` or `info`"},
    {"limit", "every finding is reported"},
    {"link", "say it in `why`"},
    {"name", "write `id:`, the name of the file"},
    {"pos", "rubric does not tell parts of speech; say in the pattern what stands around"},
    {"prefix", "numbers before a title do not count; write what else may stand there into `exceptions`"},
    {"vocab", "write the words into `exceptions`"},
};

// Kinds of check that Vale has and rubric has not.
constexpr std::string_view other_checks[] = {"metric", "readability", "script", "sequence", "spelling"};

struct KindKeys {
  Check check;
  std::vector<std::string_view> keys;  // beside `scope`, `ignorecase` and `nonword`
  std::vector<std::string_view> needed;
  std::vector<std::string_view> placeholders;
};

const KindKeys& kind_keys(Check check) {
  static const KindKeys kinds[] = {
      {Check::existence, {"append", "exceptions", "raw", "tokens"}, {"tokens"}, {"match"}},
      {Check::substitution, {"exceptions", "fix", "swap"}, {"swap"}, {"match", "replacement"}},
      {Check::occurrence, {"max", "min", "token"}, {"token"}, {"count", "match"}},
      {Check::repetition, {"alpha", "exceptions", "max", "tokens"}, {"tokens"}, {"count", "match"}},
      {Check::consistency, {"either"}, {"either"}, {"match", "other"}},
      {Check::conditional, {"exceptions", "first", "second"}, {"first", "second"}, {"match"}},
      {Check::capitalization,
       {"exceptions", "indicators", "match", "style", "threshold"},
       {"match"},
       {"match"}},
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
    if (key == "tokens" && !info.pattern.raw.empty()) continue;
    const Value* value = root.find(key);
    const bool there =
        value != nullptr && !(value->scalar.empty() && value->items.empty() && value->members.empty());
    if (!there) page.fail(check, name_of(info.check) + " needs the key " + quoted(key));
  }
  if (info.check == Check::occurrence && info.pattern.max == 0 && info.pattern.min == 0) {
    page.fail(check, name_of(info.check) + " needs a `max` or a `min` above 0");
  }
}

void judge_pattern(const RulePage& page, const PatternKeys& keys, Span span, const std::string& pattern) {
  const std::string error = pattern_error(keys, pattern);
  if (!error.empty()) page.fail(span, "the pattern " + quoted(pattern) + " is not valid: " + error);
}

// Every pattern, at its line.
void judge_patterns(const RulePage& page, const Value& root, const PatternKeys& keys) {
  for (const Member& member : root.members) {
    const bool one = member.key == "token" || member.key == "first" || member.key == "second" ||
                     (member.key == "match" && keys.letter_case == LetterCase::pattern);
    const bool pairs = member.key == "swap" || member.key == "either";
    if (one || ((member.key == "tokens" || member.key == "exceptions") && !member.value.is_sequence()))
      judge_pattern(page, keys, member.key_span, member.value.scalar);
    if (member.key == "tokens" || member.key == "exceptions")
      for (const Value& item : member.value.items) judge_pattern(page, keys, item.span, item.scalar);
    for (const Member& pair : pairs ? member.value.members : std::vector<Member>()) {
      judge_pattern(page, keys, pair.key_span, pair.key);
      if (member.key == "either") judge_pattern(page, keys, pair.key_span, pair.value.scalar);
    }
    if (member.key == "raw")
      for (const std::string& pattern : existence_patterns(keys))
        judge_pattern(page, keys, member.key_span, pattern);
  }
}

void judge_letter_case(const RulePage& page, const Value& root, const PatternKeys& keys) {
  if (keys.letter_case != LetterCase::pattern && !is_prose(keys.scope))
    page.fail(key_span(root, "scope"), "the letter case of words is known in scopes of prose only");
  if (keys.letter_case == LetterCase::title) return;
  if (root.find("style")) page.fail(key_span(root, "style"), "`style` belongs to `match: $title`");
}

void judge_message(const RulePage& page, const Value& root, const RuleInfo& info) {
  if (info.message.find("%s") != std::string::npos)
    page.fail(key_span(root, "message"), "`%s` is Vale's; write {match} where the match is to stand");
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
  const std::string word = text_of(page, member);
  if (std::find(std::begin(other_checks), std::end(other_checks), word) != std::end(other_checks))
    page.fail(member.key_span,
              quoted("check: " + word) + " is one of Vale's kinds that rubric does not have");
  return choice_of(page, member, checks);
}

void refuse_other_keys(const RulePage& page, const Value& root) {
  for (const Member& member : root.members) {
    for (const auto& [key, instead] : other_keys) {
      if (member.key != key) continue;
      page.fail(member.key_span, "rubric does not have Vale's " + quoted(key) + ": " + std::string(instead));
    }
  }
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
  judge_patterns(page, root, info.pattern);
  if (info.check == Check::capitalization) judge_letter_case(page, root, info.pattern);
  judge_message(page, root, info);
}

}  // namespace rubric
