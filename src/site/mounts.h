#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "site/configuration.h"
#include "site/file_tree.h"
#include "site/modules.h"

namespace rubric {

/// The folders that a site is put together from: the project's own and those of its themes and modules.
struct Mounts {
  std::vector<Mount> content, statics, assets, layouts;  ///< in order of precedence
  std::vector<std::string> missing;                      ///< mounted folders that are not in the repository
  bool layouts_incomplete = false;                       ///< and it may hold layouts
};

/// Lists what the project at `root` and its modules mount: their `module.mounts`, or Hugo's default folders.
/// `default_language` decides which mounts name no language.
Mounts collect_mounts(const FileTree& files, std::string_view root, const Value& project,
                      const std::vector<Module>& modules, std::string_view default_language);

/// Whether a mount shows a file, by its path below the mount's source; nothing when that depends on a pattern
/// that we cannot read.
std::optional<bool> shows(const Mount& mount, std::string_view below);

}  // namespace rubric
