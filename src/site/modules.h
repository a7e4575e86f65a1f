#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "site/file_tree.h"

namespace rubric {

/// A theme or module that a project is put together from.
struct Module {
  std::string folder;         ///< repository-relative
  Value configuration;        ///< its own, of all its files; null where the import ignores it
  std::vector<Value> mounts;  ///< of the import that names it; they replace its own
  bool mounted = true;        ///< false: only its configuration counts (`noMounts`)
};

/// The modules of a project in order of precedence, the project itself left out.
struct Modules {
  std::vector<Module> found;
  std::vector<std::string>
      missing;                      ///< those that are not in the repository, as the configuration names them
  bool layouts_incomplete = false;  ///< and it may hold layouts
};

/// Follows `module.imports` and `theme` from the project at `root`, whose configuration is `project`, through
/// `module.replacements`, the lists `_vendor/modules.txt` and `themesDir`, depth first (modules/collect.go).
/// `environment` chooses which of a module's configuration files count.
Modules find_modules(const FileTree& files, const ReadFile& read, std::string_view root, const Value& project,
                     std::string_view environment);

/// The mappings behind a path, where a list of one may be written as the one mapping.
std::vector<Value> items_at(const Value& value, std::string_view path);

}  // namespace rubric
