// How it works: first the folders are learnt (which are leaf bundles, which sections are not published and
// take with them what stands below), then every page gets its URLs, aliases yielding to pages; last come the
// pages that no file stands for (url_table_made.cpp).

#include "site/url_table.h"

#include <algorithm>
#include <set>

#include "site/mounts.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr int32_t minutes_of_a_year = 366 * 24 * 60;

// "/de/a/b" for content/a/b.de.md, content/a/b/index.de.md and content/a/b/_index.de.md.
std::string logical_path(const ContentFile& file, const SiteConfiguration& configuration) {
  std::string path = file.folder;
  if (file.form == ContentForm::single) path += (path.empty() ? "" : "/") + std::string(file.name);
  path = clean_url_path(path, true);
  return language_prefix(file.language, configuration) + (path.empty() ? "" : "/" + path);
}

bool is_bundle(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.starts_with("index.") || name.starts_with("_index.");
}

// A `url` of front matter that is that of a file, not of a folder.
bool is_named_file(const Page& page) {
  return !page.publication.url.empty() && !page.urls.front().ends_with('/');
}

// HTML without front matter is no page: Hugo copies it.
bool is_copied_html(const Page& page) {
  return !page.has_front_matter && (page.path.ends_with(".html") || page.path.ends_with(".htm"));
}

bool is_time_bound(Absence absence) {
  return absence == Absence::draft || absence == Absence::expired || absence == Absence::future ||
         absence == Absence::scheduled;
}

// Whether a page's own front matter keeps it from the site, at least today.
Absence own_absence(const Publication& facts, const SiteConfiguration& site) {
  if (facts.draft && !site.build_drafts) return Absence::draft;
  if (!site.build_expired && facts.expires != Publication::no_date && facts.expires < site.now)
    return Absence::expired;
  if (site.build_future || facts.appears == Publication::no_date || facts.appears <= site.now)
    return Absence::none;
  return facts.appears - minutes_of_a_year > site.now ? Absence::future : Absence::scheduled;
}

// Whether the mount that a page lies in leaves it out. Where the pattern is not understood it stays.
bool is_excluded(std::string_view path, const SiteConfiguration& site) {
  // Hugo passes over hidden files and those of editors.
  const std::string_view name = name_of(path);
  if (name.starts_with('#') || name.ends_with('~')) return true;
  bool excluded = false;
  for (const Mount& mount : site.content) {
    if (!is_at_or_below(path, mount.source)) continue;
    const size_t start = mount.source.empty() || path.size() == mount.source.size() ? mount.source.size()
                                                                                    : mount.source.size() + 1;
    const std::string_view below = path.substr(start);
    const bool hidden = below.starts_with('.') || below.find("/.") != below.npos;
    if (!hidden && shows(mount, below) != false) return false;
    excluded = true;
  }
  return excluded;
}

bool is_of_disabled_language(const ContentFile& file, const SiteConfiguration& site) {
  const auto holds = [](const std::vector<std::string>& languages, std::string_view language) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
  };
  const size_t dot = file.name.rfind('.');
  return holds(site.disabled_languages, file.language) ||
         (dot != file.name.npos && holds(site.disabled_languages, file.name.substr(dot + 1)));
}

// Where the folder of an `index.de.md` holds pages of another language, but no index of it, Hugo makes one of
// those the bundle's page, and publishes the folder's files in that language too: these URLs, as far as they
// are not others' already.
std::vector<std::string> urls_of_other_languages(const std::vector<Page>& pages, const FileTree& files,
                                                 const SiteConfiguration& configuration) {
  std::vector<std::string> urls;
  if (configuration.languages.size() < 2) return urls;
  std::set<std::pair<std::string_view, std::string_view>> done;  // folder and language
  std::set<std::string_view> bundles;
  for (const Page& page : pages) {
    const auto file = content_file(page.path, configuration);
    if (!file || file->form != ContentForm::leaf) continue;
    bundles.insert(folder_of(page.path));
    done.emplace(folder_of(page.path), file->language);
  }
  for (const Page& page : pages) {
    const std::string_view folder = folder_of(page.path);
    if (page.absence != Absence::resource || !bundles.contains(folder)) continue;
    const auto file = content_file(page.path, configuration);
    if (!file || !done.emplace(folder, file->language).second) continue;
    const std::string base = language_prefix(file->language, configuration) + "/" +
                             clean_url_path(file->folder, configuration.lower_case_paths);
    urls.push_back(base);
    // Its section comes with it.
    const size_t section = base.find('/', language_prefix(file->language, configuration).size() + 1);
    if (section != base.npos)
      urls.push_back(base.substr(0, section) + (configuration.ugly_urls ? ".html" : ""));
    for (const std::string& path : files.below(folder)) urls.push_back(base + path.substr(folder.size()));
  }
  return urls;
}

}  // namespace

