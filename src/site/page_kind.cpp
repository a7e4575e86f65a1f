// How it works: the mounts decide; what lies in none of them is plain, save in the folders that Hugo keeps
// for its own use.

#include <algorithm>
#include <array>
#include <optional>

#include "site/page.h"
#include "site/templates.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

bool is_below(std::string_view path, const std::vector<Mount>& mounts) {
  return std::any_of(mounts.begin(), mounts.end(),
                     [&](const Mount& mount) { return is_at_or_below(path, mount.source); });
}

// Folders of a Hugo site whose Markdown is neither published nor read by people.
constexpr std::array<std::string_view, 9> inner_folders = {
    "archetypes", "layouts", "themes", "public", "resources", "static", "data", "i18n", "_vendor"};

}  // namespace

std::optional<PageKind> page_kind(std::string_view path, const SiteConfiguration& configuration) {
  if (!configuration.hugo) return PageKind::plain;
  if (content_file(path, configuration)) return PageKind::content;
  if (is_below(path, configuration.assets)) return PageKind::fragment;
  if (is_below(path, configuration.statics) || is_below(path, configuration.layouts)) return std::nullopt;
  std::string_view below = path;
  if (!configuration.root.empty()) {
    if (!path.starts_with(configuration.root + "/")) return PageKind::plain;
    below.remove_prefix(configuration.root.size() + 1);
  }
  const std::string_view top = below.substr(0, below.find('/'));
  const bool inner = std::find(inner_folders.begin(), inner_folders.end(), top) != inner_folders.end();
  return inner ? std::nullopt : std::optional(PageKind::plain);
}

const Dialect& dialect_of(std::string_view path, const SiteConfiguration& configuration) {
  if (configuration.sections.empty()) return configuration.dialect;
  const auto file = content_file(path, configuration);
  if (!file) return configuration.dialect;
  const bool has_name = file->form != ContentForm::branch && file->form != ContentForm::leaf;
  const std::string logical =
      normalized_path(file->folder + (has_name ? "/" + std::string(file->name) : std::string()));
  const std::string_view below = std::string_view(logical).substr(logical.starts_with('/') ? 1 : 0);
  for (const SectionDialect& section : configuration.sections)
    if (is_at_or_below(below, section.section)) return section.dialect;
  return configuration.dialect;
}

}  // namespace rubric
