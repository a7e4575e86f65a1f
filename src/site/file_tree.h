#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// The files of a repository, as its directory listings name them: the one answer to "does this path exist",
/// equal on every platform because letter case is the listing's. Paths are repository-relative with `/`. A
/// value; immutable, safe to read from many threads.
class FileTree {
 public:
  FileTree() = default;
  /// Takes the paths of all regular files, in any order.
  explicit FileTree(std::vector<std::string> files);

  bool has_file(std::string_view path) const;
  bool has_folder(std::string_view path) const;  ///< "" is the root; a folder exists when a file is below it

  /// All files, sorted by bytes.
  std::span<const std::string> files() const { return files_; }
  /// The files below a folder, at any depth; a part of files().
  std::span<const std::string> below(std::string_view folder) const;
  /// The path as listed that equals `path` but for the case of ASCII letters, if there is one.
  std::optional<std::string_view> ignoring_case(std::string_view path) const;

 private:
  template <typename Equal>
  std::optional<std::string_view> look_up(std::string_view path, Equal equal) const;

  std::vector<std::string> files_;
  std::vector<uint32_t> places_;  // a hash table of indices into files_
};

/// Reads a file by its repository-relative path; nothing when it cannot be read. Given to the functions that
/// make a site's configuration, so that this layer does no I/O of its own.
using ReadFile = std::function<std::optional<std::string>(std::string_view path)>;

/// Joins a relative path to a folder and resolves `.`, `..` and doubled slashes; nothing when it would leave
/// the root. A leading or final slash of `relative` means nothing.
std::optional<std::string> join_path(std::string_view folder, std::string_view relative);

}  // namespace rubric
