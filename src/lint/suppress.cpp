// How it works: what each suppression names is turned into indices of rules once. Suppressions of the file
// and of lines go into tables; the others are played in the order of the text, while the findings go by in
// the same order, so that for each rule one cell says what disables it just there. A second suppression of
// what is suppressed already does nothing, and is found to be unused.

#include "lint/suppress.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "text/ascii.h"

namespace rubric {

namespace {

constexpr uint32_t nobody = UINT32_MAX;

// markdownlint's names have a number, Vale's a style before a dot.
bool is_of(SuppressionDialect dialect, std::string_view alias) {
  if (dialect == SuppressionDialect::vale) return alias.find('.') != alias.npos;
  return alias.starts_with("MD");
}

bool is_alias(const RuleInfo& rule, std::string_view name, SuppressionDialect dialect) {
  return std::any_of(rule.aliases.begin(), rule.aliases.end(), [&](std::string_view alias) {
    const bool of_style = dialect == SuppressionDialect::vale && alias.starts_with(name) &&
                          alias.size() > name.size() && alias[name.size()] == '.';
    return of_style || equal_ignoring_case(alias, name);
  });
}

bool covers(const SuppressionUse& use, const RuleInfo& rule) {
  const SuppressionDialect dialect = use.suppression->dialect;
  if (dialect == SuppressionDialect::rubric) {
    const bool explicitly = use.name != nullptr && use.name->name != "all";
    if (!explicitly) return rule.reads != Reads::suppressions;
    return is_named(rule, use.name->name);
  }
  if (use.name != nullptr) return is_alias(rule, use.name->name, dialect);
  return std::any_of(rule.aliases.begin(), rule.aliases.end(),
                     [&](std::string_view alias) { return is_of(dialect, alias); });
}

class Suppressor {
 public:
  Suppressor(const Page& page, std::span<const ActiveRule> rules, bool narrowed,
             std::span<const Diagnostic> findings);

  void apply(std::vector<Diagnostic>& findings, std::vector<Diagnostic>& taken);
  std::vector<SuppressionUse> take_uses() { return std::move(uses_); }

 private:
  using Line = std::pair<uint32_t, size_t>;  // and a rule's index

  void name_all(bool narrowed);
  void add_use(const Suppression& suppression, const SuppressedName* name, bool narrowed);
  void enter_tables();
  void play(uint32_t until);
  void play(const Suppression& suppression, size_t first_use, size_t uses_end);
  bool mark(const Diagnostic& finding);

