// How it works: each function answers one question about a path: which page or file is published there, which
// page has that place in content, what any reading of it may lead to. None of them judges; site_links.cpp
// does.

#include <algorithm>

#include "site/mount.h"
#include "site/site.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

bool is_bundle_page(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.starts_with("index.") || name.starts_with("_index.");
}

std::string joined(std::string_view folder, std::string_view path) {
  if (folder.empty()) return std::string(path);
  return std::string(folder) + "/" + std::string(path);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Pages that Hugo or its host makes for each list or for the whole site: feeds, pagination, sitemap.
bool is_made_by_hugo(std::string_view url, std::string_view pagination) {
  const std::string_view key = url_key(url);
  const std::string_view name = name_of(key);
  if (name == "sitemap.xml" || name == "robots.txt" || name == "404.html" || name.starts_with("index."))
    return true;
  return is_number(name) && name_of(folder_of(key)) == pagination;
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

}  // namespace

Site::Found Site::find_url(const std::string& url) const {
  if (const UrlEntry* entry = urls_.find(url))
    return {entry->alias ? Found::Kind::alias : Found::Kind::page, entry->page};
  if (const Found found = find_file(url)) return found;
  if (is_made_by_hugo(url, configuration_.pagination_path) || urls_.may_exist(url))
    return {Found::Kind::unknowable, nullptr};
  return {};
}

Site::Found Site::find_file(std::string_view url) const {
  if (url.ends_with('/')) return {};
  const auto has = [&](const Mount& mount) {
    const auto file = file_of_mount(mount, url.substr(1));
    return file && files_.has_file(*file);
  };
  const auto holds = [&](const std::vector<Mount>& mounts) {
    return std::any_of(mounts.begin(), mounts.end(), has);
  };
  if (holds(configuration_.statics)) return {Found::Kind::file, nullptr};
  if (!is_content_name(url)) {
    if (holds(configuration_.content) || is_bundle_file(url)) return {Found::Kind::file, nullptr};
  }
  // Assets are published where a template asks.
  if (holds(configuration_.assets)) return {Found::Kind::unknowable, nullptr};
  return {};
}

// The files of a bundle stand beside its page, whatever URL that has.
bool Site::is_bundle_file(std::string_view url) const {
  for (std::string_view above = folder_of(url);; above = folder_of(above)) {
    const Page* page = urls_.find_bundle(above);
    if (page == nullptr) page = urls_.find_bundle(std::string(above) + ".html");
    if (page != nullptr && is_bundle_page(page->path))
      return files_.has_file(std::string(folder_of(page->path)) + std::string(url.substr(above.size())));
    if (above.empty()) return false;
  }
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
    folders.insert(folders.begin() + 1, joined(file->folder, file->name));
  for (const std::string& folder : folders) {
    const Page* page = page_below(folder);
    if (page == nullptr) continue;
    return {page->published ? Found::Kind::page : Found::Kind::unknowable, page};
  }
  if (is_bundle_page(from.path) && !path.starts_with('/') && !is_content_name(path)) {
    const auto resource = join_path(folder_of(from.path), path);
    if (resource && files_.has_file(*resource)) return {Found::Kind::file, nullptr};
  }
  for (const Mount& mount : configuration_.assets) {
    const auto asset = file_of_mount(mount, resolve_url_path("/", path).substr(1));
    if (asset && files_.has_file(*asset)) return {Found::Kind::file, nullptr};
  }
  return {};
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
      return {page->published ? Found::Kind::page : Found::Kind::unknowable, page};
    }
  }
  return {};
}

