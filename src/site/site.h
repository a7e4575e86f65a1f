#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "site/configuration.h"
#include "site/destinations.h"
#include "site/file_tree.h"
#include "site/include_graph.h"
#include "site/page.h"
#include "site/page_finder.h"
#include "site/suggestions.h"
#include "site/unread_pages.h"
#include "site/url_table.h"

namespace rubric {

/// What became of a link.
enum class Outcome : uint8_t {
  found,              ///< it leads somewhere
  external,           ///< another host or scheme: not judged
  unknowable,         ///< a template decides, or the target lies outside what the repository holds
  target_missing,     ///< no page or file is there
  anchor_missing,     ///< the page is there, the fragment is not
  anchor_unverified,  ///< the fragment is not among the page's known ids, but templates may make more
};

/// Why Hugo refuses a `ref`.
enum class RefFault : uint8_t {
  none,
  no_page,
  ambiguous,      ///< several pages have the name
  bad_url,        ///< its text is no URL: a `%` that begins no escape, a lone scheme
  language,       ///< the site has no such language
  output_format,  ///< Hugo and the site have no output format of that name
  page_format,    ///< the page does not come in that output format
  miscounted,     ///< no parameter, or more than a path and an output format
};

struct Resolution {
  Outcome outcome = Outcome::found;
  std::string wanted;  ///< what was looked for: the URL path, file path, or the anchor
  std::string
      suggestion;  ///< the nearest thing that exists, written as the link would be; empty when none is near
  bool certain = false;        ///< the suggestion is surely what was meant: it differs in letter case only
  const Page* page = nullptr;  ///< the page found, for found and the anchor outcomes
  const Page* from = nullptr;  ///< of a dead link in a fragment: the first page that it is dead from
  RefFault fault = RefFault::none;      ///< of a ref that is target_missing
  std::vector<std::string> candidates;  ///< the pages that an ambiguous ref may mean, as refs from the root
  const Page* absent = nullptr;         ///< of target_missing: a page that would be there were it published
  std::vector<std::string>
      languages;      ///< of target_missing: those that have the page, where this one has not
  std::string draft;  ///< the file of a draft that a dead ref may mean; empty when there is none
};

/// A link that lives, but not by the URL of the page that it leads to.
struct Detour {
  bool by_alias = false;  ///< by an alias of the page; otherwise by another spelling of its URL, which hosts
                          ///< answer with a redirect or twice
  const Page* page = nullptr;
  std::string straight;  ///< the destination that leads there directly, written as the link's
};

/// What is wrong with an include's path.
enum class IncludeFault : uint8_t {
  missing,
  letter_case,  ///< a file of that path exists but for letter case
  folder,
  outside,  ///< it would leave the site
};

/// Where an include leads.
struct IncludeResolution {
  bool found = false;
  bool unknowable = false;  ///< the path is computed, remote, or the template's look-up is unknown
  std::string path;         ///< the file found, repository-relative
  IncludeFault fault = IncludeFault::missing;  ///< where neither found nor unknowable
  std::string suggestion;  ///< the nearest existing path, written as the call would write it
};

/// How a site uses a shortcode whose template is not on disk.
struct ShortcodeUsage {
  const Page* first = nullptr;  ///< the first page that calls it
  uint32_t calls = 0;
  uint32_t pages = 0;
};

/// What became of new facts of a page; see Site::replace.
enum class Replaced : uint8_t {
  nothing,  ///< they change what the Site is made of: it has to be made anew
  places,   ///< they are in place, and mean the same to other pages, lines and columns aside
  ids,      ///< they are in place; what other pages' fragments lead to may be another
};

/// All pages of a site with their URLs, anchors and includes. Built by one thread from facts; afterwards
/// const and safe to read from many threads. Keeps references to the configuration and the file tree.
class Site {
 public:
  /// Where `pages` are not all, or not wholly read, the Site tells `unread` on which others its answers turn.
  /// While front matter is missing, it suggests nothing.
  Site(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page> pages,
       UnreadPages* unread = nullptr);

