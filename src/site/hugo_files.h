#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "site/file_tree.h"

namespace rubric {

/// All configuration files of a Hugo project or module, merged as Hugo merges them.
struct HugoFiles {
  Value root;                      ///< a mapping; spans point into several files, so they mean nothing here
  std::vector<ValueError> errors;  ///< of the first file that cannot be parsed
  std::string error_path;
};

/// Reads `hugo.*` or else `config.*` in `folder`, then below `config/_default` and `config/ENVIRONMENT` every
/// file under the key that is its name: `params.toml` is `params`, `languages.de.toml` is `languages.de`,
/// `menus.de.toml` is `languages.de.menus`. Later files win, mapping by mapping. Environment variables
/// (`HUGO_…`) count for nothing: what a repository says must not depend on who reads it.
HugoFiles read_hugo_files(const FileTree& files, const ReadFile& read, std::string_view folder,
                          std::string_view environment);

}  // namespace rubric
