// How it works: the asked pages are read, and made into a Site that notes which other pages it looks for (see
// site/unread_pages.h); these are read too and the Site is made anew, until it looks for no more. If the
// asked pages are fine then, they are fine in the whole site. If not, the front matter of all pages is read,
// which is a small part of reading them, and the same goes on with a Site that knows every page's place. Only
// what turns on all texts, mostly on who includes a text, is left to a run over all pages. What was read
// stays.

#include <algorithm>
#include <numeric>

#include "workspace/parallel.h"
#include "workspace/workspace.h"

namespace rubric {

namespace {

// For more pages than that it is quicker to read all at once.
constexpr size_t most_asked = 64;
constexpr size_t least_share = 8;  // of the site's pages, one in so many

// Each round makes a Site; links, their includes and the includes of those come one after the other.
constexpr int most_rounds = 20;

// Front matter is rarely longer.
constexpr size_t head_size = 4096;

// Whether the start of a text holds all of its front matter.
bool holds_head(std::string_view start, const FrontMatter& front_matter) {
  if (start.size() < head_size) return true;
  if (front_matter.present) return front_matter.errors.empty() && front_matter.span.end < start.size();
  const size_t first = start.find_first_not_of(" \t\r\n\v\f");
  return first != start.npos && std::string_view("-+{").find(start[first]) == std::string_view::npos;
}

// What is said of a text that is only a part of others turns on the pages that include it.
bool turns_on_includers(const Page& page, const std::vector<Diagnostic>& findings) {
  return !page.links.empty() || !page.includes.empty() || !page.slips.empty() || !page.tags.empty() ||
         !findings.empty();
}

}  // namespace

// What a Site of few pages says of those that were asked for.
struct Workspace::FewFindings {
  std::vector<Diagnostic> all;
  bool fine = true;  // none is of the site rules
};

bool Workspace::may_do_with_few(size_t asked) const {
  if (asked == 0 || asked > most_asked || asked * least_share > pages_.size()) return false;
  return !std::all_of(pages_.begin(), pages_.end(), [](const PageState& state) { return state.read; });
}

std::optional<std::vector<Diagnostic>> Workspace::check_few(const Asked& asked) {
  if (!may_do_with_few(asked.pages.size())) return std::nullopt;
  const auto is_page = [](const std::string& path) { return path.ends_with(".md"); };
  if (mentions_ && !std::all_of(asked.paths.paths().begin(), asked.paths.paths().end(), is_page))
    return std::nullopt;
  std::vector<std::string_view> paths;
  paths.reserve(pages_.size());
  for (const PageState& state : pages_) paths.push_back(state.path);
  UnreadPages unread(site_configuration_, std::move(paths));
  std::vector<size_t> known;
  UnreadPages::Wanted wanted{asked.pages};
  for (int round = 0; round < most_rounds; ++round) {
    read_few(wanted.pages, asked);
    for (const size_t page : wanted.pages) unread.mark_read(page);
    if (!unread.heads_read()) known.insert(known.end(), wanted.pages.begin(), wanted.pages.end());
    std::sort(known.begin(), known.end());
    FewFindings found = collect_few(known, asked, unread);
    wanted = unread.take_wanted();
    if (!wanted.pages.empty()) continue;
    if (wanted.texts) break;
    if (unread.heads_read() || (found.fine && !wanted.heads)) {
      note_skipped();
      return std::move(found.all);
    }
    read_heads();
    unread.mark_heads_read();
    known.resize(pages_.size());
    std::iota(known.begin(), known.end(), size_t{0});
  }
  return std::nullopt;
}

void Workspace::read_few(const std::vector<size_t>& pages, const Asked& asked) {
  parallel_for(pages.size(), options_.jobs, [&](size_t place) {
    const size_t index = pages[place];
    const bool lint = asked.holds(index);
    if (!pages_[index].read || (lint && !pages_[index].linted)) read_page_state(index, lint);
  });
}

void Workspace::read_heads() {
  parallel_for(pages_.size(), options_.jobs, [&](size_t index) {
    if (!pages_[index].read) read_head(index);
  });
}

void Workspace::read_head(size_t index) {
  if (pages_[index].other_format) return read_page_state(index, false);
  const std::string_view path = pages_[index].path;
  const auto updated = updated_.find(path);
  std::optional<std::string> start =
      updated != updated_.end() ? updated->second : disk_.read_start(path, head_size);
  FrontMatter front_matter = parse_front_matter(start.value_or(""));
  if (!start || !holds_head(*start, front_matter)) return read_page_state(index, false);
  facts_[index] = read_page_head(path, front_matter, site_configuration_);
}

Workspace::FewFindings Workspace::collect_few(const std::vector<size_t>& known, const Asked& asked,
                                              UnreadPages& unread) {
  std::vector<Page> facts;
  facts.reserve(known.size());
  for (const size_t index : known) facts.push_back(std::move(facts_[index]));
  Site site(site_configuration_, repository_->files, std::move(facts), &unread);
  FewFindings found;
  for (const size_t index : asked.pages) {
    PageState& state = pages_[index];
    const Page& page = *site.page_at(state.path);
    if (site.is_fragment(page) && turns_on_includers(page, state.findings)) unread.want_texts();
    std::vector<Diagnostic> findings = linter_.lint(page, site);
    linter_.lint_backlinks(page, site, findings);
    found.fine = found.fine && findings.empty();
    add_page_findings(state, page, site, true, findings);
    std::move(findings.begin(), findings.end(), std::back_inserter(found.all));
  }
  std::vector<Diagnostic> of_files = lint_files(asked, site);
  std::move(of_files.begin(), of_files.end(), std::back_inserter(found.all));
  std::sort(found.all.begin(), found.all.end());
  facts = std::move(site).release_pages();
  for (size_t place = 0; place < known.size(); ++place) facts_[known[place]] = std::move(facts[place]);
  return found;
}

}  // namespace rubric