  const SiteConfiguration& configuration() const { return configuration_; }
  const FileTree& files() const { return files_; }
  const std::vector<Page>& pages() const { return asked_for_all(pages_); }

  /// Puts new facts of a page into the place of the old ones, if nothing but its own text and ids is
  /// different for others: then they are moved out of `fresh`, which otherwise stays as it is. Addresses of
  /// pages stay good. Nothing else may use the Site meanwhile.
  Replaced replace(Page& fresh);

  /// Gives the pages back, in the order they came, to be changed and made into a Site anew.
  std::vector<Page> release_pages() && { return std::move(pages_); }

  const Page* page_at(std::string_view path) const;      ///< by repository-relative path
  const Page* page_for_url(std::string_view url) const;  ///< by URL path, below baseURL's path

  /// Whether a published page has further ids, from templates of its own or of what it includes, that no
  /// static reading sees.
  bool is_open(const Page& page) const;

  /// Judges a link as a browser would on the published site, after Hugo's link hook (hugo-semantics 7). What
  /// stands in a fragment is judged from each page that includes it, and dead only if dead from all.
  Resolution resolve(const Page& from, const Link& link) const;

  /// How a link of a page leads to another in a roundabout way, if it does. Links that a hook or a template
  /// rewrites, and those of texts that other pages include, make none.
  std::optional<Detour> detour(const Page& from, const Link& link) const;

  IncludeResolution resolve(const Page& from, const Include& include) const;

  /// The top folder of a URL path ("/teams/" of "/teams/blue/") if no page or file of the site is at or below
  /// it; else empty.
  std::string missing_top_folder(std::string_view url) const;

  /// Whether the page is only a part of others: below assets, or content that is not rendered by itself.
  bool is_fragment(const Page& page) const;

  /// The pages that include `page`, at any depth, in order of path.
  std::vector<const Page*> includers(const Page& page) const {
    return asked_for_all(includes_).includers(page);
  }

  /// The shortcodes that no template on disk defines, by name; empty where all templates are known. Calls
  /// that Hugo never reads do not count.
  const std::map<std::string_view, ShortcodeUsage>& unverified_shortcodes() const {
    return asked_for_all(unverified_);
  }

  /// Whether `page` is a text that no page includes, directly or by way of others, and that nothing else
  /// reads. False where that is not surely known, and in a site read without SiteOptions::lookups.
  bool is_unused(const Page& page) const { return asked_for_all(unused_).contains(&page); }

  /// What `page` is to be blamed for sharing; see UrlTable::collisions().
  std::span<const UrlCollision> collisions(const Page& page) const { return urls_.collisions(page); }

  /// The Markdown files that are resources of this page, an `index.md`, and so no pages, though they begin
  /// like pages and nothing includes them.
  std::vector<const Page*> hidden_by(const Page& page) const;

  /// Whether no other page's text links to `page`, an ordinary page. False where that is not surely known,
  /// and in a site read without SiteOptions::backlinks.
  /// Known once note_links() was called for every page.
  bool is_orphan(const Page& page) const;

  /// Notes to which pages the links of a page lead, which became `resolutions`; or which it works out. May be
  /// called from many threads. Only in a site read with SiteOptions::backlinks.
  void note_links(const Page& from, std::span<const Resolution> resolutions) const;
  void note_links(const Page& from) const;

  /// Whether some page's `cascade` sets a parameter of that name, or one that may hold it; in lower case.
  bool cascades(std::string_view name) const;

  /// How a `ref` names a content page from the root: "/a/b", or with its file's name "/a/b.md",
  /// "/a/_index.md".
  std::string ref_to(const Page& page, bool with_extension) const;

  /// Which page includes which, and how.
  const IncludeGraph& includes() const { return includes_; }

  /// The ids of a page and of all that it includes, in order and numbered as Hugo numbers them; nothing where
  /// that is not surely known.
  std::optional<std::vector<std::string>> exact_ids(const Page& page) const;

 private:
  // What a path leads to.
  struct Found {
    enum class Kind : uint8_t { nothing, page, alias, file, unknowable };
    Kind kind = Kind::nothing;
    const Page* page = nullptr;

