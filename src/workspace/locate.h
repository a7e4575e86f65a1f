#pragma once

#include <string>

namespace rubric {

/// Where a path's repository, site and configuration are.
struct Location {
  std::string
      repository;  ///< absolute; the Git work tree, or outside Git the site's root; paths are relative to it
  std::string site;   ///< repository-relative folder of the Hugo site, or of the plain Markdown to be linted
  bool hugo = false;  ///< a Hugo configuration was found
  std::string
      configuration;  ///< absolute path of the nearest `.rubric.yaml` upward; empty when there is none
};

/// Looks upward from an existing file or folder (absolute), never above the Git work tree. Where no Hugo
/// configuration is found upward, the site is the repository itself, or outside Git the folder. Reads only
/// directory entries.
Location locate(const std::string& path);

/// The path relative to the location's repository; nothing is resolved. "" is the repository itself.
std::string relative_to(const std::string& repository, const std::string& path);

}  // namespace rubric
