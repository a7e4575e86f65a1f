// How it works: Hugo's module collector (modules/collect.go) without the network. A list of modules grows as
// their configurations import others; each is visited once, the project first. A module that is not on disk
// makes the result incomplete instead of failing.

#include "site/modules.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "site/hugo_files.h"
#include "text/ascii.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 4> components = {"content", "static", "assets", "layouts"};

/// A module to be visited.
struct Module {
  std::string folder;
  Value configuration;
  std::vector<Value> mounts;  // of the import that names it; they replace its own
};

std::string text_of(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found ? found->scalar : std::string();
}

bool truth_of(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found && found->truth();
}

std::vector<Value> items_at(const Value& value, std::string_view path) {
  const Value* found = value.at(path);
  if (!found) return {};
  // A list of one may be written as the one mapping.
  return found->is_mapping() ? std::vector<Value>{*found} : found->items;
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
  MountCollector(const FileTree& files, const ReadFile& read, std::string_view root, const Value& project,
                 std::string_view default_language, std::string_view environment)
      : files_(files),
        read_(read),
        root_(root),
        project_(project),
        default_language_(default_language),
        environment_(environment) {
    themes_folder_ = text_of(project, "themesDir");
    if (themes_folder_.empty()) themes_folder_ = "themes";
    read_replacements();
  }

  Mounts collect() {
    std::vector<Module> modules;
    add_project();
    import_from(project_, modules);
    for (size_t index = 0; index < modules.size(); ++index) {
      // Visiting may grow the list.
      const Module module = modules[index];
      add_module(module);
      import_from(module.configuration, modules);
    }
    return std::move(result_);
  }

 private:
  std::vector<Mount>& of_component(std::string_view component) {
    if (component == "content") return result_.content;
    if (component == "static") return result_.statics;
    return component == "assets" ? result_.assets : result_.layouts;
  }

  void add(std::string_view component, std::string_view folder, std::string_view source,
           std::string_view target, std::string_view language) {
    auto path = join_path(folder, source);
    if (!path) {
      result_.incomplete = true;
      if (component == "layouts") result_.layouts_incomplete = true;
      return;
    }
    Mount mount{std::move(*path), std::string(target), lower_case(language)};
    if (mount.language == default_language_) mount.language.clear();
    std::vector<Mount>& mounts = of_component(component);
    if (std::find(mounts.begin(), mounts.end(), mount) == mounts.end()) mounts.push_back(std::move(mount));
  }

  void add_configured(const std::vector<Value>& mounts, std::string_view folder, std::string_view component) {
    for (const Value& mount : mounts) {
      std::string target = text_of(mount, "target");
      std::replace(target.begin(), target.end(), '\\', '/');
      if (!names_component(target, component)) continue;
      std::string_view below = std::string_view(target).substr(component.size());
      while (below.starts_with('/')) below.remove_prefix(1);
      while (below.ends_with('/')) below.remove_suffix(1);
      add(component, folder, text_of(mount, "source"), below, language_of(mount));
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
        add(component, root_, folder.empty() ? component : folder, "", "");
      }
    }
  }

  void add_content_folders() {
    std::string common = text_of(project_, "contentDir");
    if (common.empty()) common = "content";
    const Value* languages = project_.find("languages");
    bool common_used = !languages || languages->members.empty();
    if (languages) {
      for (const Member& language : languages->members) {
        const std::string own = text_of(language.value, "contentDir");
        common_used |= own.empty() || own == common;
        if (!own.empty() && own != common) add("content", root_, own, "", language.key);
      }
    }
    if (common_used) add("content", root_, common, "", "");
  }

  void add_static_folders() {
    std::vector<std::string> folders = static_folders(project_);
    if (folders.empty()) folders.push_back("static");
    for (const std::string& folder : folders) add("static", root_, folder, "", "");
    const Value* languages = project_.find("languages");
    if (!languages) return;
    for (const Member& language : languages->members) {
      for (const std::string& folder : static_folders(language.value))
        add("static", root_, folder, "", language.key);
    }
  }

  void add_module(const Module& module) {
    std::vector<Value> mounts = module.mounts;
    if (mounts.empty()) mounts = items_at(module.configuration, "module.mounts");
    for (std::string_view component : components) {
      if (!mounts.empty()) {
        add_configured(mounts, module.folder, component);
      } else if (files_.has_folder(module.folder + "/" + std::string(component))) {
        add(component, module.folder, component, "", "");
      }
    }
  }

  void import_from(const Value& configuration, std::vector<Module>& modules) {
    if (const Value* theme = configuration.find("theme")) {
      for (const std::string& name : theme->strings()) import(name, {}, modules);
    }
    for (const Value& wanted : items_at(configuration, "module.imports")) {
      if (truth_of(wanted, "disable")) continue;
      import(text_of(wanted, "path"), wanted, modules);
    }
  }

  void import(const std::string& path, const Value& wanted, std::vector<Module>& modules) {
    const std::vector<Value> mounts = items_at(wanted, "mounts");
    const auto folder = find_module(path);
    if (!folder) {
      result_.incomplete = true;
      result_.layouts_incomplete |= !truth_of(wanted, "noMounts") && may_hold_layouts(mounts);
      return;
    }
    const bool known =
        *folder == root_ || std::any_of(modules.begin(), modules.end(),
                                        [&](const Module& module) { return module.folder == *folder; });
    if (known) return;
    Module module{*folder, {}, mounts};
    if (!truth_of(wanted, "ignoreConfig"))
      module.configuration = read_hugo_files(files_, read_, *folder, environment_).root;
    if (truth_of(wanted, "noMounts")) {
      import_from(module.configuration, modules);
      return;
    }
    modules.push_back(std::move(module));
  }

  static bool may_hold_layouts(const std::vector<Value>& mounts) {
    return mounts.empty() || std::any_of(mounts.begin(), mounts.end(), [](const Value& mount) {
             return names_component(text_of(mount, "target"), "layouts");
           });
  }

  std::optional<std::string> find_module(const std::string& path) const {
    if (path.empty()) return std::nullopt;
    std::vector<std::string> candidates;
    if (const auto found = replacements_.find(path); found != replacements_.end()) {
      // A relative replacement is taken from the themes folder.
      candidates.push_back(themes_folder_ + "/" + found->second);
    }
    candidates.push_back("_vendor/" + path);
    candidates.push_back(themes_folder_ + "/" + path);
    for (const std::string& candidate : candidates) {
      auto folder = join_path(root_, candidate);
      if (folder && files_.has_folder(*folder)) return folder;
    }
    return std::nullopt;
  }

  void read_replacements() {
    const Value* value = project_.at("module.replacements");
    if (!value) return;
    for (std::string_view list : value->strings()) {
      while (!list.empty()) {
        const size_t comma = list.find(',');
        read_replacement(list.substr(0, comma));
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
      }
    }
  }

  // "github.com/a/b -> ../b"
  void read_replacement(std::string_view text) {
    const auto trim = [](std::string_view part) {
      while (part.starts_with(' ')) part.remove_prefix(1);
      while (part.ends_with(' ')) part.remove_suffix(1);
      return std::string(part);
    };
    const size_t arrow = text.find("->");
    if (arrow != std::string_view::npos)
      replacements_[trim(text.substr(0, arrow))] = trim(text.substr(arrow + 2));
  }

  const FileTree& files_;
  const ReadFile& read_;
  const std::string root_;
  const Value& project_;
  const std::string default_language_;
  const std::string environment_;
  std::string themes_folder_;
  std::map<std::string, std::string> replacements_;
  Mounts result_;
};

}  // namespace

Mounts collect_mounts(const FileTree& files, const ReadFile& read, std::string_view root,
                      const Value& project, std::string_view default_language, std::string_view environment) {
  return MountCollector(files, read, root, project, default_language, environment).collect();
}

}  // namespace rubric
