#pragma once

#include <deque>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "site/cascades.h"
#include "site/configuration.h"
#include "site/file_tree.h"
#include "site/page.h"
#include "site/unread_pages.h"
#include "site/urls.h"

namespace rubric {

/// What is behind a URL of the site.
struct UrlEntry {
  const Page* page =
      nullptr;         ///< null for what Hugo makes by itself (lists) and for pages that are no Markdown
  bool alias = false;  ///< a redirect to `page`; fragments do not survive it for certain
  bool list = false;   ///< of a section, taxonomy, term or home: it may have further pages and feeds
};

/// A page whose URL, or one of whose aliases, something else has too: Hugo writes both to one file, and which
/// of them readers get is not sure.
struct UrlCollision {
  const Page* page = nullptr;
  const Page* other = nullptr;  ///< the page that has it as well; null for a list of Hugo's own making
  std::string_view url;         ///< points into `page`
  bool alias = false;           ///< the URL is an alias of `page`
  bool other_alias = false;     ///< and of `other`
};

/// The URLs of a site's pages. Built by one thread; afterwards const and safe to read from many threads.
class UrlTable {
 public:
  /// Fills `urls` and `absence` of each page. `pages` must outlive the table and stay in place. Where they
  /// are not all, each look-up is noted in `unread`.
  UrlTable(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page>& pages,
           UnreadPages* unread = nullptr);

  /// What is published at a URL path (decoded, below baseURL's path), or null.
  const UrlEntry* find(std::string_view url) const;

  /// The page of a logical path ("/a/b": its place below content, cleaned and without extension, after the
  /// language's prefix), published or not; null when there is none.
  const Page* find_logical(std::string_view path) const;

  /// The pages whose own files are published below a URL path without final slash, rendered themselves or
  /// not.
  std::vector<const Page*> bundles_at(std::string_view url) const;

  /// The page that would have this URL were it published; null when there is none.
  const Page* find_absent(std::string_view url) const;

  /// Whether a file of the content folders lies in a leaf bundle, so that it is published with that page.
  bool is_in_leaf_bundle(std::string_view path) const;

  /// Whether another page has the same URL, so that either may be the one that is published.
  bool is_contested(const Page& page) const { return contested_.count(&page) != 0; }

  /// What the page is to be blamed for: of two pages the one that comes later in order of path, of an alias
  /// and a page the one with the alias.
  std::span<const UrlCollision> collisions(const Page& page) const;

  /// The Markdown files that are resources of this page, an `index.md`, and so no pages; in order of path.
  std::vector<std::string_view> hidden_by(const Page& page, const FileTree& files) const;

  /// Whether a page may have this URL that is scheduled, or whose permalink could not be worked out.
  bool may_exist(std::string_view url) const;

  /// Whether a content file is a resource of a leaf bundle's page, and no page.
  bool is_resource(std::string_view path, ContentForm form) const;

  /// The page's own URLs (keys as url_key gives them), in no order: what suggestions are made of.
  std::span<const std::pair<std::string_view, const Page*>> own_urls() const { return own_urls_; }

 private:
  void learn_folders(const FileTree& files);
  void add_what_hugo_makes(const FileTree& files, const std::vector<Page>& pages);
  void learn_absent_sections(const std::vector<Page>& pages);
  std::string section_of(std::string_view path, const ContentFile& file) const;
  Publication publication_of(const Page& page, const ContentFile& file) const;
  Absence absence_of(const Page& page, const ContentFile& file, const Publication& facts) const;
  bool is_below_absent_section(const ContentFile& file) const;
  void publish(Page& page);
  void add_own_url(Page& page, bool list);
  void add_aliases(const Page& page);
  void collide(const UrlCollision& collision);
  void collide_with_list(const Page& page);
  void add_adapter(const Mount& mount, std::string_view folder);
  void add_other_formats(const FileTree& files);
  void add_lists(const Page& page);
  bool has_own_file(const std::string& logical) const;
  void add_taxonomies();
  void add_term(std::string_view language, std::string_view term);
  void add_made(std::string url, bool list = true);
  void add_section(std::string_view language, std::string_view folder);
  void add_list(std::string_view language, std::string_view path);
  bool is_disabled(std::string_view kind, std::string_view language) const;
  const Page* find_bundle(std::string_view url) const;
  void note(std::string_view place) const;
  void note_sections(std::string_view folder) const;

  const SiteConfiguration& configuration_;
  UnreadPages* unread_;  // null where all pages are known
  std::unordered_map<std::string_view, UrlEntry> by_url_;
  std::unordered_map<std::string, const Page*> by_logical_path_;  // only where it differs from the URL
  Cascades cascades_;
  std::set<std::pair<std::string, std::string_view>, std::less<>> absent_sections_;  // folder and language
  std::unordered_map<std::string_view, const Page*> absent_;  // by the URL they would have
  std::unordered_set<std::string_view> uncertain_;            // keys of URLs that there may be
  std::unordered_set<std::string_view> leaf_folders_;         // repository-relative
  std::unordered_set<std::string_view> branch_folders_;       // repository-relative
  std::unordered_multimap<std::string_view, const Page*>
      named_files_;  // bundles whose `url` is that of a file, by its folder
  std::unordered_set<std::string_view> markdown_paths_;  // of the pages that were given
  std::vector<std::pair<std::string_view, const Page*>> own_urls_;
  std::unordered_set<const Page*> contested_;  // pages that share their URL with another
  std::vector<UrlCollision> collisions_;       // sorted by the address of `page`, which is its order of path
  std::unordered_set<std::string> unknown_prefixes_;  // ending in a slash
  std::deque<std::string> made_urls_;  // that no page owns; a deque, so that keys can point into it
};

}  // namespace rubric
