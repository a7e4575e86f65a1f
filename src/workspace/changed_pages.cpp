// How it works: the law is the difference of two full checks, of the site as it was and as it is; what it
// takes follows from what changed. Where each changed page offers others what it did before (its URLs, its
// ids, what it includes), nothing else is found elsewhere, and only these pages are read. Where that is not
// so the facts of all pages are read once, and serve for both sites: of what was before only the changed
// pages are read beside, and only where something is found on a page that did not change. Where Hugo's own
// files changed, so that every page may mean something else, there are two full checks.

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "lint/user_error.h"
#include "text/path.h"
#include "workspace/change.h"
#include "workspace/changed_findings.h"
#include "workspace/parallel.h"
#include "workspace/workspace.h"

namespace rubric {

namespace {

bool is_markdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

// More changed pages than that hardly all offer what they did, and to ask costs reading them twice.
constexpr size_t most_compared = 64;

template <typename T, typename Same>
bool all_same(const std::vector<T>& left, const std::vector<T>& right, Same same) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
}

bool is_plain_section(const Publication& publication) {
  return publication.cascades == nullptr;
}

bool is_published_alike(const Publication& before, const Publication& after) {
  const auto facts = [](const Publication& of) {
    return std::tie(of.title, of.slug, of.url, of.aliases, of.terms, of.day, of.appears, of.expires,
                    of.render, of.draft, of.says_draft, of.headless, of.own_outputs, of.without_html);
  };
  return facts(before) == facts(after) && is_plain_section(before) && is_plain_section(after);
}

bool hands_down_alike(const Page& before, const Page& after) {
  const auto handed = [](const Page& page) {
    return page.parameters ? page.parameters->cascaded : std::vector<std::string>();
  };
  return handed(before) == handed(after);
}

bool includes_alike(const Page& before, const Page& after) {
  return all_same(before.includes, after.includes, [](const Include& left, const Include& right) {
    const auto facts = [](const Include& of) {
      return std::tie(of.target, of.name, of.delimiter, of.anchors_before, of.nested, of.alone, of.slip);
    };
    return facts(left) == facts(right);
  });
}

// Where a page includes or is included its ids are numbered with others'.
bool offers_ids(const Page& before, const Page& after) {
  const bool numbered = !after.includes.empty() || after.kind == PageKind::fragment;
  if (numbered) {
    const auto same = [](const Anchor& left, const Anchor& right) { return left.id == right.id; };
    return before.id_forms == after.id_forms && all_same(before.anchors, after.anchors, same);
  }
  const auto ids = [](const Page& page) {
    std::vector<std::string_view> all;
    for (const Anchor& anchor : page.anchors) all.push_back(anchor.id);
    std::sort(all.begin(), all.end());
    return all;
  };
  return ids(before) == ids(after);
}

// Whether nothing that is said of other pages turns on how one changed.
bool offers_the_same(const Page& before, const Page& after) {
  const auto facts = [](const Page& of) {
    return std::tie(of.kind, of.mistaken_start, of.language, of.open, of.unread, of.has_front_matter,
                    of.escapes_change_ids);
  };
  const auto same_shortcode = [](const UnverifiedShortcode& left, const UnverifiedShortcode& right) {
    return left.name == right.name;
  };
  const auto same_tag = [](const TagFact& left, const TagFact& right) { return left.name == right.name; };
  return facts(before) == facts(after) && is_published_alike(before.publication, after.publication) &&
         hands_down_alike(before, after) && includes_alike(before, after) && offers_ids(before, after) &&
         all_same(before.unverified, after.unverified, same_shortcode) &&
         all_same(before.tags, after.tags, same_tag);
}

// What Hugo and rubric's configuration of it are made of beside content, by the places of files that came or
// went; what changed in place is known by having been read.
bool may_configure(std::string_view path, std::string_view root) {
  if (!is_at_or_below(path, root)) return folder_of(path).empty() || path.starts_with('.');
  const std::string_view below = root.empty() ? path : path.substr(root.size() + 1);
  const std::string_view top = below.substr(0, below.find('/'));
  for (const std::string_view folder :
       {"layouts", "themes", "config", "_vendor", "archetypes", "i18n", "data"})
    if (top == folder) return true;
  return top == below || top.starts_with('.') || name_of(path).starts_with('_');
}

}  // namespace

// Whether a file that changed is what Hugo's configuration follows from.
bool Workspace::configures(std::string_view path, const Change& change) const {
  if (name_of(path).starts_with(".rubric")) return false;  // it is the one of now on both sides
  if (site_files_.contains(path)) return true;
  if (change.has_changed(path) && change.was_there(path)) return false;
  if (!kind_of(path) && may_configure(path, site_configuration_.root)) return true;
  const auto holds = [&](const Mount& mount) { return is_at_or_below(path, mount.source); };
  if (std::any_of(site_configuration_.layouts.begin(), site_configuration_.layouts.end(), holds)) return true;
  return makes_folder(path, change);
}

