// How it works: one walk from the path to the top, which notes the first folder with a Hugo configuration
// (one that another site holds as a part of itself does not count) and the first with a `.rubric.yaml`. The
// Git work tree bounds the walk.

#include "workspace/locate.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

#include "site/site_root.h"
#include "workspace/git.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

bool has_entry(const fs::path& folder, std::string_view name) {
  std::error_code error;
  return fs::exists(folder / name, error);
}

// Whether a folder is a part of the site around it, whatever files it holds.
bool is_part_of(const fs::path& folder, const fs::path& site) {
  constexpr std::array<std::string_view, 9> parts = {"archetypes", "assets", "content",   "data",  "i18n",
                                                     "layouts",    "public", "resources", "static"};
  const std::string top = folder.lexically_relative(site).begin()->string();
  return std::find(parts.begin(), parts.end(), top) != parts.end();
}

}  // namespace

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
    if (holds_hugo_configuration(has) && (!site || is_part_of(*site, at))) site = at;
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
