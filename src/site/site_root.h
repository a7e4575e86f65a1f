#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace rubric {

/// Whether a folder is the root of a Hugo site: it holds hugo.*, a folder config/_default, or config.* beside
/// one of Hugo's own folders (many programs have a config.yaml; Zola's has a folder `templates` beside it).
/// `has` says whether the folder has an entry of a name.
template <typename Has>
bool holds_hugo_configuration(const Has& has) {
  const auto any = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), has);
  };
  if (any({"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default"})) return true;
  if (!any({"config.toml", "config.yaml", "config.yml", "config.json"})) return false;
  if (any({"layouts", "archetypes", "_vendor"})) return true;
  return any({"content", "themes"}) && !has(std::string_view("templates"));
}

}  // namespace rubric
