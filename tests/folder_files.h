#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace rubric {

/// Files by their path below some folder, with their bytes.
using Files = std::map<std::string, std::string, std::less<>>;

/// A file's bytes; empty when there is none.
inline std::string read_all(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// All files below a folder; none when there is no such folder.
inline Files read_folder(const std::filesystem::path& folder) {
  Files files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[std::filesystem::relative(entry.path(), folder).generic_string()] = read_all(entry.path());
  }
  return files;
}

}  // namespace rubric
