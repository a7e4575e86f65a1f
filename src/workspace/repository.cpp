// How it works: one listing becomes the FileTree; a second look at its names finds the folders with a Hugo
// configuration, of which those go that another site holds as a part of itself.

#include "workspace/repository.h"

#include <algorithm>
#include <array>
#include <set>

#include "site/configuration.h"
#include "text/path.h"

namespace rubric {

namespace {

// The folders of a Hugo site in which another configuration is a part of that site, or a sample.
constexpr std::array<std::string_view, 12> inner_folders = {
    "archetypes", "assets",  "content", "data",      "i18n",   "layouts",
    "public",     "_vendor", "static",  "resources", "themes", "node_modules"};

// The folders that a `.gitmodules` file names: lines such as `path = themes/docsy`.
std::vector<std::string> submodules(std::string_view text) {
  std::vector<std::string> paths;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const size_t key = line.find_first_not_of(" \t");
    if (key == line.npos || !line.substr(key).starts_with("path")) continue;
    const size_t equals = line.find('=');
    if (equals == line.npos || line.find_first_not_of(" \t", key + 4) != equals) continue;
    line.remove_prefix(equals + 1);
    const auto path = join_path("", line.substr(std::min(line.find_first_not_of(" \t\""), line.size())));
    if (!path) continue;
    paths.push_back(path->substr(0, path->find_last_not_of(" \t\r\"") + 1));
  }
  return paths;
}

bool is_in(const std::vector<std::string>& sorted, std::string_view path) {
  return std::binary_search(sorted.begin(), sorted.end(), path);
}

bool is_below_one_of(const std::vector<std::string>& sorted, std::string_view path) {
  for (; !sorted.empty() && !path.empty(); path = folder_of(path)) {
    if (is_in(sorted, path)) return true;
  }
  return false;
}

// The folder that a file of such a name may make a site.
std::optional<std::string_view> possible_site(std::string_view path) {
  constexpr std::string_view settings = "config/_default/";
  if (path.starts_with(settings)) return "";
  if (const size_t at = path.rfind("/config/_default/"); at != path.npos) return path.substr(0, at);
  const std::string_view name = name_of(path);
  if (name.starts_with("hugo.") || name.starts_with("config.")) return folder_of(path);
  return std::nullopt;
}

// Whether `folder` is part of a site that encloses it.
bool is_inner(std::string_view folder, const std::set<std::string, std::less<>>& sites) {
  for (std::string_view above = folder; !above.empty();) {
    above = folder_of(above);
    if (sites.count(above) == 0) continue;
    const std::string_view below = folder.substr(above.empty() ? 0 : above.size() + 1);
    const std::string_view top = below.substr(0, below.find('/'));
    if (std::find(inner_folders.begin(), inner_folders.end(), top) != inner_folders.end()) return true;
  }
  return false;
}

}  // namespace

bool Repository::is_foreign(std::string_view path) const {
  return is_in(linked, path) || is_below_one_of(nested, path);
}

std::shared_ptr<const Repository> list_repository(const FileSystem& files) {
  Listing listing = files.list("");
  auto repository = std::make_shared<Repository>();
  repository->linked = std::move(listing.links);
  repository->nested = std::move(listing.repositories);
  repository->unreadable = listing.unreadable;
  std::vector<std::string> closed = std::move(listing.closed);
  closed.insert(closed.end(), listing.unreadable.begin(), listing.unreadable.end());
  for (std::string& path : submodules(files.read(".gitmodules").value_or(""))) {
    if (is_in(repository->nested, path)) continue;
    const auto is_there = [&](const std::string& file) { return is_at_or_below(file, path); };
    if (std::none_of(listing.files.begin(), listing.files.end(), is_there)) closed.push_back(path);
    repository->nested.push_back(std::move(path));
  }
  std::sort(repository->linked.begin(), repository->linked.end());
  std::sort(repository->nested.begin(), repository->nested.end());
  repository->files = FileTree(std::move(listing.files), std::move(closed));
  repository->hosting = read_code_hosting(repository->files);
  return repository;
}

std::vector<std::string> find_sites(const Repository& repository) {
  std::set<std::string_view> candidates;
  for (const std::string& path : repository.files.files()) {
    if (const auto folder = possible_site(path)) candidates.insert(*folder);
  }
  std::set<std::string, std::less<>> sites;  // an enclosing folder sorts before what it holds
  for (const std::string_view folder : candidates) {
    if (!is_site_root(repository.files, folder) || is_below_one_of(repository.nested, folder)) continue;
    if (!is_inner(folder, sites)) sites.emplace(folder);
  }
  return {sites.begin(), sites.end()};
}

std::vector<std::string> mounted_from_outside(const FileSystem& files, const Repository& repository,
                                              std::string_view site, std::string_view environment) {
  const ReadFile read = [&](std::string_view path) { return files.read(path); };
  std::vector<std::string> outside;
  for (std::string& folder : mounted_folders(repository.files, read, site, environment)) {
    if (!is_at_or_below(folder, site)) outside.push_back(std::move(folder));
  }
  std::sort(outside.begin(), outside.end());
  return outside;
}

}  // namespace rubric
