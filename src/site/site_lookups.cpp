// How it works: each function answers one question about a path: which page or file is published there, which
// page has that place in content, what any reading of it may lead to. None of them judges; site_links.cpp
// does.

#include <algorithm>

#include "site/mount.h"
#include "site/mounts.h"
#include "site/site.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

bool is_bundle_page(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.starts_with("index.") || name.starts_with("_index.");
}

// The place of a page below content that a path in a link means: ending and index names go.
std::string logical_name(std::string_view path) {
  std::string logical = clean_url_path(path, true);
  if (is_content_name(logical)) logical.erase(logical.rfind('.'));
  for (const std::string_view index : {"/_index", "/index"}) {
    if (logical.ends_with(index)) logical.erase(logical.size() - index.size());
  }
  return std::string(url_key(logical));
}

// `/a.html/`, where `/a.html` is a file.
bool takes_file_for_folder(std::string_view url, const UrlEntry& entry, bool ugly_urls) {
  if (!url.ends_with("html/") || !url_key(url).ends_with(".html") || entry.alias) return false;
  if (entry.page == nullptr) return ugly_urls;
  const std::vector<std::string>& urls = entry.page->urls;
  return std::find(urls.begin(), urls.end(), url) == urls.end();
}

}  // namespace

Site::Found Site::find_url(const std::string& url) const {
  const UrlEntry* entry = urls_.find(url);
  if (entry != nullptr && !takes_file_for_folder(url, *entry, configuration_.ugly_urls))
    return {entry->alias ? Found::Kind::alias : Found::Kind::page, entry->page};
  if (const Found found = find_file(url)) return found;
  if (may_be_made(url) || urls_.may_exist(url) || configuration_.many_sites ||
      configuration_.redirects.answers(configuration_.base_path + url.substr(1)))
    return {Found::Kind::unknowable, nullptr};
  return {};
}

// What another composition of letters and accents finds: hardly a mistake that anybody can see, and many a
// server and file system makes no difference.
Site::Found Site::find_in_other_form(const std::string& url) const {
  for (const std::string& form : other_unicode_forms(url)) {
    if (const Found found = find_url(form)) return found;
  }
  return {};
}

Site::Found Site::find_file(std::string_view url) const {
  if (has_static_index(url)) return {Found::Kind::file, nullptr};
  if (url.ends_with('/')) return {};
  const auto holds = [&](const std::vector<Mount>& mounts, std::string_view path) {
    return std::any_of(mounts.begin(), mounts.end(), [&](const Mount& mount) {
      const auto file = file_of_mount(mount, path);
      return file && files_.has_file(*file) && shows(mount, path.substr(mount.target.size())) != false;
    });
  };
  std::string_view path = url.substr(1);
  if (configuration_.several_hosts) path.remove_prefix(std::min(path.find('/') + 1, path.size()));
  if (holds(configuration_.statics, path)) return {Found::Kind::file, nullptr};
  if (is_section_file(url) || (!is_content_name(url) && is_bundle_file(url)))
    return {Found::Kind::file, nullptr};
  const auto may_hold = [&](const Mount& mount) {
    const auto file = file_of_mount(mount, path);
    return file && files_.is_closed(*file);
  };
  for (const auto* mounts : {&configuration_.statics, &configuration_.content}) {
    if (std::any_of(mounts->begin(), mounts->end(), may_hold)) return {Found::Kind::unknowable, nullptr};
  }
  // Assets are published where a template asks.
  if (holds(configuration_.assets, path)) return {Found::Kind::unknowable, nullptr};
  return {};
}

// `static/docs/index.html` is at `/docs/`.
bool Site::has_static_index(std::string_view url) const {
  const std::string index = std::string(url_key(url)) + "/index.html";
  return std::any_of(configuration_.statics.begin(), configuration_.statics.end(), [&](const Mount& mount) {
    const auto file = file_of_mount(mount, std::string_view(index).substr(1));
    return file && files_.has_file(*file);
  });
}

// A file beside the pages of a section, in its own language.
bool Site::is_section_file(std::string_view url) const {
  return std::any_of(configuration_.content.begin(), configuration_.content.end(), [&](const Mount& mount) {
    const std::string_view language =
        mount.language.empty() ? std::string_view(configuration_.default_language) : mount.language;
    const std::string prefix = language_prefix(language, configuration_) + "/";
    if (!url.starts_with(prefix)) return false;
    const std::string_view path = url.substr(prefix.size());
    const auto file = file_of_mount(mount, path);
    if (!file || !files_.has_file(*file) || urls_.is_in_leaf_bundle(*file)) return false;
    // A section with a URL of its own takes its files along; one that is not built, has none.
    const Page* section = page_at(path_below(folder_of(*file), "_index.md"));
    if (section != nullptr && !section->urls.empty()) {
      if (section->absence == Absence::draft || section->absence == Absence::section) return false;
      if (section->published() && !section->publication.url.empty()) return false;
    }
    const Page* page = is_content_name(*file) ? page_at(*file) : nullptr;
    const bool is_copied = page != nullptr && page->absence == Absence::resource;
    return (is_copied || !is_content_name(*file)) && shows(mount, path.substr(mount.target.size())) != false;
  });
}

