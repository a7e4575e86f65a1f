// How it works: every name that our own comments hold is looked up among all rules, whether they run or not.
// A comment that begins like one of ours is reported when it is near to one; `rubric` is a word like others.

#include <algorithm>
#include <array>
#include <vector>

#include "lint/context.h"
#include "lint/suppress.h"
#include "rules/rules.h"
#include "text/nearest.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 5> words = {"rubric-disable", "rubric-disable-file",
                                                   "rubric-disable-line", "rubric-disable-next-line",
                                                   "rubric-enable"};

bool is_known(std::string_view name) {
  const std::span<const RuleInfo> rules = built_in_rules();
  return std::any_of(rules.begin(), rules.end(), [&](const RuleInfo& rule) { return is_named(rule, name); });
}

std::vector<std::string_view> names_of_rules() {
  std::vector<std::string_view> names;
  for (const RuleInfo& rule : built_in_rules()) {
    names.push_back(rule.id);
    names.insert(names.end(), rule.aliases.begin(), rule.aliases.end());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void report_name(SuppressionsContext& context, const SuppressedName& name) {
  Extras extras;
  if (const auto meant = nearest(name.name, names_of_rules())) {
    const std::string wanted = "`" + std::string(*meant) + "`";
    extras.help = "Did you mean " + wanted + "?";
    extras.fixes.push_back(
        context.fix("Write " + wanted, Applicability::unsafe_fix, {{name.range.span, std::string(*meant)}}));
  } else {
    extras.help = "`rubric rules` lists the rules; a reason stands behind a colon.";
  }
  context.report(name.range, {{"name", name.name}, {"kind", "rule"}}, std::move(extras));
}

void report_word(SuppressionsContext& context, const Suppression& suppression) {
  const auto meant = nearest(suppression.word, words);
  if (!meant) return;
  Extras extras;
  extras.help = "Did you mean `" + std::string(*meant) + "`?";
  context.report(suppression.range, {{"name", suppression.word}, {"kind", "suppression"}}, std::move(extras));
}

}  // namespace

void suppression_unknown(SuppressionsContext& context) {
  for (const Suppression& suppression : context.page().suppressions) {
    if (suppression.dialect != SuppressionDialect::rubric || !suppression.certain) continue;
    if (suppression.kind == SuppressionKind::unknown) {
      report_word(context, suppression);
      continue;
    }
    // A reason without its colon is a row of unknown names: the first one tells.
    const auto unknown = std::find_if(suppression.names.begin(), suppression.names.end(),
                                      [](const SuppressedName& name) { return !is_known(name.name); });
    if (unknown != suppression.names.end()) report_name(context, *unknown);
  }
}

}  // namespace rubric
