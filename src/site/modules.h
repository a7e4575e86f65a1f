#pragma once

#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "site/configuration.h"
#include "site/file_tree.h"

namespace rubric {

/// The folders that a site is put together from: the project's own and those of its themes and modules.
struct Mounts {
  std::vector<Mount> content, statics, assets, layouts;  ///< in order of precedence
  bool incomplete = false;          ///< a theme, module or mounted folder is not in the repository
  bool layouts_incomplete = false;  ///< and it may hold layouts
};

/// Follows `theme` and `module.imports` from the project at `root`, whose merged configuration is `project`,
/// through modules in `themes`, in `_vendor` or behind `module.replacements`, and lists what each mounts: its
/// `module.mounts`, or Hugo's default folders. `default_language` decides which mounts name no language,
/// `environment` which of a module's configuration files count.
Mounts collect_mounts(const FileTree& files, const ReadFile& read, std::string_view root,
                      const Value& project, std::string_view default_language, std::string_view environment);

}  // namespace rubric
