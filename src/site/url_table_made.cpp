// How it works: of each published page it is told which lists Hugo makes because of it: the section of its
// top folder and the terms it has; then come the taxonomies, and content in formats whose front matter nobody
// has read.

#include <algorithm>

#include "site/url_table.h"
#include "text/path.h"

namespace rubric {

// A content adapter may make any page below its folder.
void UrlTable::add_adapter(const Mount& mount, std::string_view folder) {
  folder.remove_prefix(std::min(folder.size(), mount.source.size() + (mount.source.empty() ? 0 : 1)));
  const std::string place = clean_page_path(path_below(mount.target, folder), configuration_);
  for (const std::string& language : configuration_.languages) {
    std::string prefix = language_prefix(language, configuration_) + "/" + place;
    if (!prefix.ends_with('/')) prefix += '/';
    unknown_prefixes_.insert(std::move(prefix));
  }
}

void UrlTable::add_other_formats(const FileTree& files) {
  const bool has_adapters = configuration_.dialect.hugo >= HugoVersion{0, 126, 0};
  for (const Mount& mount : configuration_.content) {
    for (const std::string& path : files.below(mount.source)) {
      if (has_adapters && name_of(path).starts_with("_content.")) add_adapter(mount, folder_of(path));
      if (!is_content_name(path) || markdown_paths_.count(path) != 0) continue;
      if (unread_ != nullptr && unread_->holds(path)) continue;
      const auto file = content_file(path, configuration_);
      if (!file || is_resource(path, file->form)) continue;
      add_made(page_urls(*file, {}, configuration_).url, false);
    }
  }
}

// A top-level folder is a section even without `_index.md`; terms are pages too. Pages that are not rendered
// make them like any other.
void UrlTable::add_lists(const Page& page) {
  const bool counts = page.published() || page.absence == Absence::headless ||
                      page.absence == Absence::unrendered || page.absence == Absence::kind;
  if (page.kind != PageKind::content || !counts) return;
  const auto file = content_file(page.path, configuration_);
  if (!file) return;
  std::string_view folder = file->folder;
  if (file->form == ContentForm::leaf) folder = folder_of(folder);
  if (!folder.empty()) add_section(file->language, folder.substr(0, folder.find('/')));
  if (page.absence == Absence::headless || is_disabled("term", file->language)) return;
  if (cascades_.empty()) {
    for (const std::string& term : page.publication.terms) add_term(file->language, term);
    return;
  }
  for (const std::string& term : cascades_.effective(page, *file).terms) add_term(file->language, term);
}

void UrlTable::add_taxonomies() {
  for (const std::string& language : configuration_.languages) {
    if (is_disabled("taxonomy", language)) continue;
    for (const auto& [singular, plural] : configuration_.of_language(language).taxonomies) {
      note_sections(plural);
      if (cascades_.render_of_made("taxonomy", plural, language) != Render::never &&
          absent_sections_.count(std::pair(plural, std::string_view(language))) == 0)
        add_list(language, plural);
    }
  }
}

void UrlTable::add_term(std::string_view language, std::string_view term) {
  const SiteConfiguration& settings = configuration_.of_language(language);
  for (const auto& [singular, plural] : settings.taxonomies) {
    if (!term.starts_with(plural) || term.size() <= plural.size() || term[plural.size()] != '/') continue;
    const std::string_view name = term.substr(plural.size() + 1);
    const std::string place = plural + "/" + clean_url_path(name, true);
    note_sections(place);
    if (has_own_file(language_prefix(language, configuration_) + "/" + place)) return;
    for (std::string_view folder = place; !folder.empty(); folder = folder_of(folder)) {
      if (absent_sections_.count(std::pair(std::string(folder), language)) != 0) return;
    }
    if (cascades_.render_of_made("term", place, language) == Render::never) return;
    std::string url = term_url(plural, name, language, configuration_);
    if (!url.empty()) return add_made(std::move(url));
    unknown_prefixes_.insert("/");
    return;
  }
}

// Whether an `_index.md` stands for a list, with another URL or none.
bool UrlTable::has_own_file(const std::string& logical) const {
  const auto own = by_logical_path_.find(logical);
  return own != by_logical_path_.end() && name_of(own->second->path).starts_with("_index.");
}

// A section that Hugo makes by itself, unless an `_index.md` says that it is not to be rendered or where.
void UrlTable::add_section(std::string_view language, std::string_view folder) {
  if (is_disabled(folder.empty() ? "home" : "section", language)) return;
  note_sections(folder);
  const std::string prefix = language_prefix(language, configuration_);
  const std::string path = folder.empty() ? std::string() : "/" + clean_url_path(folder, true);
  if (has_own_file(prefix + path)) return;
  if (absent_sections_.count(std::pair(std::string(folder), language)) != 0) return;
  if (cascades_.render_of_made(folder.empty() ? "home" : "section", folder, language) == Render::never)
    return;
  if (folder.empty()) return add_made(prefix + "/");
  // Old Hugo makes it in lower case, come what may.
  if (!configuration_.lower_case_paths) add_list(language, lower_case_letters(folder));
  const bool is_old = configuration_.dialect.hugo < HugoVersion{0, 123, 0};
  if (configuration_.lower_case_paths || !is_old) add_list(language, folder);
}

void UrlTable::add_list(std::string_view language, std::string_view path) {
  const SiteConfiguration& settings = configuration_.of_language(language);
  std::string url = language_prefix(language, configuration_) + "/" + clean_page_path(path, settings);
  add_made(std::move(url) + (settings.ugly_urls ? ".html" : "/"));
}

void UrlTable::add_made(std::string url, bool list) {
  const auto present = by_url_.find(url_key(url));
  if (present != by_url_.end()) {
    UrlEntry& entry = present->second;
    entry.list = entry.list || list;
    // Hugo writes its list and a page that is none, `tags.md` beside the taxonomy, to one file.
    const std::string_view name = entry.page == nullptr || entry.alias ? "" : name_of(entry.page->path);
    if (list && !name.empty() && !name.starts_with("index.") && !name.starts_with("_index."))
      collide_with_list(*entry.page);
    return;
  }
  made_urls_.push_back(std::move(url));
  by_url_.emplace(url_key(made_urls_.back()), UrlEntry{nullptr, false, list});
}

// Which of the two current Hugo writes is not known. The older ones write the list.
void UrlTable::collide_with_list(const Page& page) {
  constexpr HugoVersion one_page_per_path_since{0, 123, 0};
  const bool is_new = contested_.insert(&page).second;
  if (is_new && configuration_.dialect.hugo < one_page_per_path_since &&
      page.publication.expires == Publication::no_date)
    collisions_.push_back({&page, nullptr, page.urls.front(), false, false});
}

bool UrlTable::is_disabled(std::string_view kind, std::string_view language) const {
  const auto& kinds = configuration_.of_language(language).disabled_kinds;
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace rubric
