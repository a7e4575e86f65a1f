// How it works: the parts in the order of a reader's questions, each left out where there is nothing to say.

#include "report/rule_page.h"

#include <algorithm>

#include "report/terminal.h"

namespace rubric {

namespace {

// With its line ends and tabs, everything else as a terminal would be shown it.
std::string visible(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const Cell cell = cell_at(text, at);
    const bool as_it_is = text[at] == '\n' || text[at] == '\t';
    result += as_it_is ? std::string(1, text[at]) : cell.text;
    at += cell.byte_length;
  }
  return result;
}

size_t longest_run(std::string_view text, char of) {
  size_t longest = 0, run = 0;
  for (const char byte : text) {
    run = byte == of ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Whether any of the rule's examples is mended that way; the test suite sees to it that fixes are shown.
bool is_mended(const RuleInfo& rule, std::string Example::*fixed) {
  return std::any_of(rule.examples.begin(), rule.examples.end(),
                     [&](const Example& example) { return !(example.*fixed).empty(); });
}

std::string_view fixes_of(const RuleInfo& rule) {
  const bool safe = is_mended(rule, &Example::fixed), unsafe = is_mended(rule, &Example::fixed_unsafe);
  if (safe && unsafe) return "safe (`--fix`) or, where the repair is not certain, unsafe (`--unsafe-fixes`)";
  if (safe) return "safe (`--fix`)";
  if (unsafe) return "unsafe (`--unsafe-fixes`)";
  return "none";
}

std::string head(const RuleInfo& rule) {
  std::string text = rule.summary + "\n\n";
  text += "- Severity: " + std::string(name(rule.severity)) + "\n";
  text += std::string("- By default: ") + (rule.on ? "on" : "off; `.rubric.yaml` or `--select` turns it on") +
          "\n";
  text += "- Fixes: " + std::string(fixes_of(rule)) + "\n";
  text += "- Group: " + rule.group + "\n";
  if (rule.aliases.empty()) return text;
  text += "- Also known as:";
  for (const std::string& alias : rule.aliases)
    text += (&alias == &rule.aliases.front() ? " " : ", ") + alias;
  return text + "\n";
}

std::string options_of(const RuleInfo& rule) {
  if (rule.options.empty()) return "";
  std::string text = "\n## Options\n\nIn `.rubric.yaml`, below `rules:`, as `" + rule.id + ": {" +
                     rule.options.front().name + ": …}`.\n\n";
  for (const Option& option : rule.options) {
    text += "- `" + option.name + "`: " + option.summary;
    std::string values;
    for (const std::string& value : option.standard) values += (values.empty() ? "`" : ", `") + value + "`";
    text += values.empty() ? "\n" : " By default " + values + ".\n";
  }
  return text;
}

std::string example_of(const Example& example) {
  std::string text = "\n" + fenced(example.text, "markdown");
  for (const auto& [path, contents] : example.files) {
    text += contents.empty() ? "\nwith a file `" + path + "`\n"
                             : "\nwith `" + path + "`\n\n" + fenced(contents, "text");
  }
  for (const auto& [path, contents] : example.before)
    text += "\nwhere `" + path + "` was\n\n" + fenced(contents, "markdown");
  std::string reports;
  for (const std::string& report : example.reports) reports += report + "\n";
  if (!reports.empty()) text += "\nreports\n\n" + fenced(reports, "text");
  if (!example.fixed.empty()) text += "\nand `--fix` makes of it\n\n" + fenced(example.fixed, "markdown");
  if (!example.fixed_unsafe.empty())
    text += "\nand `--unsafe-fixes` makes of it\n\n" + fenced(example.fixed_unsafe, "markdown");
  return text;
}

std::string examples_of(const RuleInfo& rule, bool bad) {
  std::string text;
  for (const Example& example : rule.examples) {
    if (example.bad != bad) continue;
    if (bad && !text.empty()) text += "\n---\n";  // Where an example ends, its blocks alone do not show.
    text += example_of(example);
  }
  if (text.empty()) return "";
  return (bad ? "\n## Bad\n" : "\n## Good\n") + text;
}

}  // namespace

std::string fenced(std::string_view text, std::string_view language) {
  const std::string shown = visible(text);
  const std::string fence(std::max<size_t>(3, longest_run(shown, '`') + 1), '`');
  return fence + std::string(language) + "\n" + shown + (shown.empty() || shown.ends_with('\n') ? "" : "\n") +
         fence + "\n";
}

std::string rule_help(const RuleInfo& rule) {
  return head(rule) + "\n## Why\n\n" + rule.why + (rule.why.ends_with('\n') ? "" : "\n") + options_of(rule) +
         examples_of(rule, true) + examples_of(rule, false);
}

std::string rule_page(const RuleInfo& rule) {
  return "# " + rule.id + "\n\n" + rule_help(rule);
}

}  // namespace rubric
