// How it works: the constructor binds each active rule once, to its function or into the pattern scanner; a
// page then costs one call per rule. Findings are sorted at the end, so the order of rules does not show.

#include "lint/linter.h"

#include <algorithm>

#include "lint/pattern.h"
#include "lint/suppress.h"
#include "prose/language_tag.h"

namespace rubric {

namespace {

const NativeRule* find_native(std::span<const NativeRule> natives, std::string_view id) {
  const auto found =
      std::lower_bound(natives.begin(), natives.end(), id,
                       [](const NativeRule& native, std::string_view wanted) { return native.id < wanted; });
  return found != natives.end() && found->id == id ? &*found : nullptr;
}

// The tag of the language that a page is in, as far as it is declared.
std::string_view page_language(const FrontMatter& front_matter, std::string_view of_site) {
  for (const std::string_view key : {"language", "lang"}) {
    const Value* value = front_matter.root.find(key);
    if (value != nullptr && is_language_tag(value->scalar)) return value->scalar;
  }
  return of_site;
}

}  // namespace

Linter::Linter(std::vector<ActiveRule> rules, std::span<const NativeRule> natives, Lexicon lexicon,
               bool narrowed)
    : rules_(std::move(rules)),
      lexicon_(std::move(lexicon)),
      watches_(std::make_unique<Watches>()),
      narrowed_(narrowed) {
  std::vector<const ActiveRule*> pattern_rules;
  for (const ActiveRule& rule : rules_) {
    if (rule.info->check != Check::native) {
      pattern_rules.push_back(&rule);
      continue;
    }
    const NativeRule* native = find_native(natives, rule.info->id);
    if (!native) continue;  // the tests hold pages and functions together
    if (native->page) add_page_rule(rule, *native);
    if (native->site) site_rules_.emplace_back(&rule, native);
    if (native->backlinks) backlinks_rules_.emplace_back(&rule, native);
    if (native->moved) moved_rules_.emplace_back(&rule, native);
    if (native->files) files_rules_.emplace_back(&rule, native);
    if (native->suppressions) suppression_rules_.emplace_back(&rule, native);
  }
  if (!pattern_rules.empty()) patterns_ = std::make_unique<PatternScanner>(pattern_rules);
}

void Linter::add_page_rule(const ActiveRule& rule, const NativeRule& native) {
  PageRule& added = page_rules_.emplace_back();
  added.rule = &rule;
  added.native = &native;
  if (!native.prepare) return;
  Watch watch = watches_->add();
  added.watch = watch.number();
  added.prepared = native.prepare({rule, lexicon_, watch});
}

Linter::~Linter() = default;
Linter::Linter(Linter&&) noexcept = default;

std::vector<Diagnostic> Linter::lint(const Document& document, std::string_view language) const {
  std::vector<Diagnostic> findings;
  const bool english = may_be_english(page_language(document.front_matter, language));
  PageContext context(document, lexicon_, *watches_, findings);
  for (const auto& [rule, native, prepared, watch] : page_rules_) {
    if (!english && rule->info->group == "grammar") continue;
    context.enter(*rule, prepared.get(), watch);
    native->page(context);
  }
  if (patterns_) patterns_->scan(context);
  std::sort(findings.begin(), findings.end());
  return findings;
}

std::vector<Diagnostic> Linter::lint(const Page& page, const Site& site,
                                     std::vector<Resolution>* resolutions) const {
  std::vector<Diagnostic> findings;
  SiteContext context(page, site, findings);
  for (const auto& [rule, native] : site_rules_) {
    context.enter(*rule);
    native->site(context);
  }
  if (site.configuration().backlinks) site.note_links(page, context.resolutions());
  if (resolutions != nullptr) *resolutions = context.resolutions();
  std::sort(findings.begin(), findings.end());
  return findings;
}

void Linter::lint_backlinks(const Page& page, const Site& site, std::vector<Diagnostic>& findings) const {
  BacklinksContext context(page, site, findings);
  for (const auto& [rule, native] : backlinks_rules_) {
    context.enter(*rule);
    native->backlinks(context);
  }
}

void Linter::lint_moved(const Page& page, const Site& site, std::string_view old_url, std::string_view text,
                        std::vector<Diagnostic>& findings) const {
  MovedContext context(page, site, findings, old_url, text);
  for (const auto& [rule, native] : moved_rules_) {
    context.enter(*rule);
    native->moved(context);
  }
}

std::vector<Diagnostic> Linter::lint(const Site& site) const {
  std::vector<Diagnostic> findings;
  FilesContext context(site, findings);
  for (const auto& [rule, native] : files_rules_) {
    context.enter(*rule);
    native->files(context);
  }
  std::sort(findings.begin(), findings.end());
  return findings;
}

std::vector<Diagnostic> Linter::suppress(const Page& page, std::vector<Diagnostic>& findings) const {
  std::vector<Diagnostic> taken;
  if (page.suppressions.empty()) return taken;
  const std::vector<SuppressionUse> uses = apply_suppressions(page, rules_, narrowed_, findings, taken);
  std::vector<Diagnostic> of_suppressions;
  SuppressionsContext context(page, uses, of_suppressions);
  for (const auto& [rule, native] : suppression_rules_) {
    context.enter(*rule);
    native->suppressions(context);
  }
  if (of_suppressions.empty()) return taken;
  std::sort(of_suppressions.begin(), of_suppressions.end());
  apply_suppressions(page, rules_, narrowed_, of_suppressions, taken);
  findings.insert(findings.end(), of_suppressions.begin(), of_suppressions.end());
  std::sort(findings.begin(), findings.end());
  std::sort(taken.begin(), taken.end());
  return taken;
}

}  // namespace rubric
