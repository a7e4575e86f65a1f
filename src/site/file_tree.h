#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rubric {

/// The files of a repository, as its directory listings name them: the one answer to "does this path exist",
/// equal on every platform because letter case is the listing's. Paths are repository-relative with `/`. A
/// value; immutable, safe to read from many threads.
class FileTree {
 public:
  FileTree() = default;
  /// Takes the paths of all regular files and of what is closed, both in any order.
  explicit FileTree(std::vector<std::string> files, std::vector<std::string> closed = {});

  bool has_file(std::string_view path) const;
  bool has_folder(std::string_view path) const;  ///< "" is the root; a folder exists when a file is below it

  /// The file whose path is the same text in another of Unicode's forms (composed or decomposed), which some
  /// systems take for the same.
  std::optional<std::string_view> in_other_form(std::string_view path) const;
  /// Whether the path is, or lies below, something that is there but cannot be looked into: a symbolic link
  /// to a folder, a submodule that is not checked out, a folder that cannot be read.
  bool is_closed(std::string_view path) const;

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
  std::vector<uint32_t> places_;                            // a hash table of indices into files_
  std::vector<std::pair<std::string, uint32_t>> composed_;  // of paths that are not in NFC, and their places
  std::vector<std::string> closed_;                         // sorted
};

/// Reads a file by its repository-relative path; nothing when it cannot be read. Given to the functions that
/// make a site's configuration, so that this layer does no I/O of its own.
using ReadFile = std::function<std::optional<std::string>(std::string_view path)>;

/// Joins a relative path to a folder and resolves `.`, `..` and doubled slashes; nothing when it would leave
/// the root. A leading or final slash of `relative` means nothing.
std::optional<std::string> join_path(std::string_view folder, std::string_view relative);

}  // namespace rubric
