// How it works: one walk from the path to the top, which notes the first folder with a Hugo configuration and
// the first with a `.rubric.yaml`. The Git work tree bounds the walk.

#include "workspace/locate.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <set>
#include <string_view>

#include "workspace/git.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

bool has_entry(const fs::path& folder, std::string_view name) {
  std::error_code error;
  return fs::exists(folder / name, error);
}

// Any project may have a config.yaml; it is Hugo's when one of Hugo's folders stands beside it. `has` says
// whether the folder in question has an entry of a name.
template <typename Has>
bool holds_hugo_configuration(const Has& has) {
  const auto any = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(), has);
  };
  if (any({"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default"})) return true;
  return any({"content", "layouts", "archetypes", "themes"}) &&
         any({"config.toml", "config.yaml", "config.yml", "config.json"});
}

}  // namespace

std::vector<std::string> sites_among(std::span<const std::string> files) {
  std::set<std::string, std::less<>> entries;  // files and folders
  std::set<std::string, std::less<>> folders;
  for (const std::string& file : files) {
    entries.insert(file);
    for (size_t slash = file.rfind('/'); slash != std::string::npos && slash > 0;
         slash = file.rfind('/', slash - 1)) {
      if (!folders.insert(file.substr(0, slash)).second) break;
      entries.insert(file.substr(0, slash));
    }
  }
  std::vector<std::string> sites;
  for (const std::string& folder : folders) {
    if (!sites.empty() && folder.starts_with(sites.back() + '/')) continue;
    const auto has = [&](std::string_view name) {
      return entries.count(folder + '/' + std::string(name)) != 0;
    };
    if (holds_hugo_configuration(has)) sites.push_back(folder);
  }
  return sites;
}

std::string relative_to(const std::string& repository, const std::string& path) {
  const std::string relative =
      fs::path(path).lexically_normal().lexically_relative(repository).generic_string();
  if (relative == ".") return "";
  return relative.ends_with('/') ? relative.substr(0, relative.size() - 1) : relative;
}

Location locate(const std::string& path) {
  std::error_code error;
  fs::path folder = fs::is_directory(path, error) ? fs::path(path) : fs::path(path).parent_path();
  if (folder.has_relative_path() && folder.filename().empty()) folder = folder.parent_path();
  const std::optional<std::string> work_tree = find_work_tree(folder.string());

  Location location;
  std::optional<fs::path> site;
  for (fs::path at = folder;; at = at.parent_path()) {
    const auto has = [&](std::string_view name) { return has_entry(at, name); };
    if (!site && holds_hugo_configuration(has)) site = at;
    if (location.configuration.empty() && has_entry(at, ".rubric.yaml")) {
      location.configuration = (at / ".rubric.yaml").string();
    }
    if (!at.has_relative_path() || (work_tree && at == *work_tree)) break;
  }
  location.repository = work_tree ? *work_tree : site.value_or(folder).string();
  location.hugo = site.has_value();
  if (site) location.site = relative_to(location.repository, site->string());
  return location;
}

}  // namespace rubric
