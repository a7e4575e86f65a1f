// How it works: map, then reduce. Every page is read, parsed, linted by the page rules and reduced to its
// facts by one thread in one go, and its Document is freed; then the facts become a Site, over which the site
// rules run. What was read stays until its text is updated, so that a fix or a keystroke costs one page and
// the reduction. When few pages are asked for, few_pages.cpp tries first to do with what those need.

#include "workspace/workspace.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "lint/user_error.h"
#include "rules/rules.h"
#include "text/path.h"
#include "workspace/baseline.h"
#include "workspace/parallel.h"

namespace rubric {

namespace {

constexpr const char* unreadable = "cannot be read, or is a link that leaves the repository";
constexpr const char* too_large = "larger than 16 MiB";

constexpr int most_fix_rounds = 100;

bool is_asked_for(std::string_view path, const std::vector<std::string>& paths) {
  return std::any_of(paths.begin(), paths.end(),
                     [&](const std::string& asked) { return is_at_or_below(path, asked); });
}

// What remains of a path below a folder; the path itself where it lies elsewhere.
std::string_view below(std::string_view path, std::string_view folder) {
  if (folder.empty() || !is_at_or_below(path, folder)) return path;
  return path.substr(std::min(path.size(), folder.size() + 1));
}

bool is_markdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

bool is_of_shortcodes(const Diagnostic& finding) {
  const RuleInfo* rule = find_rule(built_in_rules(), finding.rule);
  return rule != nullptr && rule->group == "shortcodes";
}

// Reading all templates and following all links is worth it for the rules that ask.
SiteOptions site_options(SiteOptions options, std::span<const ActiveRule> rules, const CodeHosting& hosting) {
  const bool from_root = options.hosting.from_root;
  options.hosting = hosting;
  options.hosting.from_root = from_root;
  const auto runs = [&](std::string_view id) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const ActiveRule& rule) { return rule.info->id == id; });
  };
  options.lookups = runs("include-unused");
  options.backlinks = runs("page-orphaned");
  return options;
}

}  // namespace

Workspace::Workspace(const FileSystem& files, IgnoreRules ignored, WorkspaceOptions options)
    : disk_(files),
      options_(std::move(options)),
      ignored_(std::move(ignored)),
      excluded_(IgnoreRules::from_patterns(options_.configuration.exclude)),
      repository_(options_.repository ? options_.repository : list_repository(files)),
      linter_(activate(known_rules(options_.configuration), options_.configuration, options_.selection),
              native_rules(), Lexicon(options_.configuration.words),
              !options_.selection.select.empty() || !options_.selection.ignore.empty()),
      site_configuration_(read_site(
          repository_->files, [this](std::string_view path) { return read_for_site(path); }, options_.site,
          site_options(options_.configuration.site, linter_.rules(), repository_->hosting))) {
  if (!site_configuration_.errors.empty()) {
    const ValueError& error = site_configuration_.errors.front();
    const Source source(disk_.read(site_configuration_.error_path).value_or(""));
    throw UserError(site_configuration_.error_path, source.position(error.span.begin).line, error.message);
  }
  if (!ignored_.problem().empty()) note("cannot read the .gitignore rules: " + ignored_.problem());
  for (const std::string& folder : repository_->unreadable)
    note((folder.empty() ? "." : folder) + ": the folder cannot be read, so its files are not known");
  find_pages();
  const std::span<const ActiveRule> rules = linter_.rules();
  const auto is_of_images = [](const ActiveRule& rule) { return rule.info->id == "image-unused"; };
  if (std::any_of(rules.begin(), rules.end(), is_of_images))
    mentions_ = std::make_unique<ImageMentions>(repository_->files, own_folders(site_configuration_));
}

Workspace::~Workspace() = default;

void Workspace::note(std::string notice) {
  if (std::find(notices_.begin(), notices_.end(), notice) == notices_.end())
    notices_.push_back(std::move(notice));
}

// Whether a file lies in the site's folder or below something that it mounts.
bool Workspace::may_be_own(std::string_view path) const {
  const auto shows = [&](const Mount& mount) { return is_at_or_below(path, mount.source); };
  const auto any = [&](const std::vector<Mount>& mounts) {
    return std::any_of(mounts.begin(), mounts.end(), shows);
  };
  return is_at_or_below(path, options_.site) || any(site_configuration_.content) ||
         any(site_configuration_.assets);
}

// Plain Markdown belongs to the site in whose folder it lies; content and assets may be mounted from
// elsewhere.
bool Workspace::is_own(std::string_view path, PageKind kind) const {
  if (kind != PageKind::plain) return true;
  return is_at_or_below(path, options_.site) && !is_asked_for(path, options_.other_sites) &&
         !is_asked_for(path, options_.mounted_elsewhere);
}