UrlTable::UrlTable(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page>& pages,
                   UnreadPages* unread)
    : configuration_(configuration), unread_(unread), cascades_(configuration, pages) {
  by_url_.reserve(pages.size() * 2);
  own_urls_.reserve(pages.size());
  for (Page& page : pages) {
    page.urls.clear();
    page.absence = Absence::none;
    markdown_paths_.insert(page.path);
  }
  learn_folders(files);
  learn_absent_sections(pages);
  for (Page& page : pages) {
    if (page.kind == PageKind::content) publish(page);
  }
  for (const Page& page : pages) add_aliases(page);
  for (std::string& url : urls_of_other_languages(pages, files, configuration)) {
    made_urls_.push_back(std::move(url));
    uncertain_.insert(url_key(made_urls_.back()));
  }
  if (configuration.hugo) add_what_hugo_makes(files, pages);
  std::stable_sort(
      collisions_.begin(), collisions_.end(),
      [](const UrlCollision& left, const UrlCollision& right) { return left.page < right.page; });
}

void UrlTable::add_what_hugo_makes(const FileTree& files, const std::vector<Page>& pages) {
  add_other_formats(files);
  for (const Page& page : pages) add_lists(page);
  add_taxonomies();
  for (const std::string& language : configuration_.languages) add_section(language, "");
  // Hugo leads from the bare root to the default language, and the other way round.
  if (configuration_.default_language_in_subfolder) add_made("/");
  if (configuration_.languages.size() > 1) add_made("/" + configuration_.default_language + "/");
}

void UrlTable::note(std::string_view place) const {
  if (unread_ != nullptr) unread_->want_place(place);
}

void UrlTable::note_sections(std::string_view folder) const {
  if (unread_ != nullptr) unread_->want_sections(folder);
}

const UrlEntry* UrlTable::find(std::string_view url) const {
  note(url);
  const auto found = by_url_.find(url_key(url));
  return found == by_url_.end() ? nullptr : &found->second;
}

const Page* UrlTable::find_logical(std::string_view path) const {
  note(path);
  const auto exception = by_logical_path_.find(std::string(path));
  if (exception != by_logical_path_.end()) return exception->second;
  const UrlEntry* entry = find(path);
  if (entry == nullptr || entry->alias || entry->page == nullptr) return nullptr;
  // The `url` of front matter may read like the place of another page.
  const auto file = content_file(entry->page->path, configuration_);
  return file && logical_path(*file, configuration_) == path ? entry->page : nullptr;
}

// The bundle at a URL that stands for a folder.
const Page* UrlTable::find_bundle(std::string_view url) const {
  const Page* page = find_absent(url);
  if (page == nullptr || (page->absence != Absence::headless && page->absence != Absence::unrendered)) {
    const UrlEntry* entry = find(url);
    page = entry == nullptr || entry->alias ? nullptr : entry->page;
  }
  return page != nullptr && is_bundle(page->path) && !is_named_file(*page) ? page : nullptr;
}

std::vector<const Page*> UrlTable::bundles_at(std::string_view url) const {
  std::vector<const Page*> found;
  const Page* page = find_bundle(url);
  if (page == nullptr) page = find_bundle(std::string(url) + ".html");
  if (page != nullptr) found.push_back(page);
  const auto [begin, end] = named_files_.equal_range(url);
  std::for_each(begin, end, [&](const auto& named) { found.push_back(named.second); });
  return found;
}

const Page* UrlTable::find_absent(std::string_view url) const {
  note(url);
  const auto found = absent_.find(url_key(url));
  return found == absent_.end() ? nullptr : found->second;
}

bool UrlTable::may_exist(std::string_view url) const {
  if (uncertain_.count(url_key(url)) != 0) return true;
  if (unknown_prefixes_.empty()) return false;
  for (size_t slash = url.find('/'); slash != url.npos; slash = url.find('/', slash + 1)) {
    if (unknown_prefixes_.count(std::string(url.substr(0, slash + 1))) != 0) return true;
  }
  return false;
}

