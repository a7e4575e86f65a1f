// How it works: an include is found when any of its candidate paths is a file (see includes.cpp). The nearest
// existing path is looked for below the same folders, and written as the call writes it.

#include <algorithm>

#include "site/includes.h"
#include "site/site.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

// `path` relative to the mount that holds it.
std::string below_mount(std::string_view path, const SiteConfiguration& configuration) {
  for (const auto* mounts : {&configuration.assets, &configuration.content}) {
    for (const Mount& mount : *mounts) {
      if (!mount.source.empty() && path.starts_with(mount.source + "/"))
        return std::string(path.substr(mount.source.size() + 1));
    }
  }
  return {};
}

// A path that a lookup made of a call's: what the call would have to write for another file.
struct WrittenPath {
  std::string folder;         // before what the call writes
  std::string_view lead;      // `/` or `./`, which mean nothing
  std::string_view after;     // what the template appends
  bool as_it_stands = false;  // the call's path stands in the looked-up one as it is

  WrittenPath(std::string_view path, std::string_view target, std::string_view appended) : after(appended) {
    size_t at = 0;
    while (target.substr(at).starts_with('/') || target.substr(at).starts_with("./"))
      at += target[at] == '/' ? 1 : 2;
    lead = target.substr(0, at);
    const std::string written = std::string(target.substr(at)) + std::string(after);
    as_it_stands = path.ends_with(written);
    if (as_it_stands) folder = path.substr(0, path.size() - written.size());
  }

  // Empty when the call cannot name `file`.
  std::string as_written(std::string_view file) const {
    if (!as_it_stands || !file.starts_with(folder) || !file.ends_with(after)) return {};
    if (file.size() <= folder.size() + after.size()) return {};
    return std::string(lead) +
           std::string(file.substr(folder.size(), file.size() - folder.size() - after.size()));
  }
};

// Whether a path leads above the repository from the page and from all folders that includes lie in.
bool leaves_repository(std::string_view target, std::string_view path,
                       const SiteConfiguration& configuration) {
  if (join_path(folder_of(path), target)) return false;
  for (const auto* mounts : {&configuration.assets, &configuration.content}) {
    for (const Mount& mount : *mounts) {
      if (join_path(mount.source, target)) return false;
    }
  }
  return true;
}

// How a call of that template brings its file's text into the page.
IncludeWay way_of(const Include& include, const ShortcodeTemplate* shortcode) {
  if (shortcode == nullptr || shortcode->included.lookups.empty()) return IncludeWay::unknown;
  const bool percent = include.delimiter == Delimiter::percent;
  switch (shortcode->included.output) {
    case IncludeOutput::raw:
      // What surrounds a nested call may render its inner text, and the tags that were printed into it.
      if (include.nested) return IncludeWay::unknown;
      return percent ? IncludeWay::pasted : IncludeWay::printed;
    case IncludeOutput::markdown:
    case IncludeOutput::page:
      return IncludeWay::rendered;
    case IncludeOutput::shortcodes:
      return percent ? IncludeWay::joined : IncludeWay::unknown;
    case IncludeOutput::unknown:
      break;
  }
  return IncludeWay::unknown;
}

}  // namespace

void Site::connect_includes() {
  for (const Page& page : pages_) {
    for (const Include& include : page.includes) {
      if (include.slip >= 0) continue;
      const IncludeResolution resolution = resolve(page, include);
      const Page* included = resolution.found ? page_at(resolution.path) : nullptr;
      if (included != nullptr)
        includes_.connect(page, *included, &include,
                          way_of(include, configuration_.dialect.find(include.name)));
      else
        includes_.mark_incomplete(page);
    }
  }
  includes_.finish();
}

IncludeResolution Site::resolve(const Page& from, const Include& include) const {
  IncludeResolution resolution;
  const ShortcodeTemplate* shortcode = configuration_.dialect.find(include.name);
  if (!is_plain_path(include.target)) {
    resolution.unknowable = true;
    return resolution;
  }
  if (shortcode == nullptr || shortcode->included.lookups.empty()) return resolve_leniently(from, include);
  for (const IncludeLookup& lookup : shortcode->included.lookups) {
    if (look_up(from, include, lookup, resolution)) break;
  }
  if (resolution.found) return resolution;
  // The files of a theme that is not on disk may hold it.
  if (configuration_.theme_missing && configuration_.assets.empty()) resolution.unknowable = true;
  return resolution;
}

