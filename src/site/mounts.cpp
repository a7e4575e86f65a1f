// How it works: for each component the configured mounts replace Hugo's default folder; the project's come
// first, then those of its modules in their order.

#include "site/mounts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>

#include "site/glob.h"
#include "text/ascii.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 4> components = {"content", "static", "assets", "layouts"};

std::string text_of(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found ? found->scalar : std::string();
}

bool names_component(std::string_view target, std::string_view component) {
  return target.starts_with(component) &&
         (target.size() == component.size() || target[component.size()] == '/');
}

std::string language_of(const Value& mount) {
  std::string language = text_of(mount, "lang");
  const Value* matrix = mount.at("sites.matrix.languages");
  if (language.empty() && matrix && matrix->strings().size() == 1) language = matrix->strings().front();
  return language;
}

std::vector<std::string> strings_of(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found ? found->strings() : std::vector<std::string>();
}

/// `includeFiles` and `excludeFiles`; since Hugo 0.153 `files`, where "! " excludes.
void read_patterns(const Value& mount, Mount& result) {
  result.included = strings_of(mount, "includeFiles");
  result.excluded = strings_of(mount, "excludeFiles");
  for (std::string& pattern : strings_of(mount, "files")) {
    if (pattern.starts_with("! ")) {
      result.excluded.push_back(pattern.substr(2));
    } else {
      result.included.push_back(std::move(pattern));
    }
  }
}

/// The folders of `staticDir` and its numbered kin (`staticDir0` to `staticDir10`).
std::vector<std::string> static_folders(const Value& settings) {
  std::vector<std::string> folders;
  for (int number = -1; number <= 10; ++number) {
    const Value* value = settings.find(number < 0 ? "staticDir" : "staticDir" + std::to_string(number));
    if (!value) continue;
    for (std::string& folder : value->strings()) folders.push_back(std::move(folder));
  }
  return folders;
}

class MountCollector {
 public:
  MountCollector(const FileTree& files, std::string_view root, const Value& project,
                 std::string_view default_language)
      : files_(files), root_(root), project_(project), default_language_(default_language) {}

  Mounts collect(const std::vector<Module>& modules) {
    add_project();
    for (const Module& module : modules)
      if (module.mounted) add_module(module);
    return std::move(result_);
  }

 private:
  std::vector<Mount>& of_component(std::string_view component) {
    if (component == "content") return result_.content;
    if (component == "static") return result_.statics;
    return component == "assets" ? result_.assets : result_.layouts;
  }

  void note_missing(std::string_view component, std::string_view source) {
    result_.missing.emplace_back(source);
    if (component == "layouts") result_.layouts_incomplete = true;
  }

  /// `mount.source` is relative to `folder` yet.
  void add(std::string_view component, std::string_view folder, Mount mount) {
    auto path = join_path(folder, mount.source);
    if (!path) return note_missing(component, mount.source);
    mount.source = std::move(*path);
    mount.language = lower_case(mount.language);
    if (mount.language == default_language_) mount.language.clear();
    std::vector<Mount>& mounts = of_component(component);
    if (std::find(mounts.begin(), mounts.end(), mount) == mounts.end()) mounts.push_back(std::move(mount));
  }

  /// Whether a mounted folder is made by something that did not run. Folders of Hugo's own names and those of
  /// further languages are often listed though a site has no such folder.
  bool is_missing(std::string_view component, std::string_view folder, std::string_view source) const {
    if (component == "content" || source == component) return false;
    const auto path = join_path(folder, source);
    return path && !files_.has_folder(*path) && !files_.has_file(*path);
  }

  void add_configured(const std::vector<Value>& mounts, std::string_view folder, std::string_view component) {
    for (const Value& mount : mounts) {
      std::string target = text_of(mount, "target");
      std::replace(target.begin(), target.end(), '\\', '/');
      if (!names_component(target, component)) continue;
      const std::string source = text_of(mount, "source");
      if (is_missing(component, folder, source)) note_missing(component, source);
      const auto below = join_path("", std::string_view(target).substr(component.size()));
      if (!below) continue;
      Mount result{source, *below, language_of(mount), {}, {}};
      read_patterns(mount, result);
      add(component, folder, std::move(result));
    }
  }

