// How it works: the whole run is judged by its result. For what is rendered, the first round's edits are
// taken one page at a time with the rules that they come from.

#include "fix/fix_law.h"

#include <algorithm>
#include <map>

#include "fix/rendering_law.h"
#include "lint/rule.h"
#include "rules/rules.h"
#include "text/edit.h"
#include "workspace/workspace.h"

namespace rubric {

namespace {

size_t count_of(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

std::string group_of(const std::string& rule) {
  const RuleInfo* info = find_rule(built_in_rules(), rule);
  return info == nullptr ? "" : info->group;
}

std::map<std::string, PageEdits> edits_by_page(const std::vector<Diagnostic>& found, FixMode mode) {
  std::map<std::string, PageEdits> pages;
  for (auto& [path, edits] : plan_fixes(found, mode).edits) {
    PageEdits& page = pages[path];
    page.edits = edits;
    for (const Edit& edit : edits) {
      const auto has_edit = [&](const Diagnostic& finding) {
        for (const Fix& fix : finding.fixes)
          for (const FileEdit& change : fix.edits)
            if (edited_file(finding, change) == path && change.edit == edit) return true;
        return false;
      };
      page.groups.push_back(group_of(std::find_if(found.begin(), found.end(), has_edit)->rule));
    }
  }
  return pages;
}

// A page and a rule. What cannot be told for now (`anchor-unverified`) is the same as what is known to be
// wrong: mending a tag can tell more of the page, or less.
std::string kind_of(const Diagnostic& finding) {
  const std::string_view unverified = "-unverified";
  std::string rule = finding.rule;
  if (rule.ends_with(unverified))
    rule.replace(rule.size() - unverified.size(), unverified.size(), "-not-found");
  return finding.path + ": " + rule;
}

// Whether a finding is of a tag or a link that was not there before: of a tag that Hugo cannot read nothing
// is said but that, and of a link that leads to no page not that it has no such heading.
bool was_hidden(const Diagnostic& finding, const std::string& before, const Document& after) {
  const std::string group = group_of(finding.rule);
  if (group != "shortcodes" && group != "includes" && group != "links") return false;
  Span found = finding.range.span;  // of a closing tag without a call all of it
  for (const Shortcode& call : after.shortcodes.calls)
    for (const Span tag : {call.open, call.close})
      if (tag.begin <= found.begin && found.end <= tag.end) found = tag;
  return before.find(after.source.slice(found)) == before.npos;
}

class Judge {
 public:
  Judge(const Files& files, FixMode mode, const std::vector<std::string>& select)
      : files_(files), memory_(files), mode_(mode) {
    options_.selection.select = select;
    options_.jobs = 2;
  }

  FixLaw run() {
    Workspace first(memory_, IgnoreRules::from_patterns({}), options_);
    const std::vector<Diagnostic> before = first.check({""});
    law_.pages = first.page_count({""});
    for (const auto& [path, page] : edits_by_page(before, mode_)) {
      ++law_.rendered;
      const Dialect& dialect = first.dialect_of(path);
      const Document old_page(path, files_.at(path), dialect);
      const Document new_page(path, apply_edits(files_.at(path), page.edits), dialect);
      add(path, rendering_violation(old_page, new_page, page));
    }
    for (const Diagnostic& finding : first.suppressed({""})) ++suppressed_[finding.path];
    Workspace workspace(memory_, IgnoreRules::from_patterns({}), options_);
    const FixResult once = workspace.fix({""}, mode_);
    for (const Diagnostic& finding : workspace.suppressed({""})) --suppressed_[finding.path];
    law_.changed = once.files.size();
    law_.mended = once.applied;
    Files after = files_;
    for (const FixResult::File& file : once.files) {
      judge_bytes(file);
      after[file.path] = file.after;
    }
    judge_again(once, after);
    judge_new(before, once.remaining, after);
    return std::move(law_);
  }

 private:
  void add(const std::string& path, const std::string& violation) {
    if (!violation.empty()) law_.violations.push_back(path + ": " + violation);
  }

  void judge_bytes(const FixResult::File& file) {
    if (file.before != files_.at(file.path)) add(file.path, "is said to have been another");
    const size_t line_ends = count_of(file.before, "\n");
    const bool crlf = line_ends != 0 && count_of(file.before, "\r\n") == line_ends;
    if (crlf && count_of(file.after, "\r\n") != count_of(file.after, "\n")) add(file.path, "lost a CR");
    if (count_of(file.before, "\r") == 0 && count_of(file.after, "\r") != 0) add(file.path, "has a new CR");
    if (file.before.starts_with("\xEF\xBB\xBF") != file.after.starts_with("\xEF\xBB\xBF"))
      add(file.path, "another byte order mark");
    if (file.before.ends_with('\n') != file.after.ends_with('\n')) add(file.path, "another last line end");
  }

  void judge_again(const FixResult& once, const Files& after) {
    const MemoryFiles fixed(after);
    Workspace again(fixed, IgnoreRules::from_patterns({}), options_);
    const FixResult twice = again.fix({""}, mode_);
    for (const FixResult::File& file : twice.files) add(file.path, "is fixed once more");
    if (twice.remaining != once.remaining) add("", "other findings are left than are found");
  }

  // What stood there before is asked of all rules, too, since some tell what others cannot judge for now.
  void judge_new(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& now,
                 const Files& after) {
    WorkspaceOptions options = options_;
    options.selection.select = {"all"};
    Workspace all_rules(memory_, IgnoreRules::from_patterns({}), options);
    std::map<std::string, size_t> old, of_all;
    for (const Diagnostic& finding : before) ++old[kind_of(finding)];
    for (const Diagnostic& finding : all_rules.check({""})) ++of_all[kind_of(finding)];
    for (const auto& [kind, count] : of_all) old[kind] = std::max(old[kind], count);
    std::map<std::string, std::vector<const Diagnostic*>> by_kind;
    for (const Diagnostic& finding : now)
      if (finding.rule == "suppression-unknown") ++unknown_[finding.path];
    for (const Diagnostic& finding : now)
      if (find_rule(built_in_rules(), finding.rule)->on) by_kind[kind_of(finding)].push_back(&finding);
    for (const auto& [kind, findings] : by_kind) {
      if (findings.size() <= old[kind]) continue;
      const std::string& path = findings.front()->path;
      const Document page(path, after.at(path), all_rules.dialect_of(path));
      const auto revealed =
          static_cast<size_t>(std::count_if(findings.begin(), findings.end(), [&](const Diagnostic* finding) {
            return was_hidden(*finding, files_.at(path), page);
          }));
      law_.revealed += revealed;
      const bool others_went = suppressed_[path] > 0 || old[path + ": suppression-unknown"] > unknown_[path];
      if (findings.front()->rule == "suppression-unused" && others_went) continue;
      if (findings.size() - revealed > old[kind]) add("", "new: " + kind + " " + findings.front()->message);
    }
  }

  const Files& files_;
  const MemoryFiles memory_;
  FixMode mode_;
  WorkspaceOptions options_;
  std::map<std::string, int> suppressed_;  // of a page, how many findings less are suppressed than before
  std::map<std::string, size_t> unknown_;  // and its suppressions that name no rule
  FixLaw law_;
};

}  // namespace

FixLaw fix_law(const Files& files, FixMode mode, const std::vector<std::string>& select) {
  return Judge(files, mode, select).run();
}

}  // namespace rubric
