// How it works: an include is found when any of its candidate paths is a file (see includes.cpp). The nearest
// existing path is looked for below the same folders, and written as the call writes it.

#include <algorithm>

#include "site/includes.h"
#include "site/site.h"

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

}  // namespace

void Site::connect_includes() {
  for (const Page& page : pages_) {
    for (const Include& include : page.includes) {
      if (include.slip >= 0) continue;
      const IncludeResolution resolution = resolve(page, include);
      const Page* included = resolution.found ? page_at(resolution.path) : nullptr;
      if (included != nullptr)
        includes_.connect(page, *included);
      else
        includes_.mark_incomplete(page);
    }
  }
}

IncludeResolution Site::resolve(const Page& from, const Include& include) const {
  IncludeResolution resolution;
  if (!looks_like_path(include.target)) {
    resolution.unknowable = true;
    return resolution;
  }
  const std::vector<std::string> candidates = include_candidates(include.target, from.path, configuration_);
  for (const std::string& candidate : candidates) {
    if (!files_.has_file(candidate)) continue;
    resolution.found = true;
    resolution.path = candidate;
    return resolution;
  }
  // The files of a theme that is not on disk may hold it.
  if (configuration_.theme_missing && configuration_.assets.empty()) resolution.unknowable = true;
  // The first candidate lies below assets, the next ones below content; each in its two spellings.
  const size_t mounts = configuration_.assets.size() + configuration_.content.size();
  for (size_t index = 0; index < candidates.size() && index < 2 * mounts; index += 2) {
    std::string_view near = files_.ignoring_case(candidates[index]).value_or(std::string_view());
    resolution.certain = !near.empty();
    if (near.empty()) near = near_files_.nearest(candidates[index]);
    const std::string written = below_mount(near, configuration_);
    if (written.empty() || near == from.path) continue;
    resolution.suggestion = include.target.starts_with('/') ? "/" + written : written;
    break;
  }
  return resolution;
}

}  // namespace rubric