void UrlTable::learn_folders(const FileTree& files) {
  for (const Mount& mount : configuration_.content) {
    for (const std::string& path : files.below(mount.source)) {
      const std::string_view name = name_of(path);
      if (!is_content_name(name)) continue;
      if (name.starts_with("index.")) leaf_folders_.insert(folder_of(path));
      if (name.starts_with("_index.")) branch_folders_.insert(folder_of(path));
    }
  }
  for (const std::string_view folder : branch_folders_) leaf_folders_.erase(folder);
}

void UrlTable::learn_absent_sections(const std::vector<Page>& pages) {
  for (const Page& page : pages) {
    if (page.kind != PageKind::content || !name_of(page.path).starts_with("_index.")) continue;
    auto file = content_file(page.path, configuration_);
    if (!file || file->folder.empty()) continue;
    if (is_time_bound(own_absence(publication_of(page, *file), configuration_)))
      absent_sections_.emplace(std::move(file->folder), file->language);
  }
}

// The nearest folder above that has an `_index.md`, or the top-level one.
std::string UrlTable::section_of(std::string_view path, const ContentFile& file) const {
  std::string_view section = file.folder;
  std::string_view folder = folder_of(path);
  if (file.form == ContentForm::leaf) {
    section = folder_of(section);
    folder = folder_of(folder);
  }
  while (section.find('/') != section.npos && branch_folders_.count(folder) == 0) {
    section = folder_of(section);
    folder = folder_of(folder);
  }
  // Old Hugo counts an empty name behind that of a section without `_index.md`.
  const bool is_old = configuration_.dialect.hugo < HugoVersion{0, 123, 0};
  const bool is_made = !section.empty() && branch_folders_.count(folder) == 0;
  return std::string(section) + (is_old && is_made ? "/" : "");
}

// Files of a leaf bundle, at any depth, are resources of its page, not pages.
bool UrlTable::is_resource(std::string_view path, ContentForm form) const {
  std::string_view folder = folder_of(path);
  if (form == ContentForm::leaf) folder = folder_of(folder);
  return is_in_leaf_bundle(std::string(folder) + "/");
}

bool UrlTable::is_in_leaf_bundle(std::string_view path) const {
  if (leaf_folders_.empty()) return false;
  for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder)) {
    if (leaf_folders_.count(folder) != 0) return true;
  }
  return false;
}

std::vector<std::string_view> UrlTable::hidden_by(const Page& page, const FileTree& files) const {
  std::vector<std::string_view> hidden;
  const auto file = page.published() ? content_file(page.path, configuration_) : std::nullopt;
  if (!file || file->form != ContentForm::leaf) return hidden;
  for (const std::string& path : files.below(folder_of(page.path))) {
    if (unread_ != nullptr) unread_->want_file(path);
    const auto other = markdown_paths_.count(path) == 0 ? std::nullopt : content_file(path, configuration_);
    const bool of_its_language = other && other->language == file->language;
    if (of_its_language && is_resource(path, other->form)) hidden.push_back(path);
  }
  return hidden;
}

Publication UrlTable::publication_of(const Page& page, const ContentFile& file) const {
  return cascades_.empty() ? page.publication : cascades_.effective(page, file);
}

bool UrlTable::is_below_absent_section(const ContentFile& file) const {
  if (absent_sections_.empty()) return false;
  std::string_view folder = file.folder;
  if (file.form == ContentForm::branch) folder = folder_of(folder);
  for (; !folder.empty(); folder = folder_of(folder)) {
    if (absent_sections_.count(std::pair(std::string(folder), file.language)) != 0) return true;
  }
  return false;
}

Absence UrlTable::absence_of(const Page& page, const ContentFile& file, const Publication& facts) const {
  if (is_excluded(page.path, configuration_) || is_of_disabled_language(file, configuration_))
    return Absence::excluded;
  const Absence own = own_absence(facts, configuration_);
  if (own != Absence::none) return own;
  if (is_below_absent_section(file)) {
    const bool is_old = configuration_.dialect.hugo < HugoVersion{0, 123, 0};
    return is_old ? Absence::section : Absence::perhaps;
  }
  if (facts.headless && file.form == ContentForm::leaf) return Absence::headless;
  if (facts.render == Render::never || facts.render == Render::link) return Absence::unrendered;
  if (facts.without_html || is_disabled(hugo_kind(file, configuration_), file.language)) return Absence::kind;
  return Absence::none;
}

