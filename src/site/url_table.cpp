// How it works: first the folders are learnt (which are leaf bundles, what sections hand down), then every
// page gets its URLs, aliases yielding to pages; last come the pages that no Markdown file stands for:
// sections without `_index.md`, taxonomies and terms, content in other formats.

#include "site/url_table.h"

#include <algorithm>

#include "text/path.h"

namespace rubric {

namespace {

// "/de/a/b" for content/a/b.de.md, content/a/b/index.de.md and content/a/b/_index.de.md.
std::string logical_path(const ContentFile& file, const SiteConfiguration& configuration) {
  std::string path = file.folder;
  if (file.form == ContentForm::single) path += (path.empty() ? "" : "/") + std::string(file.name);
  path = clean_url_path(path, true);
  return language_prefix(file.language, configuration) + (path.empty() ? "" : "/" + path);
}

}  // namespace

UrlTable::UrlTable(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page>& pages)
    : configuration_(configuration) {
  by_url_.reserve(pages.size() * 2);
  own_urls_.reserve(pages.size());
  for (Page& page : pages) {
    page.urls.clear();
    page.published = true;
    markdown_paths_.insert(page.path);
    if (page.publication.cascade != Render::unset && name_of(page.path).starts_with("_index."))
      cascades_.emplace(std::pair(folder_of(page.path), std::string_view(page.language)),
                        page.publication.cascade);
  }
  learn_folders(files);
  for (Page& page : pages) {
    if (page.kind == PageKind::content) publish(page);
  }
  for (const Page& page : pages) add_aliases(page);
  std::stable_sort(
      collisions_.begin(), collisions_.end(),
      [](const UrlCollision& left, const UrlCollision& right) { return left.page < right.page; });
  if (!configuration.hugo) return;
  add_other_formats(files);
  for (const Page& page : pages) add_lists(page);
  add_taxonomies();
  for (const std::string& language : configuration.languages) add_section(language, "");
  if (configuration.default_language_in_subfolder) add_made("/");
}

const UrlEntry* UrlTable::find(std::string_view url) const {
  const auto found = by_url_.find(url_key(url));
  return found == by_url_.end() ? nullptr : &found->second;
}

const Page* UrlTable::find_logical(std::string_view path) const {
  const auto exception = by_logical_path_.find(std::string(path));
  if (exception != by_logical_path_.end()) return exception->second;
  const UrlEntry* entry = find(path);
  return entry == nullptr || entry->alias ? nullptr : entry->page;
}

const Page* UrlTable::find_bundle(std::string_view url) const {
  const auto unrendered = unrendered_.find(url_key(url));
  if (unrendered != unrendered_.end()) return unrendered->second;
  const UrlEntry* entry = find(url);
  return entry == nullptr || entry->alias ? nullptr : entry->page;
}

bool UrlTable::may_exist(std::string_view url) const {
  return std::any_of(unknown_prefixes_.begin(), unknown_prefixes_.end(),
                     [&](const std::string& prefix) { return url.starts_with(prefix); });
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
  return std::string(section);
}

// Files of a leaf bundle, at any depth, are resources of its page, not pages.
bool UrlTable::is_resource(std::string_view path, ContentForm form) const {
  if (leaf_folders_.empty() || form == ContentForm::branch) return false;
  std::string_view folder = folder_of(path);
  if (form == ContentForm::leaf) folder = folder_of(folder);
  while (!folder.empty()) {
    if (leaf_folders_.count(folder) != 0) return true;
    folder = folder_of(folder);
  }
  return false;
}

std::vector<std::string_view> UrlTable::hidden_by(const Page& page, const FileTree& files) const {
  std::vector<std::string_view> hidden;
  const auto file = page.published ? content_file(page.path, configuration_) : std::nullopt;
  if (!file || file->form != ContentForm::leaf) return hidden;
  for (const std::string& path : files.below(folder_of(page.path))) {
    const auto other = markdown_paths_.count(path) == 0 ? std::nullopt : content_file(path, configuration_);
    if (other && is_resource(path, other->form)) hidden.push_back(path);
  }
  return hidden;
}

Render UrlTable::inherited(const Page& page) const {
  if (cascades_.empty()) return Render::unset;
  for (std::string_view folder = folder_of(page.path);; folder = folder_of(folder)) {
    const auto found = cascades_.find({folder, page.language});
    if (found != cascades_.end()) return found->second;
    if (folder.empty()) return Render::unset;
  }
}

void UrlTable::publish(Page& page) {
  auto file = content_file(page.path, configuration_);
  if (!file) return;
  file->section = section_of(page.path, *file);
  page.published = !is_resource(page.path, file->form);
  if (!page.published) return;
  const Publication& facts = page.publication;
  PageUrls urls = page_urls(*file, facts, configuration_);
  const Render render = facts.render == Render::unset ? inherited(page) : facts.render;
  const bool headless = facts.headless && file->form == ContentForm::leaf;
  const bool draft = facts.draft && !configuration_.build_drafts;
  page.published = !draft && !headless && render != Render::never && render != Render::link;

  std::string logical = logical_path(*file, configuration_);
  if (!draft && (!page.published || !urls.known || url_key(urls.url) != logical))
    by_logical_path_.emplace(std::move(logical), &page);
  if (!urls.known) {
    unknown_prefixes_.push_back(std::move(urls.prefix));
    return;
  }
  page.urls.push_back(std::move(urls.url));
  for (std::string& other : urls.others) page.urls.push_back(std::move(other));
  page.urls.shrink_to_fit();
  if (!page.published) {
    if (!draft && !headless) unrendered_.emplace(url_key(page.urls.front()), &page);
    return;
  }
  const auto [entry, added] = by_url_.emplace(url_key(page.urls.front()), UrlEntry{&page, false});
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
  if (!page.published) return;
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
  if (page.publication.timed || other->publication.timed) return;
  const auto file = content_file(page.path, configuration_);
  const auto other_file = content_file(other->path, configuration_);
  if (!file || !other_file) return;
  if (file->folder == other_file->folder && name_of(page.path) == name_of(other->path)) return;
  collisions_.push_back(collision);
}

std::span<const UrlCollision> UrlTable::collisions(const Page& page) const {
  const auto begin =
      std::partition_point(collisions_.begin(), collisions_.end(),
                           [&](const UrlCollision& collision) { return collision.page < &page; });
  const auto end = std::find_if(begin, collisions_.end(),
                                [&](const UrlCollision& collision) { return collision.page != &page; });
  return {begin, end};
}

// HTML, AsciiDoc and the like are pages whose front matter is not read.
void UrlTable::add_other_formats(const FileTree& files) {
  for (const Mount& mount : configuration_.content) {
    for (const std::string& path : files.below(mount.source)) {
      if (!is_content_name(path) || markdown_paths_.count(path) != 0) continue;
      const auto file = content_file(path, configuration_);
      if (!file || is_resource(path, file->form)) continue;
      add_made(page_urls(*file, {}, configuration_).url);
    }
  }
}

// A top-level folder is a section even without `_index.md`; terms are pages too.
void UrlTable::add_lists(const Page& page) {
  if (page.kind != PageKind::content || !page.published) return;
  const auto file = content_file(page.path, configuration_);
  if (!file) return;
  if (!file->folder.empty() && !is_disabled("section"))
    add_section(file->language, std::string_view(file->folder).substr(0, file->folder.find('/')));
  if (is_disabled("term")) return;
  for (const std::string& term : page.publication.terms) add_list(file->language, term);
}

void UrlTable::add_taxonomies() {
  if (is_disabled("taxonomy")) return;
  for (const auto& [singular, plural] : configuration_.taxonomies) {
    for (const std::string& language : configuration_.languages) add_list(language, plural);
  }
}

// A section that Hugo makes by itself, unless an `_index.md` says that it is not to be rendered.
void UrlTable::add_section(std::string_view language, std::string_view folder) {
  const std::string path = folder.empty() ? std::string() : "/" + clean_url_path(folder, true);
  const auto own = by_logical_path_.find(language_prefix(language, configuration_) + path);
  if (own != by_logical_path_.end() && !own->second->published) return;
  if (folder.empty())
    add_made(language_prefix(language, configuration_) + "/");
  else
    add_list(language, folder);
}

void UrlTable::add_list(std::string_view language, std::string_view path) {
  const std::string url =
      language_prefix(language, configuration_) + "/" + clean_url_path(path, configuration_.lower_case_paths);
  add_made(configuration_.ugly_urls ? url + ".html" : url + "/");
}

void UrlTable::add_made(std::string url) {
  if (by_url_.count(url_key(url)) != 0) return;
  made_urls_.push_back(std::move(url));
  by_url_.emplace(url_key(made_urls_.back()), UrlEntry{});
}

bool UrlTable::is_disabled(std::string_view kind) const {
  const auto& kinds = configuration_.disabled_kinds;
  return std::any_of(kinds.begin(), kinds.end(), [&](const std::string& disabled) {
    return std::equal(disabled.begin(), disabled.end(), kind.begin(), kind.end(),
                      [](char left, char right) { return (left | 0x20) == (right | 0x20); });
  });
}

}  // namespace rubric
