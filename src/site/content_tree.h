#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "site/configuration.h"
#include "site/file_tree.h"
#include "site/page.h"
#include "site/unread_pages.h"
#include "site/urls.h"

namespace rubric {

/// A page of the site, whether a file stands for it or Hugo makes it by itself.
struct ContentNode {
  std::string_view file;  ///< repository-relative; empty for what Hugo makes: sections, taxonomies, terms
  const Page* page = nullptr;  ///< its facts; null for made pages and for formats other than Markdown
  bool sure = true;  ///< false: whether Hugo has this page cannot be told for certain from the sources
  std::string_view key = {};  ///< its own in the tree
};

/// The pages of one language by their place below content, as Hugo's content map (hugolib/content_map.go)
/// holds them. Keys are "/a/b" as `key` makes them, "/" for home. Built by one thread, then const. Views
/// point into the pages, the file tree and the configuration.
class ContentTree {
 public:
  using FindPage = std::function<const Page*(std::string_view path)>;
  using IsResource = std::function<bool(std::string_view path, ContentForm form)>;

  /// Where `page_at` does not know all pages, the tree holds those that it knows, and each look-up is noted
  /// in `unread`.
  ContentTree(const SiteConfiguration& configuration, const FileTree& files, std::string_view language,
              const FindPage& page_at, const IsResource& is_resource, UnreadPages* unread = nullptr);

  /// A path as Hugo's keys are written: lower case, since 0.123 also hyphens for blanks.
  std::string key(std::string_view path) const;

  const ContentNode* section(std::string_view key) const { return look_up(sections_, key); }
  const ContentNode* page(std::string_view key) const { return look_up(pages_, key); }
  const ContentNode* taxonomy(std::string_view key) const { return look_up(taxonomies_, key); }
  /// Any of the three.
  const ContentNode* any(std::string_view key) const;

  /// The key of the nearest section, or taxonomy, that is `key` or stands above it; nothing when there is
  /// none.
  std::optional<std::string_view> nearest_section(std::string_view key) const;
  std::optional<std::string_view> nearest_taxonomy(std::string_view key) const;

  /// Its place below content, as a ref from the root names it: "/a/b"; "/" is home.
  std::string path_of(const ContentNode& node) const;

  /// The pages that a name without folders means.
  std::span<const ContentNode* const> named(std::string_view name) const;

  /// The file of a draft of that name, which the site does not have; empty when there is none.
  std::string_view draft_named(std::string_view name) const;

  /// Whether pages may exist that no file shows (content adapters).
  bool is_open() const { return open_; }

  std::string_view language() const { return language_; }

 private:
  using Nodes = std::unordered_map<std::string, ContentNode>;
  using Folders = std::unordered_set<std::string>;

  // A page with terms in its front matter, and whether they count for certain.
  struct Terms {
    const Page* page;
    std::string key;
    bool sure;
  };

  const ContentNode* look_up(const Nodes& nodes, std::string_view key) const;
  void add_file(const std::string& path, const Page* page, const ContentFile& file);
  static void add(Nodes& nodes, std::string key, ContentNode node);
  void remove_below_drafts();
  void add_made_sections();
  void add_taxonomies();
  void add_taxonomy(const std::string& key, bool sure);
  static bool is_below(const Folders& folders, std::string_view key);
  void add_names();
  bool is_old() const { return configuration_.dialect.hugo < HugoVersion{0, 123, 0}; }
  bool is_disabled(std::string_view kind) const;
  bool is_below_taxonomy(std::string_view key) const;

  const SiteConfiguration& configuration_;
  UnreadPages* unread_;  // null where all pages are known
  std::string_view language_;
  Nodes sections_, pages_, taxonomies_;
  std::vector<const ContentNode*> by_name_;                   // sorted by the last part of their keys
  Folders draft_sections_, draft_taxonomies_;                 // keys
  Folders top_of_drafts_;                                     // first folders of pages that are drafts
  std::unordered_map<std::string, std::string_view> drafts_;  // by name
  std::vector<Terms> with_terms_;
  bool open_ = false;
};

}  // namespace rubric
