// How it works: what an include's template does with its path is rarely knowable, so every usual look-up is
// tried, with and without `.md`; an include is missing only when none of them finds a file.

#include "site/includes.h"

#include <algorithm>
#include <array>

#include "site/destinations.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 6> path_parameters = {"file", "path",     "src",
                                                             "page", "filename", "name"};

const Parameter* path_parameter(const Shortcode& call) {
  for (const Parameter& parameter : call.parameters) {
    if (parameter.name.empty()) return &parameter;
    if (std::find(path_parameters.begin(), path_parameters.end(), parameter.name) != path_parameters.end())
      return &parameter;
  }
  return nullptr;
}

// Joined as a URL path is, which cleans the way resources.Get does, then made relative to the repository.
std::string below(std::string_view folder, std::string_view target) {
  const std::string base = folder.empty() ? "/" : "/" + std::string(folder) + "/";
  std::string_view relative = target;
  while (relative.starts_with('/')) relative.remove_prefix(1);
  std::string path = resolve_url_path(base, relative);
  while (path.ends_with('/')) path.pop_back();
  return path.empty() ? path : path.substr(1);
}

}  // namespace

std::vector<Include> find_includes(const Document& document, std::span<const FoundAnchor> anchors) {
  std::vector<Include> includes;
  for (const Shortcode& call : document.shortcodes.calls) {
    const ShortcodeTemplate* shortcode = document.dialect.find(call.name);
    if (shortcode == nullptr || !shortcode->include) continue;
    const Parameter* parameter = path_parameter(call);
    if (parameter == nullptr) continue;
    Include include;
    include.target = parameter->value;
    include.name = call.name;
    include.range = document.source.range(parameter->value_span);
    include.delimiter = call.opener;
    const auto before = std::partition_point(anchors.begin(), anchors.end(), [&](const FoundAnchor& anchor) {
      return anchor.offset < call.open.begin;
    });
    include.anchors_before = static_cast<uint32_t>(before - anchors.begin());
    include.slip = call.slip;
    includes.push_back(std::move(include));
  }
  return includes;
}

bool looks_like_path(std::string_view target) {
  if (target.find("{{") != target.npos || target.find("://") != target.npos || target.starts_with("//"))
    return false;
  if (target.find_first_of("$<>*?\n|") != target.npos) return false;
  return target.find('/') != target.npos || target.find('.') != target.npos;
}

std::vector<std::string> include_candidates(std::string_view target, std::string_view path,
                                            const SiteConfiguration& configuration) {
  std::vector<std::string> candidates;
  const auto add = [&](std::string_view folder) {
    std::string candidate = below(folder, target);
    candidates.push_back(candidate + ".md");
    candidates.push_back(std::move(candidate));
    std::swap(candidates[candidates.size() - 1], candidates[candidates.size() - 2]);
  };
  for (const Mount& mount : configuration.assets) add(mount.source);
  for (const Mount& mount : configuration.content) add(mount.source);
  add(folder_of(path));
  for (const Mount& mount : configuration.statics) add(mount.source);
  for (const std::string_view folder : {"data", "layouts", "layouts/partials"})
    add(configuration.root.empty() ? std::string(folder) : configuration.root + "/" + std::string(folder));
  add(configuration.root);
  add("");
  return candidates;
}

}  // namespace rubric