// Whether the lookup finds the file; what is wrong, and what was meant, where it does not.
bool Site::look_up(const Page& from, const Include& include, const IncludeLookup& lookup,
                   IncludeResolution& resolution) const {
  if (lookup.from == IncludeFrom::pages || lookup.from == IncludeFrom::site_pages)
    return look_up_page(from, lookup.before + include.target + lookup.after,
                        lookup.from == IncludeFrom::site_pages, resolution);
  // What is relative to the page is not known in a text that other pages include.
  if (lookup.beside_page && is_fragment(from)) resolution.unknowable = true;
  const std::vector<std::string> candidates =
      lookup_candidates(lookup, include.target, from.path, configuration_);
  for (const std::string& candidate : candidates) {
    if (!files_.has_file(candidate)) continue;
    resolution.found = true;
    resolution.path = candidate;
    return true;
  }
  if (candidates.empty()) resolution.fault = IncludeFault::outside;
  for (const std::string& candidate : candidates) {
    const WrittenPath written(candidate, include.target, lookup.after);
    const auto same = files_.ignoring_case(candidate);
    if (files_.has_folder(candidate)) resolution.fault = IncludeFault::folder;
    if (same) resolution.fault = IncludeFault::letter_case;
    if (same || resolution.suggestion.empty())
      resolution.suggestion = written.as_written(same.value_or(near_files_.nearest(candidate)));
    if (same) break;
  }
  return false;
}

// GetPage has many readings of a path; where none is found, a page of that name anywhere may be meant.
bool Site::look_up_page(const Page& from, std::string_view path, bool from_root,
                        IncludeResolution& resolution) const {
  const Page* page = find_logical(from, path).page;
  if (page == nullptr && from_root) page = find_logical(from, "/" + std::string(path)).page;
  if (page != nullptr) {
    resolution.found = true;
    resolution.path = page->path;
    return true;
  }
  if (unread_ != nullptr) unread_->want_heads();
  Include include;
  include.target = path;
  const IncludeResolution lenient = resolve_leniently(from, include);
  std::string_view name = name_of(path);
  if (name.ends_with(".md")) name.remove_suffix(3);
  const bool named = !near_urls_.named(clean_url_path(name, true)).empty() ||
                     !near_files_.named(std::string(name) + ".md").empty();
  if (lenient.found) resolution = lenient;
  resolution.unknowable |= lenient.unknowable || named;
  if (resolution.suggestion.empty()) resolution.suggestion = lenient.suggestion;
  return resolution.found;
}

IncludeResolution Site::resolve_leniently(const Page& from, const Include& include) const {
  IncludeResolution resolution;
  const std::string& target = include.target;
  const std::vector<std::string> candidates = include_candidates(target, from.path, configuration_);
  for (const std::string& candidate : candidates) {
    for (const std::string_view ending : {"", "/_index.md", "/index.md"}) {
      if (!files_.has_file(candidate + std::string(ending))) continue;
      resolution.found = true;
      resolution.path = candidate + std::string(ending);
      return resolution;
    }
  }
  // A bare word may be anything, a folder may be a section.
  const auto is_folder = [&](const std::string& path) { return files_.has_folder(path); };
  resolution.unknowable = target.find_first_of("/.") == target.npos ||
                          (configuration_.theme_missing && configuration_.assets.empty()) ||
                          std::any_of(candidates.begin(), candidates.end(), is_folder);
  if (leaves_repository(target, from.path, configuration_)) resolution.fault = IncludeFault::outside;
  // The first candidate lies below assets, the next ones below content; each in its two spellings.
  const size_t mounts = configuration_.assets.size() + configuration_.content.size();
  for (size_t index = 0; index < candidates.size() && index < 2 * mounts; index += 2) {
    const auto same = files_.ignoring_case(candidates[index]);
    const std::string_view near = same.value_or(near_files_.nearest(candidates[index]));
    const std::string written = below_mount(near, configuration_);
    if (written.empty() || near == from.path) continue;
    if (same) resolution.fault = IncludeFault::letter_case;
    resolution.suggestion = target.starts_with('/') ? "/" + written : written;
    break;
  }
  return resolution;
}

}  // namespace rubric
