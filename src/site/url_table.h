#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "site/configuration.h"
#include "site/file_tree.h"
#include "site/page.h"
#include "site/urls.h"

namespace rubric {

/// What is behind a URL of the site.
struct UrlEntry {
  const Page* page =
      nullptr;         ///< null for what Hugo makes by itself (lists) and for pages that are no Markdown
  bool alias = false;  ///< a redirect to `page`; fragments do not survive it for certain
};

/// The URLs of a site's pages. Built by one thread; afterwards const and safe to read from many threads.
class UrlTable {
 public:
  /// Fills `urls` and `published` of each page. `pages` must outlive the table and stay in place.
  UrlTable(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page>& pages);

  /// What is published at a URL path (decoded, below baseURL's path), or null.
  const UrlEntry* find(std::string_view url) const;

  /// The page of a logical path ("/a/b": its place below content, cleaned and without extension, after the
  /// language's prefix), published or not; null when there is none.
  const Page* find_logical(std::string_view path) const;

  /// Whether a page may have this URL whose permalink could not be worked out.
  bool may_exist(std::string_view url) const;

  /// The page's own URLs (keys as url_key gives them), in no order: what suggestions are made of.
  std::span<const std::pair<std::string_view, const Page*>> own_urls() const { return own_urls_; }

 private:
  void learn_folders(const FileTree& files);
  bool is_resource(std::string_view path, ContentForm form) const;
  Render inherited(std::string_view path) const;
  void publish(Page& page);
  void add_aliases(const Page& page);
  void add_other_formats(const FileTree& files);
  void add_lists(const Page& page);
  void add_taxonomies();
  void add_made(std::string url);
  bool is_disabled(std::string_view kind) const;

  const SiteConfiguration& configuration_;
  std::unordered_map<std::string_view, UrlEntry> by_url_;
  std::unordered_map<std::string, const Page*> by_logical_path_;  // only where it differs from the URL
  std::unordered_map<std::string_view, Render> cascades_;         // by repository-relative folder
  std::unordered_set<std::string_view> leaf_folders_;             // repository-relative
  std::unordered_set<std::string_view> markdown_paths_;           // of the pages that were given
  std::vector<std::pair<std::string_view, const Page*>> own_urls_;
  std::vector<std::string> unknown_prefixes_;
  std::deque<std::string> made_urls_;  // that no page owns; a deque, so that keys can point into it
};

}  // namespace rubric
