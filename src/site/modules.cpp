// How it works: Hugo's module collector (modules/collect.go) without the network. Imports wait on a stack, so
// that those of a module come before its siblings; each path is visited once. A module that is not on disk
// makes the result incomplete instead of failing.

#include "site/modules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "site/hugo_files.h"
#include "text/ascii.h"

namespace rubric {

namespace {

std::string text_of(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found ? found->scalar : std::string();
}

bool truth_of(const Value& value, std::string_view key) {
  const Value* found = value.find(key);
  return found && found->truth();
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r#");
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r#") + 1 - begin);
}

bool may_hold_layouts(const std::vector<Value>& mounts) {
  return mounts.empty() || std::any_of(mounts.begin(), mounts.end(), [](const Value& mount) {
           return text_of(mount, "target").starts_with("layouts");
         });
}

class ModuleSearch {
 public:
  ModuleSearch(const FileTree& files, const ReadFile& read, std::string_view root, const Value& project,
               std::string_view environment)
      : files_(files), read_(read), root_(root), project_(project), environment_(environment) {
    themes_folder_ = text_of(project, "themesDir");
    if (themes_folder_.empty()) themes_folder_ = "themes";
    read_replacements();
  }

  Modules run() {
    import_from(root_, project_);
    while (!waiting_.empty()) {
      const Import import = std::move(waiting_.back());
      waiting_.pop_back();
      add(import);
    }
    return std::move(result_);
  }

 private:
  struct Import {
    std::string path;
    Value settings;
  };

  // `theme` stands for further imports, behind those of `module`.
  void import_from(std::string_view folder, const Value& configuration) {
    read_vendor_list(folder);
    std::vector<Import> imports;
    for (Value& wanted : items_at(configuration, "module.imports")) {
      if (!truth_of(wanted, "disable")) imports.push_back({text_of(wanted, "path"), std::move(wanted)});
    }
    if (const Value* theme = configuration.find("theme")) {
      for (std::string& name : theme->strings()) imports.push_back({std::move(name), {}});
    }
    waiting_.insert(waiting_.end(), std::make_move_iterator(imports.rbegin()),
                    std::make_move_iterator(imports.rend()));
  }

  void add(const Import& import) {
    if (!seen_.insert(lower_case(import.path)).second) return;
    std::vector<Value> mounts = items_at(import.settings, "mounts");
    const bool mounted = !truth_of(import.settings, "noMounts");
    const auto folder = find(import.path);
    if (!folder) {
      result_.missing.push_back(import.path);
      result_.layouts_incomplete |= mounted && may_hold_layouts(mounts);
      return;
    }
    const bool known =
        *folder == root_ || std::any_of(result_.found.begin(), result_.found.end(),
                                        [&](const Module& module) { return module.folder == *folder; });
    if (known) return;
    Module module{*folder, {}, std::move(mounts), mounted};
    if (!truth_of(import.settings, "ignoreConfig"))
      module.configuration = read_hugo_files(files_, read_, *folder, environment_).root;
    if (!truth_of(import.settings, "ignoreImports")) import_from(*folder, module.configuration);
    result_.found.push_back(std::move(module));
  }

  std::optional<std::string> find(const std::string& path) const {
    if (path.empty()) return std::nullopt;
    std::vector<std::optional<std::string>> candidates;
    if (const auto found = replacements_.find(path); found != replacements_.end()) {
      // A relative replacement is taken from the themes folder; an absolute one is outside.
      if (!found->second.starts_with('/'))
        candidates.push_back(join_path(root_, themes_folder_ + "/" + found->second));
    }
    if (const auto found = vendored_.find(path); found != vendored_.end())
      candidates.push_back(found->second);
    candidates.push_back(join_path(root_, themes_folder_ + "/" + path));
    candidates.push_back(join_path(root_, "_vendor/" + path));
    for (const std::optional<std::string>& candidate : candidates)
      if (candidate && files_.has_folder(*candidate)) return candidate;
    return std::nullopt;
  }

  // Lines such as "# github.com/a/b v1.2.3". What stands nearer to the project wins.
  void read_vendor_list(std::string_view folder) {
    const auto vendor = join_path(folder, "_vendor");
    if (!vendor || !files_.has_file(*vendor + "/modules.txt")) return;
    const auto list = read_(*vendor + "/modules.txt");
    if (!list) return;
    for (std::string_view rest = *list; !rest.empty();) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      line = trimmed(line);
      const std::string path(line.substr(0, line.find(' ')));
      if (const auto place = join_path(*vendor, path); place && !path.empty())
        vendored_.try_emplace(path, *place);
    }
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
    const size_t arrow = text.find("->");
    if (arrow != std::string_view::npos)
      replacements_[std::string(trimmed(text.substr(0, arrow)))] = trimmed(text.substr(arrow + 2));
  }

  const FileTree& files_;
  const ReadFile& read_;
  const std::string root_;
  const Value& project_;
  const std::string environment_;
  std::string themes_folder_;
  std::map<std::string, std::string> replacements_;
  std::map<std::string, std::string> vendored_;  // module path to folder
  std::set<std::string> seen_;                   // module paths
  std::vector<Import> waiting_;                  // the next one last
  Modules result_;
};

}  // namespace

Modules find_modules(const FileTree& files, const ReadFile& read, std::string_view root, const Value& project,
                     std::string_view environment) {
  return ModuleSearch(files, read, root, project, environment).run();
}

std::vector<Value> items_at(const Value& value, std::string_view path) {
  const Value* found = value.at(path);
  if (!found) return {};
  return found->is_mapping() ? std::vector<Value>{*found} : found->items;
}

}  // namespace rubric
