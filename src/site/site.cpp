// How it works: the tables of a site are built here, each by its own part (url_table, include_graph,
// suggestions); what they answer for links is in site_links.cpp, for includes in site_includes.cpp.

#include "site/site.h"

#include <algorithm>

#include "site/urls.h"

namespace rubric {

namespace {

PathSuggestions url_suggestions(const UrlTable& urls) {
  std::vector<std::string_view> paths;
  paths.reserve(urls.own_urls().size());
  for (const auto& [url, page] : urls.own_urls()) paths.push_back(url);
  return PathSuggestions(std::move(paths));
}

PathSuggestions file_suggestions(const FileTree& files, std::string_view root) {
  const std::span<const std::string> below = files.below(root);
  return PathSuggestions(std::vector<std::string_view>(below.begin(), below.end()));
}

}  // namespace

bool Site::has_ref(const Page& page) {
  return std::any_of(page.links.begin(), page.links.end(),
                     [](const Link& link) { return link.kind == LinkKind::ref; }) ||
         std::any_of(page.slips.begin(), page.slips.end(),
                     [](const SlipFact& slip) { return !slip.ref.empty(); });
}

// The ids of plain pages that have very many, sorted.
void Site::learn_crowded_ids(const Page& page) {
  constexpr size_t many = 1000;
  if (page.kind != PageKind::plain || page.anchors.size() < many) return;
  std::vector<std::string_view>& ids = crowded_ids_[&page];
  for (const Anchor& anchor : page.anchors) ids.push_back(anchor.id);
  std::sort(ids.begin(), ids.end());
}

Site::Site(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page> pages,
           UnreadPages* unread)
    : configuration_(configuration),
      files_(files),
      unread_(unread),
      pages_(std::move(pages)),
      urls_(configuration, files, pages_, unread) {
  for (const Page& page : pages_) learn_crowded_ids(page);
  if (unread == nullptr || unread->heads_read()) {
    near_urls_ = url_suggestions(urls_);
    near_files_ = file_suggestions(files, configuration.root);
  }
  by_path_.reserve(pages_.size());
  for (const Page& page : pages_) by_path_.emplace(page.path, &page);
  for (const Page& page : pages_) {
    if (page.parameters) cascaded_.insert(page.parameters->cascaded.begin(), page.parameters->cascaded.end());
  }
  connect_includes();
  if (unread == nullptr) find_unused();
  for (const Page& page : pages_) {
    // Of a text that every include prints as it is Hugo never reads the shortcodes.
    if (!includes_.reads_shortcodes(page)) continue;
    for (const UnverifiedShortcode& shortcode : page.unverified) {
      ShortcodeUsage& usage = unverified_[shortcode.name];
      if (usage.first == nullptr) usage.first = &page;
      usage.calls += shortcode.count;
      ++usage.pages;
    }
  }
  if (configuration.link_hook == LinkHook::embedded || configuration.image_hook == LinkHook::embedded ||
      std::any_of(pages_.begin(), pages_.end(), has_ref)) {
    const auto find_page = [this](std::string_view path) -> const Page* {
      const auto found = by_path_.find(path);
      return found == by_path_.end() ? nullptr : found->second;
    };
    const auto is_resource = [this](std::string_view path, ContentForm form) {
      return urls_.is_resource(path, form);
    };
    finder_.emplace(configuration, files, find_page, is_resource, unread);
  }
  if (configuration.backlinks) linked_ = std::make_unique<std::atomic<bool>[]>(pages_.size());
}

const Page* Site::page_at(std::string_view path) const {
  const auto found = by_path_.find(path);
  const bool known = found != by_path_.end() && !found->second->head_only;
  if (!known && unread_ != nullptr) unread_->want_file(path);
  return found == by_path_.end() ? nullptr : found->second;
}

const Page* Site::page_for_url(std::string_view url) const {
  const UrlEntry* entry = urls_.find(url);
  return entry == nullptr ? nullptr : entry->page;
}

bool Site::cascades(std::string_view name) const {
  return asked_for_all(cascaded_).contains(name.substr(0, name.find('.')));
}

bool Site::is_fragment(const Page& page) const {
  if (page.kind == PageKind::fragment) return true;
  return page.absence == Absence::headless || page.absence == Absence::unrendered ||
         page.absence == Absence::resource || page.absence == Absence::kind;
}

}  // namespace rubric