// The files of a bundle stand beside its page, whatever URL that has. Languages share them.
bool Site::is_bundle_file(std::string_view url) const {
  for (std::string_view above = folder_of(url);; above = folder_of(above)) {
    const std::string_view below = url.substr(above.size());
    for (const Page* page : urls_.bundles_at(above)) {
      if (has_bundle_file(*page, below)) return true;
    }
    if (above.empty()) return false;
  }
}

// Whether a bundle has a file of its own at a path that begins with a slash.
bool Site::has_bundle_file(const Page& page, std::string_view below) const {
  // Of a section only the files beside its `_index.md` go with it.
  const bool is_leaf = name_of(page.path).starts_with("index.");
  if (!is_leaf && below.rfind('/') != 0) return false;
  if (files_.has_file(std::string(folder_of(page.path)) + std::string(below))) return true;
  const auto place = content_file(page.path, configuration_);
  return place &&
         std::any_of(configuration_.content.begin(), configuration_.content.end(), [&](const Mount& mount) {
           const auto file = file_of_mount(mount, place->folder + std::string(below));
           return file && files_.has_file(*file);
         });
}

// What Hugo's embedded hook finds at a path.
Site::Found Site::find_by_hook(const Page& from, std::string_view path) const {
  if (path.starts_with("./")) path.remove_prefix(2);
  const auto place = content_file(from.path, configuration_);
  if (!place) return {};
  const PageFound page = finder_->find(from, path, place->language, false);
  if (page.kind == PageFound::Kind::page) {
    const Page* facts = page.node->page;
    if (facts == nullptr || facts->published()) return {Found::Kind::page, facts};
    // It has a URL with nothing behind it, or none, and then the link stays where it is.
    return {facts->publication.render == Render::link ? Found::Kind::nothing : Found::Kind::unknowable,
            facts};
  }
  if (page.kind != PageFound::Kind::nothing) return {Found::Kind::unknowable, nullptr};
  const bool in_leaf = name_of(from.path).starts_with("index.");
  if (is_bundle_page(from.path) && (in_leaf || !is_content_name(path))) {
    const std::string resource = path_below(folder_of(from.path), path);
    if (!path.starts_with('/') && files_.ignoring_case(resource)) return {Found::Kind::file, nullptr};
  }
  return find_asset(path) ? Found{Found::Kind::file, nullptr} : Found{};
}

bool Site::find_asset(std::string_view path) const {
  return std::any_of(configuration_.assets.begin(), configuration_.assets.end(), [&](const Mount& mount) {
    const auto asset = file_of_mount(mount, resolve_url_path("/", path).substr(1));
    return asset && files_.has_file(*asset);
  });
}

Site::Found Site::find_logical(const Page& from, std::string_view path) const {
  const auto file = content_file(from.path, configuration_);
  if (!file) return {};
  const std::string prefix = language_prefix(file->language, configuration_);
  const auto page_below = [&](std::string_view folder) -> const Page* {
    const std::string base = folder.empty() ? "/" : "/" + std::string(folder) + "/";
    return urls_.find_logical(prefix + logical_name(resolve_url_path(base, path)));
  };
  std::vector<std::string> folders = {file->folder, ""};
  if (file->form == ContentForm::leaf)
    folders.insert(folders.begin() + 1, std::string(folder_of(file->folder)));
  if (file->form == ContentForm::single)
    folders.insert(folders.begin() + 1, path_below(file->folder, file->name));
  for (const std::string& folder : folders) {
    const Page* page = page_below(folder);
    if (page == nullptr) continue;
    return {page->published() ? Found::Kind::page : Found::Kind::unknowable, page};
  }
  if (is_bundle_page(from.path) && !path.starts_with('/') && !is_content_name(path)) {
    const auto resource = join_path(folder_of(from.path), path);
    if (resource && files_.has_file(*resource)) return {Found::Kind::file, nullptr};
  }
  return find_asset(path) ? Found{Found::Kind::file, nullptr} : Found{};
}

// Any reading of a path that a hook might have.
Site::Found Site::find_anyhow(const Page& from, std::string_view path) const {
  if (const Found found = find_logical(from, path)) return found;
  std::string_view relative = path;
  while (relative.starts_with('/')) relative.remove_prefix(1);
  while (relative.ends_with('/')) relative.remove_suffix(1);
  std::vector<std::string_view> folders = {folder_of(from.path), configuration_.root, ""};
  for (const auto* mounts : {&configuration_.content, &configuration_.statics, &configuration_.assets}) {
    for (const Mount& mount : *mounts) folders.push_back(mount.source);
  }
  for (const std::string_view folder : folders) {
    const auto file = join_path(folder, relative);
    if (!file) continue;
    for (const std::string_view ending : {"", ".md", "/_index.md", "/index.md", "/README.md"}) {
      const std::string candidate = *file + std::string(ending);
      if (!files_.has_file(candidate)) continue;
      const Page* page = page_at(candidate);
      if (page == nullptr) return {Found::Kind::file, nullptr};
      return {page->published() ? Found::Kind::page : Found::Kind::unknowable, page};
    }
  }
  return {};
}

}  // namespace rubric