Site::Found Site::find_plain(const Page& from, std::string_view path) const {
  const bool absolute = path.starts_with('/');
  std::string_view relative = path;
  while (relative.starts_with('/')) relative.remove_prefix(1);
  while (relative.ends_with('/')) relative.remove_suffix(1);
  const auto file = join_path(absolute ? std::string_view() : folder_of(from.path), relative);
  // Above the repository's root lies the code host: `../../issues`.
  if (!file) return {Found::Kind::unknowable, nullptr};
  std::string stem = *file;
  if (stem.ends_with(".html")) stem.erase(stem.size() - 5);
  for (const std::string_view ending : {"", ".md", "/README.md", "/index.md", "/_index.md"}) {
    const std::string candidate = (ending.empty() ? *file : stem) + std::string(ending);
    if (!files_.has_file(candidate)) continue;
    const Page* page = page_at(candidate);
    return {page == nullptr ? Found::Kind::file : Found::Kind::page, page};
  }
  if (files_.has_folder(*file)) return {Found::Kind::file, nullptr};
  return {};
}

// A theme that is not on disk brings files of its own, in folders that the site itself need not have.
bool Site::theme_may_publish(std::string_view url) const {
  const std::string_view name = name_of(url);
  const bool file = name.find('.') != name.npos && !name.ends_with(".md");
  if (!configuration_.theme_missing || !file) return false;
  const std::string_view path = url.substr(1);
  const size_t slash = path.find('/');
  if (slash == path.npos) return true;
  const auto has_top = [&](const Mount& mount) {
    return files_.has_folder(joined(mount.source, path.substr(0, slash)));
  };
  return std::none_of(configuration_.statics.begin(), configuration_.statics.end(), has_top) &&
         std::none_of(configuration_.content.begin(), configuration_.content.end(), has_top);
}

std::string Site::missing_top_folder(std::string_view url) const {
  if (!url.starts_with('/') || url.size() < 2) return {};
  const std::string_view name = url.substr(1, url.find('/', 1) - 1);
  if (name.empty() || name.size() + 1 == url.size()) return {};  // "/x" is a page at the top, no folder
  const std::string folder = "/" + std::string(name);
  if (urls_.find(folder) != nullptr || near_urls_.has_below(folder)) return {};
  const auto holds = [&](const std::vector<Mount>& mounts) {
    return std::any_of(mounts.begin(), mounts.end(), [&](const Mount& mount) {
      if (is_at_or_below(mount.target, name)) return true;
      const auto source = file_of_mount(mount, name);
      return source && files_.has_folder(*source);
    });
  };
  if (holds(configuration_.statics) || holds(configuration_.content) || holds(configuration_.assets))
    return {};
  return folder + "/";
}

// The URL of the published page nearest to a dead URL.
std::string Site::nearest_page(const std::string& url) const {
  std::string key(url_key(url));
  if (is_content_name(key)) key.erase(key.rfind('.'));
  for (const std::string_view index : {"/_index", "/index"}) {
    if (key.ends_with(index)) key.erase(key.size() - index.size());
  }
  const Page* page = page_for_url(key);
  const std::string lower = clean_url_path(key, true);
  if (page == nullptr) page = page_for_url(lower);
  if (page == nullptr) {
    const std::string_view near = near_urls_.nearest(lower);
    if (!near.empty()) page = page_for_url(near);
  }
  return page == nullptr || page->urls.empty() ? std::string() : page->urls.front();
}

// The URL of the published file nearest to a dead one.
std::string Site::nearest_file(const std::string& url) const {
  const std::string path = url.substr(1);
  for (const auto* mounts : {&configuration_.statics, &configuration_.content}) {
    for (const Mount& mount : *mounts) {
      const auto wanted = file_of_mount(mount, path);
      if (!wanted) continue;
      std::string_view near = files_.ignoring_case(*wanted).value_or(std::string_view());
      if (near.empty()) near = near_files_.nearest(*wanted);
      const std::string source = mount.source.empty() ? "" : mount.source + "/";
      if (near.empty() || !near.starts_with(source)) continue;
      const std::string_view below = near.substr(source.size());
      std::string near_url = "/" + joined(mount.target, below);
      if (find_file(near_url).kind == Found::Kind::file) return near_url;
    }
  }
  return {};
}

}  // namespace rubric
