#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "site/configuration.h"

namespace rubric {

/// The file of a mount that has a path below the component: of "includes" mounted at "shared", the path
/// "shared/a.md" is "includes/a.md"; nothing for a path that lies elsewhere.
inline std::optional<std::string> file_of_mount(const Mount& mount, std::string_view path) {
  const auto below_source = [&](std::string_view rest) {
    return mount.source.empty() ? std::string(rest) : mount.source + "/" + std::string(rest);
  };
  if (mount.target.empty()) return below_source(path);
  if (!path.starts_with(mount.target)) return std::nullopt;
  path.remove_prefix(mount.target.size());
  if (path.empty()) return mount.source;
  if (!path.starts_with('/')) return std::nullopt;
  return below_source(path.substr(1));
}

}  // namespace rubric