// A file that the listing names but that cannot be read may be a layout or the configuration itself.
std::optional<std::string> Workspace::read_for_site(std::string_view path) {
  std::optional<std::string> bytes = disk_.read(path);
  site_files_.emplace(path);
  if (!bytes && repository_->files.has_file(path)) note(std::string(path) + ": " + unreadable);
  return bytes;
}

bool Workspace::is_excluded(std::string_view path) const {
  return ignored_.ignores(path) || excluded_.ignores(below(path, options_.configuration_folder));
}

// What the file is to the site, if it is a page of it. What Hugo renders without Goldmark is known to the
// site, and never linted.
std::optional<PageKind> Workspace::kind_of(std::string_view path) const {
  if (!may_be_own(path)) return std::nullopt;
  const std::optional<PageKind> kind = page_kind(path, site_configuration_);
  const bool known = kind && (is_markdown(path) ? is_own(path, *kind) : kind == PageKind::content);
  return known ? kind : std::nullopt;
}

std::optional<size_t> Workspace::index_of(std::string_view path) const {
  const auto by_path = [](const PageState& state, std::string_view wanted) { return state.path < wanted; };
  const auto found = std::lower_bound(pages_.begin(), pages_.end(), path, by_path);
  if (found == pages_.end() || found->path != path) return std::nullopt;
  return static_cast<size_t>(found - pages_.begin());
}

void Workspace::find_pages() {
  size_t components = 0;  // files of MDX, Markdown with JSX
  for (const std::string& path : repository_->files.files()) {
    components += path.ends_with(".mdx") && may_be_own(path) && !is_excluded(path) ? 1 : 0;
    const std::optional<PageKind> kind = kind_of(path);
    if (!kind) continue;
    PageState& state = pages_.emplace_back();
    state.path = path;
    state.other_format = !is_markdown(path);
    state.foreign =
        kind == PageKind::plain ? repository_->is_foreign(path) : is_asked_for(path, options_.other_sites);
  }
  pages_.shrink_to_fit();
  facts_.resize(pages_.size());
  if (components != 0)
    note(std::to_string(components) + (components == 1 ? " .mdx file" : " .mdx files") +
         " skipped: rubric does not read MDX");
}

bool Workspace::is_excluded(PageState& state) {
  if (!state.excluded) state.excluded = state.foreign || is_excluded(state.path);
  return *state.excluded;
}

Workspace::Asked Workspace::asked_for(const std::vector<std::string>& paths) {
  Asked asked{PathSet(paths), {}};
  for (size_t index = 0; index < pages_.size(); ++index) {
    PageState& state = pages_[index];
    if (!state.other_format && asked.paths.holds(state.path) && !is_excluded(state))
      asked.pages.push_back(index);
  }
  return asked;
}

bool Workspace::lints(std::string_view path) {
  const std::optional<size_t> page = index_of(path);
  return page && !pages_[*page].other_format && !is_excluded(pages_[*page]);
}

const Dialect& Workspace::dialect_of(std::string_view path) const {
  const std::optional<PageKind> kind = page_kind(path, site_configuration_);
  return kind == PageKind::plain || !kind ? plain_dialect_ : rubric::dialect_of(path, site_configuration_);
}

std::optional<std::string> Workspace::current_text(std::string_view path) const {
  const auto found = updated_.find(path);
  return found != updated_.end() ? found->second : disk_.read(path);
}

std::string Workspace::text(std::string_view path) const {
  return current_text(path).value_or("");
}

// The tag of the language that a page is declared to be in; a site of several languages knows best.
std::string_view Workspace::language_of(const Page& page) const {
  const std::string& configured = options_.configuration.language;
  if (!configured.empty() && site_configuration_.languages.size() < 2) return configured;
  const auto tag = site_configuration_.language_tags.find(page.language);
  return tag == site_configuration_.language_tags.end() ? std::string_view(configured) : tag->second;
}

// Reads a page, and lints it if that is asked for; gives its facts.
Page Workspace::read_facts(size_t index, bool lint) {
  PageState& state = pages_[index];
  std::optional<std::string> bytes = current_text(state.path);
  state.skipped = !bytes ? unreadable : bytes->size() > largest_page ? too_large : nullptr;
  if (state.skipped) bytes.emplace();
  if (mentions_) mentions_->read(*bytes);
  if (state.other_format) {
    state.read = state.linted = true;
    return read_other_format(std::string(state.path), *bytes, site_configuration_);
  }
  const Document document(std::string(state.path), *std::move(bytes), dialect_of(state.path));
  Page facts = read_page(document, site_configuration_);
  facts.unread = state.skipped != nullptr;
  state.findings.clear();
  if (lint) state.findings = linter_.lint(document, language_of(facts));
  state.findings.shrink_to_fit();
  state.read = true;
  state.linted = lint;
  return facts;
}

