// How it works: until every page is read, a page is checked as the command line checks a few pages of a large
// site. Then one Site of all pages is kept. A page that changes is parsed and linted alone; its new facts
// take the old ones' place (Site::replace), and of other pages only those are looked at again whose verdicts
// turn on it: those that link to its ids, that include it, or that it includes. Where the new facts change
// what the Site is made of (a URL, an alias, an include), it is made anew, which costs no parsing, and every
// page's links are judged again, the asked page's first.

#include "workspace/live_site.h"

#include <algorithm>
#include <utility>

#include "workspace/parallel.h"

namespace rubric {

namespace {

// So many pages take a few milliseconds, which is as long as a keystroke may wait.
constexpr size_t read_at_once = 32;
constexpr size_t judged_at_once = 256;

}  // namespace

void LiveSite::update(const std::string& path, std::string text) {
  const std::optional<size_t> page = workspace_.index_of(path);
  if (!page) give_back();
  workspace_.update(path, std::move(text));
  if (site_) changed_.insert(*page);
  if (page) read_to_ = std::min(read_to_, *page);
}

void LiveSite::revert(const std::string& path) {
  if (!workspace_.has_file(path)) give_back();
  workspace_.revert(path);
  reread(path);
}

void LiveSite::reread(const std::string& path) {
  const std::optional<size_t> page = workspace_.index_of(path);
  if (!page || workspace_.updated_.contains(path)) return;
  workspace_.pages_[*page].read = workspace_.pages_[*page].linted = false;
  if (site_) changed_.insert(*page);
  read_to_ = std::min(read_to_, *page);
}

std::vector<Diagnostic> LiveSite::findings(std::string_view path) {
  read_changes();
  if (!workspace_.lints(path)) return {};
  if (!site_) {
    if (auto few = workspace_.check_few(workspace_.asked_for({std::string(path)}))) return *std::move(few);
    read_all();
  }
  return all_findings(static_cast<uint32_t>(*workspace_.index_of(path)));
}

bool LiveSite::is_stale(std::string_view path) {
  read_changes();
  const std::optional<size_t> page = site_ ? workspace_.index_of(path) : std::nullopt;
  return page && !states_[*page].current && workspace_.lints(path);
}

void LiveSite::visit(const std::function<void(const Site&)>& visit) {
  read_changes();
  if (!site_) read_all();
  visit(*site_);
}

bool LiveSite::visit(std::string_view path, const std::function<void(const Page&, const Site&)>& visit) {
  read_changes();
  if (!site_) read_all();
  const Page* page = site_->page_at(path);
  if (page != nullptr) visit(*page, *site_);
  return page != nullptr;
}

std::optional<std::vector<LiveSite::Touched>> LiveSite::work() {
  read_changes();
  if (!site_) {
    if (!read_some()) read_all();
    return std::vector<Touched>();
  }
  if (stale_.empty()) return std::nullopt;
  return look_again(judged_at_once);
}

// Reads a few pages that were not read; false when there are none.
bool LiveSite::read_some() {
  std::vector<size_t> unread;
  for (; read_to_ < workspace_.pages_.size() && unread.size() < read_at_once; ++read_to_)
    if (!workspace_.pages_[read_to_].read) unread.push_back(read_to_);
  parallel_for(unread.size(), workspace_.options_.jobs,
               [&](size_t place) { workspace_.read_page_state(unread[place], false); });
  return !unread.empty();
}

void LiveSite::read_all() {
  read_to_ = 0;
  workspace_.read_pages({{}, {}});
  make_site(std::move(workspace_.facts_));
}

void LiveSite::make_site(std::vector<Page> pages) {
  site_.reset();
  site_.emplace(workspace_.site_configuration_, workspace_.repository_->files, std::move(pages));
  changed_.clear();
  states_.resize(site_->pages().size());
  for (uint32_t page = 0; page < states_.size(); ++page) {
    states_[page].current = false;
    if (!workspace_.pages_[page].other_format) stale_.insert(page);
  }
  if (!workspace_.site_configuration_.backlinks) return;
  parallel_for(states_.size(), workspace_.options_.jobs,
               [&](size_t page) { site_->note_links(site_->pages()[page]); });
}

// Gives the facts back to the workspace, whose list of pages is about to change.
void LiveSite::give_back() {
  if (!site_) return;
  workspace_.facts_ = std::move(*site_).release_pages();
  site_.reset();
  changed_.clear();
  states_.clear();
  stale_.clear();
  linked_from_.clear();
  followers_.clear();
  read_to_ = 0;
}

void LiveSite::read_changes() {
  for (const size_t page : std::exchange(changed_, {})) replace(page);
}

void LiveSite::replace(size_t page) {
  const bool linted = workspace_.lints(workspace_.pages_[page].path);
  Page fresh = workspace_.read_facts(page, linted);
  const Replaced replaced = site_->replace(fresh);
  if (replaced == Replaced::nothing) {
    std::vector<Page> pages = std::move(*site_).release_pages();
    pages[page] = std::move(fresh);
    return make_site(std::move(pages));
  }
  mark_dependants(site_->pages()[page], replaced == Replaced::ids);
}

uint32_t LiveSite::index_of(const Page& page) const {
  return static_cast<uint32_t>(&page - site_->pages().data());
}

void LiveSite::mark_stale(const Page& page) {
  const uint32_t index = index_of(page);
  if (workspace_.pages_[index].other_format) return;
  states_[index].current = false;
  stale_.insert(index);
}

// A page that includes others is told of in what is said of these; its ids are part of those of the pages
// that include it.
void LiveSite::mark_dependants(const Page& page, bool ids) {
  for (const Page* part : site_->includes().with_included(page)) mark_stale(*part);
  if (!ids) return;
  std::vector<const Page*> shown_on = site_->includers(page);
  shown_on.push_back(&page);
  for (const Page* place : shown_on) {
    mark_stale(*place);
    const auto from = linked_from_.find(index_of(*place));
    if (from == linked_from_.end()) continue;
    for (const uint32_t linking : from->second) mark_stale(site_->pages()[linking]);
  }
  for (const uint32_t follower : followers_) mark_stale(site_->pages()[follower]);
}

// Lets the site rules judge a page, and keeps note of what their verdict turns on. What is shared by pages is
// left to the caller, so that many may be judged at once.
void LiveSite::judge(uint32_t index) {
  const Page& page = site_->pages()[index];
  State& state = states_[index];
  std::vector<Resolution> resolutions;
  state.findings = workspace_.linter_.lint(page, *site_, &resolutions);
  workspace_.linter_.lint_backlinks(page, *site_, state.findings);
  state.current = true;
  state.known = true;
  state.targets.clear();
  bool has_fragments = false, has_dead = false;
  for (size_t link = 0; link < page.links.size(); ++link) {
    if (page.links[link].target.find('#') == std::string_view::npos) continue;
    has_fragments = true;
    if (resolutions[link].page != nullptr) state.targets.push_back(index_of(*resolutions[link].page));
    has_dead |= resolutions[link].outcome == Outcome::target_missing;
  }
  std::sort(state.targets.begin(), state.targets.end());
  state.targets.erase(std::unique(state.targets.begin(), state.targets.end()), state.targets.end());
  // What is proposed for a dead link has its anchor, whichever page that is on.
  state.follows = has_dead || (has_fragments && site_->is_fragment(page));
}

void LiveSite::judge_all(const std::vector<uint32_t>& pages) {
  for (const uint32_t page : pages) {
    for (const uint32_t target : states_[page].targets) std::erase(linked_from_[target], page);
    followers_.erase(page);
    stale_.erase(page);
  }
  parallel_for(pages.size(), pages.size() < 8 ? 1 : workspace_.options_.jobs,
               [&](size_t place) { judge(pages[place]); });
  for (const uint32_t page : pages) {
    for (const uint32_t target : states_[page].targets) linked_from_[target].push_back(page);
    if (states_[page].follows) followers_.insert(page);
  }
}

std::vector<Diagnostic> LiveSite::all_findings(uint32_t page) {
  Workspace::PageState& state = workspace_.pages_[page];
  if (!state.linted) workspace_.read_facts(page, true);
  if (!states_[page].current) judge_all(std::vector{page});
  std::vector<Diagnostic> findings = states_[page].findings;
  workspace_.add_page_findings(state, site_->pages()[page], *site_, true, findings);
  return findings;
}

std::vector<LiveSite::Touched> LiveSite::look_again(size_t most) {
  std::vector<uint32_t> pages;
  for (auto page = stale_.begin(); page != stale_.end() && pages.size() < most; ++page)
    pages.push_back(*page);
  std::vector<std::vector<Diagnostic>> before;
  for (const uint32_t page : pages) before.push_back(states_[page].findings);
  std::vector<bool> known;
  for (const uint32_t page : pages) known.push_back(states_[page].known);
  judge_all(pages);
  std::vector<Touched> touched;
  for (size_t place = 0; place < pages.size(); ++place) {
    const uint32_t page = pages[place];
    const std::string_view path = workspace_.pages_[page].path;
    if (!known[place] || before[place] == states_[page].findings || !workspace_.lints(path)) continue;
    touched.push_back({std::string(path), all_findings(page)});
  }
  return touched;
}

}  // namespace rubric
