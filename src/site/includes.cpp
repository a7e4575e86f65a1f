// How it works: where the template is understood, the lookups are Hugo's own. Where it is not, every usual
// one is tried, with and without `.md`, and an include is missing only when none of them finds a file.

#include "site/includes.h"

#include <algorithm>
#include <array>

#include "site/destinations.h"
#include "site/mount.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 6> path_parameters = {"file", "path",     "src",
                                                             "page", "filename", "name"};

bool names_path(const Parameter& parameter, size_t position, const std::vector<std::string>& keys) {
  if (!keys.empty()) {
    const std::string& key = parameter.name;
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& wanted) {
      return key.empty() ? wanted == "0" && position == 0 : wanted == key;
    });
  }
  if (parameter.name.empty()) return true;
  return std::find(path_parameters.begin(), path_parameters.end(), parameter.name) != path_parameters.end();
}

const Parameter* path_parameter(const Shortcode& call, const IncludeTemplate& included) {
  for (size_t index = 0; index < call.parameters.size(); ++index) {
    if (names_path(call.parameters[index], index, included.keys)) return &call.parameters[index];
  }
  return nullptr;
}

// Masked, a tag that has its line for itself is an HTML block.
bool stands_alone(const Document& document, Span tag) {
  const Tree& tree = document.tree();
  const std::span<const NodeId> blocks = tree.of_kind(NodeKind::html_block);
  return std::any_of(blocks.begin(), blocks.end(), [&](NodeId id) {
    const std::string_view text = document.source.slice(tree[id].span);
    return tree[id].parent == 0 && tree[id].span.begin == tag.begin &&
           text.find_last_not_of(" \t\r\n") + 1 == tag.size();
  });
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
    const Parameter* parameter = path_parameter(call, shortcode->included);
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
    include.nested = call.parent >= 0;
    include.alone = stands_alone(document, call.open);
    include.slip = call.slip;
    includes.push_back(std::move(include));
  }
  return includes;
}

bool is_plain_path(std::string_view target) {
  if (target.find("{{") != target.npos || target.find("://") != target.npos || target.starts_with("//"))
    return false;
  return !target.empty() && target.find_first_of("$<>*?\n|") == target.npos;
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

std::vector<std::string> lookup_candidates(const IncludeLookup& lookup, std::string_view target,
                                           std::string_view path, const SiteConfiguration& configuration) {
  std::vector<std::string> candidates;
  const auto add = [&](std::optional<std::string> candidate) {
    if (candidate && !candidate->empty()) candidates.push_back(*std::move(candidate));
  };
  const std::string wanted = lookup.before + std::string(target) + lookup.after;
  const auto below = join_path("", wanted);
  if (lookup.beside_page) add(join_path(folder_of(path), wanted));
  if (lookup.from == IncludeFrom::assets) {
    for (const Mount& mount : configuration.assets) {
      // `../assets/x.md` finds what it names.
      if (below)
        add(file_of_mount(mount, *below));
      else if (const auto file = join_path(mount.source, wanted); file && is_at_or_below(*file, mount.source))
        add(file);
    }
  } else if (below && !lookup.beside_page) {
    add(join_path(configuration.root, *below));
    for (const Mount& mount : configuration.content) add(file_of_mount(mount, *below));
  }
  return candidates;
}

}  // namespace rubric