void Workspace::read_pages(const Asked& asked) {
  progress_.total += pages_.size();
  parallel_for(pages_.size(), options_.jobs, [&](size_t index) {
    const PageState& state = pages_[index];
    const bool lint = asked.holds(index);
    if (!state.read || (lint && !state.linted)) read_page_state(index, lint);
    ++progress_.read;
  });
  release_parser_memory();
  read_other_texts();
  note_skipped();
}

// What may speak of images beside the pages: templates, styles, scripts, data, but no baseline, which names
// those that are not used. Read once.
void Workspace::read_other_texts() {
  if (!mentions_ || std::exchange(other_texts_read_, true)) return;
  std::vector<std::string_view> texts;
  for (const std::string& path : repository_->files.below(site_configuration_.root)) {
    const auto is_before = [](const PageState& state, std::string_view wanted) {
      return state.path < wanted;
    };
    const auto page = std::lower_bound(pages_.begin(), pages_.end(), std::string_view(path), is_before);
    const bool is_page = page != pages_.end() && page->path == path;
    if (!is_page && (!ImageMentions::is_image(path) || path.ends_with(".svg"))) texts.push_back(path);
  }
  parallel_for(texts.size(), options_.jobs, [&](size_t index) {
    const std::optional<std::string> text = current_text(texts[index]);
    if (text && !is_baseline(*text)) mentions_->read(*text);
  });
}

void Workspace::note_skipped() {
  for (const PageState& state : pages_) {
    if (state.skipped) note(std::string(state.path) + ": skipped, " + state.skipped);
  }
}

// Adds what the page rules found to what the site rules did, and takes out what is suppressed; `keep` says
// that it will be asked for again.
void Workspace::add_page_findings(PageState& state, const Page& page, const Site& site, bool keep,
                                  std::vector<Diagnostic>& findings) const {
  state.open = site.is_open(page);
  // What page rules say of shortcodes holds where Hugo reads them; see IncludeGraph::reads_shortcodes.
  const bool read = site.includes().reads_shortcodes(page);
  for (Diagnostic& finding : state.findings) {
    if (!read && is_of_shortcodes(finding)) continue;
    findings.push_back(keep ? finding : std::move(finding));
  }
  if (!keep) {
    state.findings = std::vector<Diagnostic>();  // `{}` would keep its memory
    state.linted = false;
  }
  std::sort(findings.begin(), findings.end());
  state.suppressed = linter_.suppress(page, findings);
  findings.shrink_to_fit();  // There is one list for each page.
}

// What the rules found that look at files, pages or not.
std::vector<Diagnostic> Workspace::lint_files(const Asked& asked, const Site& site) const {
  std::vector<Diagnostic> findings = linter_.lint(site);
  std::erase_if(findings, [&](const Diagnostic& finding) {
    return !asked.paths.holds(finding.path) || is_excluded(finding.path);
  });
  return findings;
}

// The links of pages that are not linted make others known, too.
void Workspace::follow_others(const Asked& asked, const Site& site) const {
  if (!site_configuration_.backlinks) return;
  parallel_for(pages_.size(), options_.jobs, [&](size_t index) {
    if (!asked.holds(index)) site.note_links(site.pages()[index]);
  });
}

std::vector<Diagnostic> Workspace::collect(const Asked& asked, bool keep) {
  std::vector<std::vector<Diagnostic>> found(asked.pages.size());
  if (mentions_) site_configuration_.unused_images = mentions_->unused();
  std::optional<Site> site(std::in_place, site_configuration_, repository_->files, std::move(facts_));
  follow_others(asked, *site);
  parallel_for(asked.pages.size(), options_.jobs,
               [&](size_t place) { found[place] = linter_.lint(site->pages()[asked.pages[place]], *site); });
  parallel_for(asked.pages.size(), options_.jobs, [&](size_t place) {
    const Page& page = site->pages()[asked.pages[place]];
    linter_.lint_backlinks(page, *site, found[place]);
    add_moved_findings(page, *site, found[place]);
    add_page_findings(pages_[asked.pages[place]], page, *site, keep, found[place]);
  });
  std::vector<Diagnostic> of_files = lint_files(asked, *site);
  facts_ = std::move(*site).release_pages();
  site.reset();  // Its tables make room for the list of all findings.

  size_t count = of_files.size();
  for (const std::vector<Diagnostic>& findings : found) count += findings.size();
  std::vector<Diagnostic> all;
  all.reserve(count);
  for (std::vector<Diagnostic>& findings : found) {
    std::move(findings.begin(), findings.end(), std::back_inserter(all));
    findings = std::vector<Diagnostic>();
  }
  const auto middle = static_cast<ptrdiff_t>(all.size());
  std::move(of_files.begin(), of_files.end(), std::back_inserter(all));
  std::inplace_merge(all.begin(), all.begin() + middle, all.end());
  return all;
}