// Whether a folder came or went with a file that Hugo mounts if it is there.
bool Workspace::makes_folder(std::string_view path, const Change& change) const {
  const std::string& root = site_configuration_.root;
  if (!is_at_or_below(path, root)) return false;
  const std::string_view below = path.substr(root.empty() ? 0 : root.size() + 1);
  if (below.find('/') == below.npos) return false;
  const std::string folder = path_below(root, below.substr(0, below.find('/')));
  const auto is_old = [&](const std::string& file) { return change.was_there(file); };
  const std::span<const std::string> files = repository_->files.below(folder);
  return std::none_of(files.begin(), files.end(), is_old);
}

Page Workspace::read_old_page(std::string_view path, const Change& change) const {
  std::optional<std::string> bytes = change.before->read(path);
  const bool read = bytes && bytes->size() <= largest_page;
  if (!read) bytes.emplace();
  if (!is_markdown(path)) return read_other_format(std::string(path), *bytes, site_configuration_);
  const Document document(std::string(path), *std::move(bytes), dialect_of(path));
  Page page = read_page(document, site_configuration_);
  page.unread = !read;
  return page;
}

Workspace::Reach Workspace::reach_of(const Change& change) {
  Reach reach = Reach::pages;
  for (const auto* paths : {&change.changed, &change.gone}) {
    for (const std::string& path : *paths) {
      if (configures(path, change)) return Reach::configuration;
      const bool in_place = change.has_changed(path) && change.was_there(path);
      const bool other_format = !is_markdown(path) && kind_of(path).has_value();
      if (!in_place || other_format) reach = Reach::site;
    }
  }
  if (mentions_) return change.changed.empty() && change.gone.empty() ? Reach::pages : Reach::configuration;
  if (site_configuration_.backlinks || change.changed.size() > most_compared) return Reach::site;
  for (size_t place = 0; reach == Reach::pages && place < change.changed.size(); ++place) {
    const std::optional<size_t> index = index_of(change.changed[place]);
    if (!index) continue;
    if (!pages_[*index].read) read_page_state(*index, true);
    if (!offers_the_same(read_old_page(change.changed[place], change), facts_[*index])) reach = Reach::site;
  }
  return reach;
}

Workspace::Asked Workspace::changed_of(const std::vector<std::string>& paths, const Change& change) {
  const PathSet asked(paths);
  std::vector<std::string> files;
  std::vector<size_t> pages;
  for (const std::string& path : change.changed) {
    if (!asked.holds(path)) continue;
    files.push_back(path);
    const std::optional<size_t> index = index_of(path);
    if (index && !pages_[*index].other_format && !is_excluded(pages_[*index])) pages.push_back(*index);
  }
  return {PathSet(std::move(files)), std::move(pages)};
}

// Reads the facts of all pages. Those that changed are linted, and those of which it turns on more than their
// own links what is found: texts that others include, and pages with suppressions.
void Workspace::read_around(const Asked& asked, const Asked& touched) {
  progress_.total += pages_.size();
  parallel_for(pages_.size(), options_.jobs, [&](size_t index) {
    PageState& state = pages_[index];
    const bool lint = touched.holds(index);
    if (!state.read || (lint && !state.linted)) read_page_state(index, lint);
    const Page& page = facts_[index];
    const bool hangs_on_others = page.kind == PageKind::fragment || !page.suppressions.empty() ||
                                 page.publication.headless || page.publication.render == Render::never;
    if (hangs_on_others && !state.linted && asked.holds(index)) read_page_state(index, true);
    ++progress_.read;
  });
  release_parser_memory();
  note_skipped();
}

// The findings of the pages at old paths in the site as it was before a change of pages and other files that
// Hugo's configuration does not follow from.
std::vector<Diagnostic> Workspace::findings_before(const std::vector<std::string>& suspects,
                                                   const Change& change) {
  const std::shared_ptr<const Repository> repository = list_repository(*change.before);
  std::vector<std::string> old_paths;
  for (const auto* paths : {&change.kept, &change.gone})
    std::copy_if(paths->begin(), paths->end(), std::back_inserter(old_paths),
                 [&](const std::string& path) { return kind_of(path).has_value(); });
  std::vector<Page> pages(old_paths.size());
  parallel_for(old_paths.size(), options_.jobs,
               [&](size_t place) { pages[place] = read_old_page(old_paths[place], change); });
  std::map<std::string, size_t, std::less<>> homes;  // of the pages that both sites have
  for (size_t index = 0; index < pages_.size(); ++index) {
    if (change.has_changed(pages_[index].path)) continue;
    homes.emplace(pages_[index].path, index);
    pages.push_back(std::move(facts_[index]));
  }
  std::sort(pages.begin(), pages.end(),
            [](const Page& left, const Page& right) { return left.path < right.path; });
  Site site(site_configuration_, repository->files, std::move(pages));
  if (site_configuration_.backlinks)
    parallel_for(site.pages().size(), options_.jobs,
                 [&](size_t place) { site.note_links(site.pages()[place]); });
  std::vector<std::vector<Diagnostic>> found(suspects.size());
  parallel_for(suspects.size(), options_.jobs, [&](size_t place) {
    const Page* page = site.page_at(suspects[place]);
    if (page == nullptr) return;
    PageState state;
    state.path = suspects[place];
    const auto home = homes.find(suspects[place]);
    state.findings = home != homes.end() ? pages_[home->second].findings : lint_old_page(*page, change);
    found[place] = linter_.lint(*page, site);
    linter_.lint_backlinks(*page, site, found[place]);
    add_page_findings(state, *page, site, true, found[place]);
  });
  std::vector<Diagnostic> all = linter_.lint(site);
  for (const std::vector<Diagnostic>& findings : found)
    all.insert(all.end(), findings.begin(), findings.end());
  for (Page& page : std::move(site).release_pages())
    if (const auto home = homes.find(page.path); home != homes.end()) facts_[home->second] = std::move(page);
  return all;
}

