// How it works: each run opens the example's site anew, in memory, as the command line would open it.

#include "workspace/rule_example.h"

#include "workspace/change.h"
#include "workspace/workspace.h"

namespace rubric {

namespace {

const std::string page_path = "content/page.md";

const std::pair<const char*, const char*> standard_files[] = {
    {"hugo.yaml", "title: Example\nbaseURL: https://example.org/\n"},
    {"layouts/_shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
    {"layouts/_shortcodes/note.html", "<div>{{ .Inner | markdownify }}</div>\n"},
    {"layouts/_shortcodes/badge.html", "<b>{{ .Get 0 }}</b>\n"},
};

// The example's site with one rule active.
struct ExampleSite {
  ExampleSite(const RuleInfo& info, const Example& example, const RuleTable& table)
      : files(files_of(example, {{page_path, example.text}})),
        change(change_between(files_of(example, example.before), files)),
        reads_change(info.reads == Reads::change),
        workspace(*files, IgnoreRules::from_patterns({}), options_of(info, table)) {}

  static std::shared_ptr<const MemoryFiles> files_of(const Example& example,
                                                     const std::map<std::string, std::string>& pages) {
    std::map<std::string, std::string, std::less<>> files(example.files.begin(), example.files.end());
    for (const auto& [path, text] : standard_files) files.emplace(path, text);
    for (const auto& [path, text] : pages) files[path] = text;
    return std::make_shared<MemoryFiles>(std::move(files));
  }

  std::vector<Diagnostic> check() {
    return reads_change ? workspace.check_changed({""}, *change, ChangedPart::pages) : workspace.check({""});
  }
  FixResult fix(FixMode mode) { return workspace.fix({""}, mode, reads_change ? change.get() : nullptr); }

  static WorkspaceOptions options_of(const RuleInfo& info, const RuleTable& table) {
    WorkspaceOptions options;
    options.configuration.rule_table = table;
    if (info.reads != Reads::suppressions) options.selection.select = {info.id};
    return options;
  }

  std::shared_ptr<const MemoryFiles> files;
  std::shared_ptr<const Change> change;
  bool reads_change;
  Workspace workspace;
};

// The findings of the rule, a line each; a rule that looks at suppressions runs with others.
std::string reports_of(const RuleInfo& info, const std::vector<Diagnostic>& findings) {
  std::string reports;
  for (const Diagnostic& finding : findings) {
    if (finding.rule != info.id) continue;
    const Position begin = finding.range.begin;
    reports += (finding.path == page_path ? "" : finding.path + ":") + std::to_string(begin.line) + ":" +
               std::to_string(begin.column) + " " + finding.message + "\n";
  }
  return reports;
}

std::string lines_of(const std::vector<std::string>& reports) {
  std::string lines;
  for (const std::string& report : reports) lines += report + "\n";
  return lines;
}

class Comparison {
 public:
  Comparison(const RuleInfo& info, const Example& example, const RuleTable& table)
      : info_(info), example_(example), table_(table) {}

  std::vector<ExampleDifference> run() {
    ExampleSite site(info_, example_, table_);
    compare("reports", lines_of(example_.reports), reports_of(info_, site.check()));
    const std::string& safely = example_.fixed.empty() ? example_.text : example_.fixed;
    compare_fixed("fixed", FixMode::safe, safely, !example_.fixed.empty());
    compare_fixed("fixed-unsafe", FixMode::all,
                  example_.fixed_unsafe.empty() ? safely : example_.fixed_unsafe,
                  !example_.fixed_unsafe.empty());
    return std::move(differences_);
  }

 private:
  void compare(const std::string& what, const std::string& expected, const std::string& actual) {
    if (expected != actual) differences_.push_back({what, expected, actual});
  }

  void compare_fixed(const std::string& what, FixMode mode, const std::string& expected, bool clean) {
    ExampleSite site(info_, example_, table_);
    const FixResult result = site.fix(mode);
    std::string after = example_.text;
    for (const FixResult::File& file : result.files)
      if (file.path == page_path) after = file.after;
    compare(what, expected, after);
    if (clean) compare("reports after " + what, "", reports_of(info_, result.remaining));
  }

  const RuleInfo& info_;
  const Example& example_;
  const RuleTable& table_;
  std::vector<ExampleDifference> differences_;
};

}  // namespace

std::vector<ExampleDifference> run_example(const RuleInfo& info, const Example& example,
                                           const RuleTable& table) {
  return Comparison(info, example, table).run();
}

}  // namespace rubric