  const Page& page_;
  std::span<const ActiveRule> rules_;
  std::unordered_map<std::string_view, size_t> rule_index_;
  std::vector<SuppressionUse> uses_;          // of each suppression in turn, for each of its names
  std::vector<std::vector<size_t>> covered_;  // for each use the rules that it names
  std::vector<bool> reported_;                // for each rule whether it has findings
  std::vector<uint32_t> of_file_, disabled_;  // for each rule the use that does it, or nobody
  std::vector<uint32_t> captured_;            // of disabled_
  std::map<Line, uint32_t> of_lines_;         // to the use
  size_t next_ = 0, next_use_ = 0;            // what is to be played next
};

Suppressor::Suppressor(const Page& page, std::span<const ActiveRule> rules, bool narrowed,
                       std::span<const Diagnostic> findings)
    : page_(page),
      rules_(rules),
      reported_(rules.size()),
      of_file_(rules.size(), nobody),
      disabled_(rules.size(), nobody),
      captured_(rules.size(), nobody) {
  for (size_t index = 0; index < rules.size(); ++index) rule_index_[rules[index].info->id] = index;
  for (const Diagnostic& finding : findings) {
    const auto rule = rule_index_.find(finding.rule);
    if (rule != rule_index_.end()) reported_[rule->second] = true;
  }
  name_all(narrowed);
  enter_tables();
}

void Suppressor::name_all(bool narrowed) {
  for (const Suppression& suppression : page_.suppressions) {
    if (suppression.names.empty()) add_use(suppression, nullptr, narrowed);
    for (const SuppressedName& name : suppression.names) add_use(suppression, &name, narrowed);
  }
}

void Suppressor::add_use(const Suppression& suppression, const SuppressedName* name, bool narrowed) {
  SuppressionUse use{&suppression, name, false, false};
  std::vector<size_t>& covered = covered_.emplace_back();
  bool by_group = name == nullptr;
  for (size_t index = 0; index < rules_.size(); ++index) {
    const RuleInfo& rule = *rules_[index].info;
    if (!covers(use, rule)) continue;
    covered.push_back(index);
    by_group = by_group || name->name == rule.group || name->name == "all";
    // What a change is told of is not found by every run.
    use.judged = use.judged || (rule.reads != Reads::suppressions && rule.reads != Reads::change);
  }
  use.judged = use.judged && !(by_group && narrowed);
  const bool is_own = suppression.dialect == SuppressionDialect::rubric && suppression.certain;
  if (!is_own || suppression.kind == SuppressionKind::unknown) use.judged = false;
  if (is_own && suppression.kind == SuppressionKind::enable && name == nullptr) use.judged = true;
  uses_.push_back(use);
}

void Suppressor::enter_tables() {
  for (uint32_t number = 0; number < uses_.size(); ++number) {
    const Suppression& suppression = *uses_[number].suppression;
    for (const size_t rule : covered_[number]) {
      if (suppression.kind == SuppressionKind::file && of_file_[rule] == nobody) of_file_[rule] = number;
      const bool of_line =
          suppression.kind == SuppressionKind::line || suppression.kind == SuppressionKind::next_line;
      if (!of_line || !reported_[rule]) continue;
      for (const uint32_t line : suppression.lines) of_lines_.try_emplace({line, rule}, number);
    }
  }
}

// Plays the suppressions that end before an offset.
void Suppressor::play(uint32_t until) {
  for (; next_ < page_.suppressions.size(); ++next_) {
    const Suppression& suppression = page_.suppressions[next_];
    if (suppression.range.span.end > until) return;
    const size_t end = next_use_ + std::max<size_t>(1, suppression.names.size());
    play(suppression, next_use_, end);
    next_use_ = end;
  }
}

void Suppressor::play(const Suppression& suppression, size_t first_use, size_t uses_end) {
  if (suppression.kind == SuppressionKind::capture) captured_ = disabled_;
  if (suppression.kind == SuppressionKind::restore) disabled_ = captured_;
  const bool enables = suppression.kind == SuppressionKind::enable;
  if (!enables && suppression.kind != SuppressionKind::disable) return;
  for (size_t use = first_use; use < uses_end; ++use) {
    for (const size_t rule : covered_[use]) {
      uint32_t& cell = disabled_[rule];
      if (enables && cell != nobody) uses_[use].used = true;
      if (enables || cell == nobody) cell = enables ? nobody : static_cast<uint32_t>(use);
    }
  }
}

// Whether a suppression covers the finding; all that do are of use.
bool Suppressor::mark(const Diagnostic& finding) {
  const auto rule = rule_index_.find(finding.rule);
  if (rule == rule_index_.end()) return false;
  const auto line = of_lines_.find({finding.range.begin.line, rule->second});
  bool covered = false;
  for (const uint32_t use :
       {of_file_[rule->second], disabled_[rule->second], line == of_lines_.end() ? nobody : line->second}) {
    if (use == nobody) continue;
    uses_[use].used = covered = true;
  }
  return covered;
}

void Suppressor::apply(std::vector<Diagnostic>& findings, std::vector<Diagnostic>& taken) {
  std::erase_if(findings, [&](Diagnostic& finding) {
    play(finding.range.span.begin);
    const bool covered = mark(finding);
    if (covered) taken.push_back(std::move(finding));
    return covered;
  });
  play(UINT32_MAX);
}

}  // namespace

bool is_named(const RuleInfo& rule, std::string_view name) {
  return name == "all" || name == rule.id || name == rule.group ||
         std::find(rule.aliases.begin(), rule.aliases.end(), name) != rule.aliases.end();
}

std::vector<SuppressionUse> apply_suppressions(const Page& page, std::span<const ActiveRule> rules,
                                               bool narrowed, std::vector<Diagnostic>& findings,
                                               std::vector<Diagnostic>& taken) {
  Suppressor suppressor(page, rules, narrowed, findings);
  suppressor.apply(findings, taken);
  return suppressor.take_uses();
}

}  // namespace rubric
