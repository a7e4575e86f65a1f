// How it works: a dead link's path is compared with those that exist, first from its own place, then from
// that of the page's file, since relative links are often written from there.

#include <algorithm>

#include "site/mount.h"
#include "site/site.h"
#include "site/urls.h"
#include "site/verdicts.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

bool has_extension(std::string_view path) {
  const std::string_view name = name_of(path);
  const size_t dot = name.rfind('.');
  return dot != name.npos && dot > 0 && dot + 1 < name.size() && name.size() - dot <= 6;
}

// The URL of the folder that a page's file lies in, which for most pages is one above their own.
std::string folder_url(const Page& page) {
  const std::string_view name = name_of(page.path);
  const bool is_bundle = name.starts_with("index.") || name.starts_with("_index.");
  return resolve_url_path(page.urls.front(), is_bundle ? "." : "..");
}

// The size of the scheme and host of an absolute address.
size_t host_size(std::string_view address) {
  return std::min(address.find_first_of("/?#", address.find("//") + 2), address.size());
}

}  // namespace

// The languages, other than the URL's own, that do have a page of that place.
std::vector<std::string> Site::languages_with(std::string_view url) const {
  std::vector<std::string> found;
  const std::vector<std::string>& languages = configuration_.languages;
  if (languages.size() < 2) return found;
  std::string_view place = url;
  for (const std::string& language : languages) {
    const std::string prefix = language_prefix(language, configuration_);
    if (!prefix.empty() && url.starts_with(prefix + "/")) place = url.substr(prefix.size());
  }
  for (const std::string& language : languages) {
    const UrlEntry* entry = urls_.find(language_prefix(language, configuration_) + std::string(place));
    if (entry != nullptr && !entry->alias) found.push_back(language);
  }
  return found;
}

Resolution Site::missing(const Page& from, const Link& link, const std::string& url) const {
  Resolution resolution;
  resolution.outcome = Outcome::target_missing;
  resolution.wanted = url;
  const bool file = link.kind == LinkKind::image || link.kind == LinkKind::html_file ||
                    (has_extension(url) && !is_content_name(url));
  const auto nearest_to = [&](const std::string& wanted) {
    return file ? nearest_file(wanted) : nearest_page(wanted);
  };
  std::string near = nearest_to(url);
  const bool relative = !link.target.starts_with('/') && !parse_destination(link.target).external;
  if (near.empty() && relative && !from.urls.empty())
    near = nearest_to(resolve_url_path(folder_url(from), parse_destination(link.target).path));
  if (near.empty()) return resolution;
  resolution.certain = equal_ignoring_case(near, url);
  if (!resolution.certain && !may_hold_fragment(near, link)) return resolution;
  const std::string root = configuration_.several_hosts ? "/" + from.language : std::string();
  if (!near.starts_with(root + "/")) return resolution;
  if (parse_destination(link.target).external)
    near = std::string(link.target.substr(0, host_size(link.target))) + configuration_.base_path +
           near.substr(1);
  else if (link.target.starts_with('/'))
    near = configuration_.of_language(from.language).base_path + near.substr(root.size() + 1);
  else if (from.urls.empty())
    return resolution;
  else
    near = relative_url(from.urls.front(), near);
  resolution.suggestion = encode_destination(near) + std::string(written_fragment(link.target));
  return resolution;
}

// Whether the page at `url`, if there is one, may have the link's fragment: one without it is not what was
// meant.
bool Site::may_hold_fragment(const std::string& url, const Link& link) const {
  const Destination destination = parse_destination(link.target);
  const Page* page = page_for_url(url);
  if (page == nullptr || !has_page_fragment(link, destination)) return true;
  return judge_fragment(*page, destination).outcome != Outcome::anchor_missing;
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
      std::string near_url = "/" + path_below(mount.target, below);
      if (find_file(near_url).kind == Found::Kind::file) return near_url;
    }
  }
  return {};
}

}  // namespace rubric
