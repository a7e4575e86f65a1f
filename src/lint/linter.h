#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "lint/context.h"
#include "lint/rule.h"
#include "prose/lexicon.h"
#include "prose/watch.h"

namespace rubric {

class PatternScanner;

/// The rules of one run, ready to be applied: natives bound to their functions, patterns compiled. Immutable
/// and safe to use from many threads.
class Linter {
 public:
  /// The pages behind `rules` and `natives` must outlive the linter. `lexicon` is what the rules know of
  /// words; `narrowed` says that the command line chose the rules.
  Linter(std::vector<ActiveRule> rules, std::span<const NativeRule> natives, Lexicon lexicon = {},
         bool narrowed = false);
  ~Linter();
  Linter(Linter&&) noexcept;

  /// Runs every page rule over one document. `language` is the tag of the language that its site declares it
  /// to be in, empty where none does; the page's own front matter (`language:`, `lang:`) goes before it. The
  /// rules of grammar are English ones and do not run where another language is declared.
  std::vector<Diagnostic> lint(const Document& document, std::string_view language = {}) const;
  /// Runs every site rule over one page's facts. Where the site keeps backlinks, those of the page's links
  /// are noted. What became of the page's links is put into `resolutions`, if it is given.
  std::vector<Diagnostic> lint(const Page& page, const Site& site,
                               std::vector<Resolution>* resolutions = nullptr) const;
  /// Adds what the rules find that turn on the links of all other pages, once these are noted.
  void lint_backlinks(const Page& page, const Site& site, std::vector<Diagnostic>& findings) const;

  /// Adds what the rules find that look at a page which had another URL before a change; `text` is the
  /// page's.
  void lint_moved(const Page& page, const Site& site, std::string_view old_url, std::string_view text,
                  std::vector<Diagnostic>& findings) const;

  /// Runs every rule that looks at all files of the site, pages or not.
  std::vector<Diagnostic> lint(const Site& site) const;

  /// Takes what the page's suppressions cover out of its findings, which are all that the other rules found,
  /// in their order; adds what rules say that look at suppressions. Returns what it took out, in order.
  std::vector<Diagnostic> suppress(const Page& page, std::vector<Diagnostic>& findings) const;

  std::span<const ActiveRule> rules() const { return rules_; }

 private:
  std::vector<ActiveRule> rules_;
  Lexicon lexicon_;
  struct PageRule {
    const ActiveRule* rule = nullptr;
    const NativeRule* native = nullptr;
    Prepared prepared = {};
    size_t watch = 0;  // the number of its watch
  };
  void add_page_rule(const ActiveRule& rule, const NativeRule& native);

  std::vector<PageRule> page_rules_;
  std::unique_ptr<Watches> watches_;  // of the page rules
  std::vector<std::pair<const ActiveRule*, const NativeRule*>> site_rules_;
  std::vector<std::pair<const ActiveRule*, const NativeRule*>> backlinks_rules_;
  std::vector<std::pair<const ActiveRule*, const NativeRule*>> moved_rules_;
  std::vector<std::pair<const ActiveRule*, const NativeRule*>> files_rules_;
  std::vector<std::pair<const ActiveRule*, const NativeRule*>> suppression_rules_;
  bool narrowed_;
  std::unique_ptr<PatternScanner> patterns_;
};

}  // namespace rubric