    explicit operator bool() const { return kind != Kind::nothing; }
  };

  // For what turns on the texts of all pages.
  template <typename T>
  const T& asked_for_all(const T& answer) const {
    if (unread_ != nullptr) unread_->want_texts();
    return answer;
  }

  static bool has_ref(const Page& page);
  void learn_crowded_ids(const Page& page);
  void connect_includes();
  void find_unused();
  bool follow(const Page& from, const Include& include, std::vector<const Page*>& read) const;
  bool look_up(const Page& from, const Include& include, const IncludeLookup& lookup,
               IncludeResolution& resolution) const;
  bool look_up_page(const Page& from, std::string_view path, bool from_root,
                    IncludeResolution& resolution) const;
  IncludeResolution resolve_leniently(const Page& from, const Include& include) const;

  Destination destination_of(const Page& from, const Link& link) const;
  bool is_answered_elsewhere(const std::string& url, bool from_host) const;
  std::vector<std::string> languages_with(std::string_view url) const;
  Resolution resolve_from(const Page& from, const Link& link, const Destination& destination) const;
  Resolution resolve_plain(const Page& from, const Link& link, const Destination& destination) const;
  Resolution judge_shown(const Found& found, const Link& link, const Destination& destination) const;
  Resolution judge_plain_fragment(const Page& page, std::string_view fragment) const;
  Resolution missing_plain(const Page& from, const Link& link, const std::string& path) const;
  Resolution resolve_ref(const Page& from, const Link& link) const;
  Resolution resolve_ref_from(const Page& from, const Link& link, const Destination& destination) const;
  Resolution refused(RefFault fault, std::string_view wanted) const;
  bool lacks_format(const Page& page, std::string_view format) const;
  std::string suggest_ref(const Page& from, const Destination& destination, std::string_view language) const;
  std::vector<const Page*> readers_of(const Page& fragment) const;
  Resolution judge_fragment(const Page& page, const Destination& destination) const;
  Resolution missing(const Page& from, const Link& link, const std::string& url) const;
  bool may_hold_fragment(const std::string& url, const Link& link) const;

  Found find_url(const std::string& url) const;
  Found find_in_other_form(const std::string& url) const;
  Found find_file(std::string_view url) const;
  Found find_by_hook(const Page& from, std::string_view path) const;
  Found find_logical(const Page& from, std::string_view path) const;
  Found find_anyhow(const Page& from, std::string_view path) const;
  Found find_plain(const std::string& path) const;
  bool is_published(const Page& page) const;
  bool may_be_published(const Page& from, const Link& link, std::string_view path) const;
  bool has_static_index(std::string_view url) const;
  bool find_asset(std::string_view path) const;
  bool is_bundle_file(std::string_view url) const;
  bool has_bundle_file(const Page& page, std::string_view below) const;
  bool is_section_file(std::string_view url) const;
  bool may_be_made(std::string_view url) const;
  bool may_be_of_site(std::string_view key) const;
  bool may_be_format(std::string_view key) const;
  bool may_be_pager(std::string_view key) const;
  const UrlEntry* entry_of(std::string_view url) const;
  bool theme_may_publish(std::string_view url) const;
  std::string nearest_page(const std::string& url) const;
  std::string nearest_file(const std::string& url) const;
  const SiteConfiguration& configuration_;
  const FileTree& files_;
  UnreadPages* unread_;  // null where all pages are known
  std::vector<Page> pages_;
  std::unordered_map<std::string_view, const Page*> by_path_;
  UrlTable urls_;
  std::optional<PageFinder> finder_;  // where some page has a ref
  IncludeGraph includes_;
  std::unordered_set<const Page*> unused_;
  std::unique_ptr<std::atomic<bool>[]> linked_;  // of pages_, index by index; only with backlinks
  std::map<std::string_view, ShortcodeUsage> unverified_;
  std::unordered_set<std::string_view> cascaded_;
  PathSuggestions near_urls_;
  PathSuggestions near_files_;
  std::unordered_map<const Page*, std::vector<std::string_view>> crowded_ids_;
};

}  // namespace rubric