void UrlTable::publish(Page& page) {
  auto file = content_file(page.path, configuration_);
  if (!file) return;
  note_sections(file->folder);
  file->section = section_of(page.path, *file);
  if (is_resource(page.path, file->form) || is_copied_html(page)) {
    page.absence = Absence::resource;
    return;
  }
  // Copied only where something is handed down.
  const Publication inherited = cascades_.empty() ? Publication() : cascades_.effective(page, *file);
  const Publication& facts = cascades_.empty() ? page.publication : inherited;
  page.absence = absence_of(page, *file, facts);
  PageUrls urls = page_urls(*file, facts, configuration_);
  std::string logical = logical_path(*file, configuration_);
  const bool named = !is_time_bound(page.absence) && page.absence != Absence::excluded;
  if (named && (!page.published() || !urls.known || url_key(urls.url) != logical))
    by_logical_path_.emplace(std::move(logical), &page);
  if (!urls.known) {
    unknown_prefixes_.insert(std::move(urls.prefix));
    return;
  }
  page.urls.push_back(std::move(urls.url));
  for (std::string& other : urls.others) page.urls.push_back(std::move(other));
  page.urls.shrink_to_fit();
  if (is_bundle(page.path) && is_named_file(page)) named_files_.emplace(folder_of(page.urls.front()), &page);
  if (page.published()) return add_own_url(page, file->form == ContentForm::branch);
  absent_.emplace(url_key(page.urls.front()), &page);
  // A new Hugo may make a section that is a draft by itself.
  const bool may_be_made = file->form == ContentForm::branch && is_time_bound(page.absence) &&
                           configuration_.dialect.hugo >= HugoVersion{0, 123, 0};
  if (page.absence != Absence::scheduled && page.absence != Absence::perhaps && !may_be_made) return;
  for (const std::string& url : page.urls) uncertain_.insert(url_key(url));
}

void UrlTable::add_own_url(Page& page, bool list) {
  const auto [entry, added] = by_url_.emplace(url_key(page.urls.front()), UrlEntry{&page, false, list});
  if (added) {
    own_urls_.emplace_back(entry->first, &page);
    return;
  }
  contested_.insert(&page);
  contested_.insert(entry->second.page);
  collide({&page, entry->second.page, page.urls.front(), false, false});
}

// The aliases come last among a page's URLs; what stands before them is there in some releases only.
void UrlTable::add_aliases(const Page& page) {
  if (!page.published()) return;
  const std::vector<std::string>& aliases = page.publication.aliases;
  const ptrdiff_t count =
      std::count_if(aliases.begin(), aliases.end(), [](const std::string& alias) { return !alias.empty(); });
  const size_t first = page.urls.size() - std::min(page.urls.size(), static_cast<size_t>(count));
  for (size_t index = 1; index < page.urls.size(); ++index) {
    const auto [entry, added] = by_url_.emplace(url_key(page.urls[index]), UrlEntry{&page, true});
    if (!added && index >= first && !configuration_.disable_aliases)
      collide({&page, entry->second.page, page.urls[index], true, entry->second.alias});
  }
}

// Of a file that several mounts have under one name Hugo takes the first, without loss; languages may have
// hosts of their own; and a page that comes and goes with the date may well take another's place.
void UrlTable::collide(const UrlCollision& collision) {
  const Page& page = *collision.page;
  const Page* other = collision.other;
  if (other == &page || other == nullptr || page.language != other->language) return;
  if (page.publication.expires != Publication::no_date || other->publication.expires != Publication::no_date)
    return;
  const auto file = content_file(page.path, configuration_);
  const auto other_file = content_file(other->path, configuration_);
  if (!file || !other_file) return;
  if (file->folder == other_file->folder && name_of(page.path) == name_of(other->path)) return;
  collisions_.push_back(collision);
}

std::span<const UrlCollision> UrlTable::collisions(const Page& page) const {
  for (const std::string& url : page.urls) note(url);
  const auto begin =
      std::partition_point(collisions_.begin(), collisions_.end(),
                           [&](const UrlCollision& collision) { return collision.page < &page; });
  const auto end = std::find_if(begin, collisions_.end(),
                                [&](const UrlCollision& collision) { return collision.page != &page; });
  return {begin, end};
}

}  // namespace rubric
