#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// What stands before the last `/` of a repository-relative path or a URL path; empty when there is none.
inline std::string_view folder_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

/// What stands after the last `/`.
inline std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// Whether a path is the folder or lies below it; everything lies below "".
inline bool is_at_or_below(std::string_view path, std::string_view folder) {
  if (folder.empty() || path == folder) return true;
  return path.starts_with(folder) && path[folder.size()] == '/';
}

/// A path below a folder; "" is the root.
inline std::string path_below(std::string_view folder, std::string_view path) {
  return folder.empty() ? std::string(path) : std::string(folder) + "/" + std::string(path);
}

}  // namespace rubric