std::vector<Diagnostic> Workspace::lint_old_page(const Page& page, const Change& change) const {
  const Document document(page.path, change.before->read(page.path).value_or(""), dialect_of(page.path));
  return linter_.lint(document, language_of(page));
}

// The site as it was, with the rules of now; null where it cannot be read.
std::unique_ptr<Workspace> Workspace::workspace_before(const Change& change) {
  WorkspaceOptions options = options_;
  options.repository = list_repository(*change.before);
  try {
    return std::make_unique<Workspace>(*change.before, IgnoreRules::from_patterns({}), std::move(options));
  } catch (const UserError& error) {
    note("the site as it was cannot be read (" + std::string(error.what()) +
         "), so nothing is told of pages that did not change");
    return nullptr;
  }
}

// The own URLs of those pages at the paths that are published.
std::map<std::string, std::string> Workspace::urls_of(const std::vector<std::string>& paths) {
  read_heads();
  Site site(site_configuration_, repository_->files, std::move(facts_));
  std::map<std::string, std::string> urls;
  for (const std::string& path : paths) {
    const Page* page = site.page_at(path);
    if (page != nullptr && page->published() && !page->urls.empty()) urls.emplace(path, page->urls.front());
  }
  facts_ = std::move(site).release_pages();
  return urls;
}

// Whether a page may have another URL than before the change: its file moved, or says so.
bool Workspace::may_have_moved(const PageState& state, const Change& change) const {
  if (page_kind(state.path, site_configuration_) != PageKind::content) return false;
  const std::string_view old_path = change.old_path(state.path);
  if (old_path.empty() || old_path != state.path) return !old_path.empty();
  const std::string before = change.before->read(old_path).value_or(""), after = text(state.path);
  const auto head = [](std::string_view text) { return text.substr(0, parse_front_matter(text).span.end); };
  return head(before) != head(after);
}

// Notes what URLs the changed pages had, where they may be others now.
void Workspace::find_old_urls(const Asked& touched, const Change& change,
                              std::unique_ptr<Workspace>& before) {
  const auto is_of_moves = [](const ActiveRule& rule) { return rule.info->reads == Reads::change; };
  if (std::none_of(rules().begin(), rules().end(), is_of_moves)) return;
  std::vector<std::string> old_paths;
  for (const size_t index : touched.pages)
    if (may_have_moved(pages_[index], change)) old_paths.emplace_back(change.old_path(pages_[index].path));
  if (old_paths.empty()) return;
  if (!before) before = workspace_before(change);
  if (!before) return;
  std::map<std::string, std::string> urls = before->urls_of(old_paths);
  for (const size_t index : touched.pages) {
    const std::string_view path = pages_[index].path;
    const auto url = urls.find(std::string(change.old_path(path)));
    if (url != urls.end()) old_urls_.emplace(path, url->second);
  }
}

void Workspace::add_moved_findings(const Page& page, const Site& site,
                                   std::vector<Diagnostic>& findings) const {
  const auto old_url = old_urls_.find(page.path);
  if (old_url == old_urls_.end() || !page.published() || page.urls.empty()) return;
  if (page.urls.front() != old_url->second)
    linter_.lint_moved(page, site, old_url->second, text(page.path), findings);
}

std::vector<Diagnostic> Workspace::check_changed(const std::vector<std::string>& paths, const Change& change,
                                                 ChangedPart part) {
  const Asked touched = changed_of(paths, change);
  const Reach reach = reach_of(change);
  if (reach == Reach::pages && part == ChangedPart::pages) {
    std::vector<Diagnostic> found = touched.pages.empty() ? std::vector<Diagnostic>() : check(touched);
    change.verify();
    return found;
  }
  std::unique_ptr<Workspace> before;
  find_old_urls(touched, change, before);
  const Asked asked = asked_for(paths);
  if (reach != Reach::configuration) read_around(asked, touched);
  std::vector<Diagnostic> found = reach == Reach::configuration ? check(asked) : collect(asked, true);
  ChangedFindings findings(std::move(found), change, part, [&](std::string_view path) { return text(path); });
  const std::vector<std::string> suspects = findings.suspects();
  if (reach != Reach::configuration && !suspects.empty()) {
    findings.leave_new(findings_before(suspects, change));
  } else if (!suspects.empty()) {
    if (!before) before = workspace_before(change);
    if (before) findings.leave_new(before->check(suspects));
    if (!before) findings.leave_none();
  }
  change.verify();
  return std::move(findings).take();
}

}  // namespace rubric