std::vector<Diagnostic> Workspace::check(const std::vector<std::string>& paths) {
  return check(asked_for(paths));
}

std::vector<Diagnostic> Workspace::check(const Asked& asked) {
  if (auto findings = check_few(asked)) return *std::move(findings);
  read_pages(asked);
  return collect(asked, false);
}

bool Workspace::visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit) {
  read_pages({{}, {}});
  Site site(site_configuration_, repository_->files, std::move(facts_));
  const Page* page = site.page_at(path);
  if (page != nullptr) visit(*page, site);
  const bool found = page != nullptr;
  facts_ = std::move(site).release_pages();
  return found;
}

void Workspace::update(const std::string& path, std::string text) {
  const auto updated = updated_.insert_or_assign(path, std::move(text)).first;
  const auto by_path = [](const PageState& state, std::string_view wanted) { return state.path < wanted; };
  auto found = std::lower_bound(pages_.begin(), pages_.end(), path, by_path);
  if (found == pages_.end() || found->path != path) {
    if (!is_markdown(path) || !page_kind(path, site_configuration_)) return;
    facts_.insert(facts_.begin() + (found - pages_.begin()), Page{});
    found = pages_.insert(found, PageState{});
    found->path = updated->first;
  }
  found->read = found->linted = false;
}

// A page that is not on the disk lives in `updated_` alone, and goes with it.
void Workspace::revert(const std::string& path) {
  const auto updated = updated_.find(path);
  if (updated == updated_.end()) return;
  if (const std::optional<size_t> page = index_of(path)) {
    pages_[*page].read = pages_[*page].linted = false;
    if (!repository_->files.has_file(path)) {
      facts_.erase(facts_.begin() + static_cast<ptrdiff_t>(*page));
      pages_.erase(pages_.begin() + static_cast<ptrdiff_t>(*page));
    }
  }
  updated_.erase(updated);
}

FixResult Workspace::fix(const std::vector<std::string>& paths, FixMode mode, const Change* change) {
  FixResult result;
  const Asked asked = change ? changed_of(paths, *change) : asked_for(paths);
  if (change) check_changed(paths, *change, ChangedPart::pages);  // for the old URLs
  std::map<std::string, std::string> before;
  for (int round = 0; round < most_fix_rounds; ++round) {
    read_pages(asked);
    result.remaining = collect(asked, true);
    const FixPlan plan = plan_fixes(result.remaining, mode);
    if (plan.edits.empty()) break;
    result.applied += plan.applied;
    for (const auto& [path, edits] : plan.edits) {
      const std::string current = text(path);
      before.emplace(path, current);
      update(path, apply_edits(current, edits));
    }
  }
  if (change) result.remaining = check_changed(paths, *change, ChangedPart::pages);
  for (auto& [path, original] : before) {
    std::string after = text(path);
    if (after != original) result.files.push_back({path, std::move(original), std::move(after)});
  }
  return result;
}

size_t Workspace::page_count(const std::vector<std::string>& paths) {
  const Asked asked = asked_for(paths);
  return static_cast<size_t>(std::count_if(asked.pages.begin(), asked.pages.end(),
                                           [&](size_t index) { return !pages_[index].skipped; }));
}

OpenShare Workspace::open_share(const std::vector<std::string>& paths) const {
  const PathSet asked(paths);
  OpenShare share;
  for (size_t index = 0; index < pages_.size(); ++index) {
    const PageState& state = pages_[index];
    const bool counts = facts_[index].kind == PageKind::content && facts_[index].published();
    if (!counts || state.excluded.value_or(true) || state.other_format || state.skipped ||
        !asked.holds(state.path))
      continue;
    ++share.pages;
    if (state.open) ++share.open;
  }
  return share;
}

size_t Workspace::excluded_count(const std::vector<std::string>& paths) {
  const PathSet asked(paths);
  return static_cast<size_t>(std::count_if(pages_.begin(), pages_.end(), [&](PageState& state) {
    return !state.other_format && asked.holds(state.path) && is_excluded(state);
  }));
}

std::vector<Diagnostic> Workspace::suppressed(const std::vector<std::string>& paths) const {
  const PathSet asked(paths);
  std::vector<Diagnostic> all;
  for (const PageState& state : pages_) {
    if (state.suppressed.empty() || !asked.holds(state.path)) continue;
    all.insert(all.end(), state.suppressed.begin(), state.suppressed.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace rubric
