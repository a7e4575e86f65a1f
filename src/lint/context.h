#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "lint/message.h"
#include "lint/rule.h"
#include "markdown/document.h"
#include "prose/lexicon.h"
#include "prose/prose.h"
#include "prose/watch.h"
#include "site/site.h"

namespace rubric {

struct SuppressionUse;

/// What a finding may carry beside its message.
struct Extras {
  std::string help;
  std::vector<Related> related;
  std::vector<Fix> fixes;
  std::string missing_folder = {};  ///< see Diagnostic
};

/// What a page rule sees and says. One per page and thread; the rule under way is set by the engine.
class PageContext {
 public:
  /// All of these must outlive the context.
  PageContext(const Document& document, const Lexicon& lexicon, const Watches& watches,
              std::vector<Diagnostic>& findings);

  const Document& document() const { return document_; }
  /// The page's words, built when the first rule asks.
  const Prose& prose();
  /// What is known of words, the project's own (`words:`) among them.
  const Lexicon& lexicon() const { return lexicon_; }
  std::span<const std::string> option(std::string_view name) const { return rule_->option(name); }

  /// The places on the page of what the rule under way waits for, in the order of the text; of words a few
  /// may be among them that it does not wait for.
  std::span<const WordPlace> places();

  /// What the rule under way has prepared for the run.
  template <typename Value>
  const Value& prepared() const {
    return *static_cast<const Value*>(prepared_);
  }

  /// Reports a finding at `span` with the rule's message.
  void report(Span span, const Arguments& arguments = {}, Extras extras = {});

  /// Reports that a rule could not do its work at `span`, in words of its own.
  void report_message(Span span, std::string message);

  /// Reports an error of the page's shortcodes at its span, with the repair, where one is certain, as a safe
  /// fix.
  void report(const SyntaxError& error, const Arguments& arguments, std::string help = "");

  /// A fix of this page.
  Fix fix(std::string title, Applicability applicability, std::vector<Edit> edits) const;

  /// `watch` is the number of the rule's watch.
  void enter(const ActiveRule& rule, const void* prepared = nullptr, size_t watch = 0) {
    rule_ = &rule;
    prepared_ = prepared;
    watch_ = watch;
  }
  const ActiveRule& rule() const { return *rule_; }

 private:
  const Document& document_;
  const Lexicon& lexicon_;
  const Watches& watches_;
  std::vector<Diagnostic>& findings_;
  std::optional<Prose> prose_;
  std::optional<std::array<std::vector<WordPlace>, Watches::most>> places_;  // by watch
  const ActiveRule* rule_ = nullptr;
  const void* prepared_ = nullptr;  // by rule_
  size_t watch_ = 0;                // of rule_
};

/// What a site rule sees and says: the facts of one page, and of the whole site around it.
class SiteContext {
 public:
  SiteContext(const Page& page, const Site& site, std::vector<Diagnostic>& findings);

  const Page& page() const { return page_; }
  const Site& site() const { return site_; }
  std::span<const std::string> option(std::string_view name) const { return rule_->option(name); }

  /// What became of each of page().links, in their order; worked out when the first rule asks.
  const std::vector<Resolution>& resolutions();

  /// What is roundabout in each of page().links, in their order; worked out when the first rule asks.
  const std::vector<std::optional<Detour>>& detours();

  void report(const Range& range, const Arguments& arguments = {}, Extras extras = {});
  Fix fix(std::string title, Applicability applicability, std::vector<Edit> edits) const;

  void enter(const ActiveRule& rule) { rule_ = &rule; }
  const ActiveRule& rule() const { return *rule_; }

 private:
  const Page& page_;
  const Site& site_;
  std::vector<Diagnostic>& findings_;
  std::optional<std::vector<Resolution>> resolutions_;
  std::optional<std::vector<std::optional<Detour>>> detours_;
  const ActiveRule* rule_ = nullptr;
};

/// The same for a rule that runs when the links of all pages have been followed: see Site::is_orphan.
class BacklinksContext : public SiteContext {
 public:
  using SiteContext::SiteContext;
};

/// The same for a rule that runs on a page whose own URL a change took from it, where only a change is
/// checked.
class MovedContext : public SiteContext {
 public:
  /// `old_url` is below baseURL's path; `text` is the page's.
  MovedContext(const Page& page, const Site& site, std::vector<Diagnostic>& findings,
               std::string_view old_url, std::string_view text)
      : SiteContext(page, site, findings), old_url_(old_url), text_(text) {}

  std::string_view old_url() const { return old_url_; }
  std::string_view text() const { return text_; }

 private:
  std::string_view old_url_, text_;
};

/// What a rule sees and says that looks at all files of a site, pages or not. One per run.
class FilesContext {
 public:
  FilesContext(const Site& site, std::vector<Diagnostic>& findings) : site_(site), findings_(findings) {}

  const Site& site() const { return site_; }
  std::span<const std::string> option(std::string_view name) const { return rule_->option(name); }

  /// Reports a finding of a whole file, at its beginning.
  void report(std::string_view path, const Arguments& arguments = {}, Extras extras = {});

  void enter(const ActiveRule& rule) { rule_ = &rule; }

 private:
  const Site& site_;
  std::vector<Diagnostic>& findings_;
  const ActiveRule* rule_ = nullptr;
};

/// What a rule sees and says that looks at a page's suppressions, after they were applied to what all other
/// rules found.
class SuppressionsContext {
 public:
  SuppressionsContext(const Page& page, std::span<const SuppressionUse> uses,
                      std::vector<Diagnostic>& findings)
      : page_(page), uses_(uses), findings_(findings) {}

  const Page& page() const { return page_; }
  /// In the order of page().suppressions, for each of their names.
  std::span<const SuppressionUse> uses() const { return uses_; }

  void report(const Range& range, const Arguments& arguments = {}, Extras extras = {});
  Fix fix(std::string title, Applicability applicability, std::vector<Edit> edits) const;

  void enter(const ActiveRule& rule) { rule_ = &rule; }

 private:
  const Page& page_;
  std::span<const SuppressionUse> uses_;
  std::vector<Diagnostic>& findings_;
  const ActiveRule* rule_ = nullptr;
};

}  // namespace rubric