  void add_project() {
    const std::vector<Value> mounts = items_at(project_, "module.mounts");
    for (std::string_view component : components) {
      const bool configured = std::any_of(mounts.begin(), mounts.end(), [component](const Value& mount) {
        return names_component(text_of(mount, "target"), component);
      });
      if (configured) {
        add_configured(mounts, root_, component);
      } else if (component == "content") {
        add_content_folders();
      } else if (component == "static") {
        add_static_folders();
      } else {
        const std::string folder = text_of(project_, component == "assets" ? "assetDir" : "layoutDir");
        add(component, root_, {folder.empty() ? std::string(component) : folder, "", "", {}, {}});
      }
    }
  }

  void add_content_folders() {
    std::string common = text_of(project_, "contentDir");
    if (common.empty()) common = "content";
    std::vector<std::pair<std::string, std::string>> folders;  // with their languages
    bool any_own = false;
    if (const Value* languages = project_.find("languages")) {
      for (const Member& language : languages->members) {
        const std::string own = text_of(language.value, "contentDir");
        any_own |= !own.empty();
        folders.emplace_back(own.empty() ? common : own, language.key);
      }
    }
    if (!any_own) return add("content", root_, {common, "", "", {}, {}});
    // A folder that several languages have belongs to the first of them, the default one before all.
    std::stable_partition(folders.begin(), folders.end(),
                          [&](const auto& folder) { return lower_case(folder.second) == default_language_; });
    std::set<std::string> seen;
    for (const auto& [folder, language] : folders)
      if (seen.insert(folder).second) add("content", root_, {folder, "", language, {}, {}});
  }

  void add_static_folders() {
    std::vector<std::string> folders = static_folders(project_);
    if (folders.empty()) folders.push_back("static");
    for (const std::string& folder : folders) add("static", root_, {folder, "", "", {}, {}});
    const Value* languages = project_.find("languages");
    if (!languages) return;
    for (const Member& language : languages->members) {
      for (const std::string& folder : static_folders(language.value))
        add("static", root_, {folder, "", language.key, {}, {}});
    }
  }

  void add_module(const Module& module) {
    std::vector<Value> mounts = module.mounts;
    if (mounts.empty()) mounts = items_at(module.configuration, "module.mounts");
    for (std::string_view component : components) {
      if (!mounts.empty()) {
        add_configured(mounts, module.folder, component);
      } else if (files_.has_folder(module.folder + "/" + std::string(component))) {
        add(component, module.folder, {std::string(component), "", "", {}, {}});
      }
    }
  }

  const FileTree& files_;
  const std::string root_;
  const Value& project_;
  const std::string default_language_;
  Mounts result_;
};

/// Whether one of the patterns matches a path or one of the folders that it lies in.
std::optional<bool> any_matches(const std::vector<std::string>& patterns, std::string_view below,
                                bool folders_too) {
  bool unsure = false;
  for (const std::string& pattern : patterns) {
    for (size_t end = folders_too ? below.find('/') : below.size();;
         end = std::min(below.find('/', end + 1), below.size())) {
      end = std::min(end, below.size());
      const std::optional<bool> match = glob_matches(pattern, below.substr(0, end));
      if (match == true) return true;
      unsure |= !match;
      if (end == below.size()) break;
    }
  }
  return unsure ? std::nullopt : std::optional(false);
}

}  // namespace

Mounts collect_mounts(const FileTree& files, std::string_view root, const Value& project,
                      const std::vector<Module>& modules, std::string_view default_language) {
  return MountCollector(files, root, project, default_language).collect(modules);
}

std::optional<bool> shows(const Mount& mount, std::string_view below) {
  const std::optional<bool> excluded = any_matches(mount.excluded, below, true);
  if (excluded == true) return false;
  if (mount.included.empty()) return excluded ? std::optional(true) : std::nullopt;
  const std::optional<bool> included = any_matches(mount.included, below, false);
  if (included == false) return false;
  return excluded && included ? std::optional(true) : std::nullopt;
}

}  // namespace rubric
