#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// The files below a folder. All paths are repository-relative, in any order.
struct Listing {
  std::vector<std::string> files;         ///< links to files among them
  std::vector<std::string> links;         ///< files that are symbolic links
  std::vector<std::string> closed;        ///< not looked into: links to folders or to nothing, `node_modules`
  std::vector<std::string> repositories;  ///< folders that hold a `.git` of their own
  std::vector<std::string> unreadable;    ///< folders that could not be listed, or not to their end
};

/// The files of one repository, by repository-relative path with `/`. Reading is safe from many threads.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// All regular files at or below a folder ("" is the root), named as the directory listings name them; none
  /// when it is not there. `.git` and `node_modules` are left out, and symbolic links to folders are not
  /// followed; so the listing ends whatever leads where. Of a folder that is itself reached by a link out of
  /// the repository nothing is listed.
  virtual Listing list(std::string_view folder) const = 0;

  /// The bytes of a file; nothing when it is not there, cannot be read, or is a link that leaves the
  /// repository.
  virtual std::optional<std::string> read(std::string_view path) const = 0;

  /// The first bytes of a file, at most `limit`; nothing as for read().
  virtual std::optional<std::string> read_start(std::string_view path, size_t limit) const;
};

/// The files below a folder of the disk.
class DiskFiles : public FileSystem {
 public:
  /// `root` is an absolute path.
  explicit DiskFiles(std::string root);

  Listing list(std::string_view folder) const override;
  std::optional<std::string> read(std::string_view path) const override;
  std::optional<std::string> read_start(std::string_view path, size_t limit) const override;

 private:
  bool leaves_root(const std::string& path) const;

  std::string root_;
};

/// Files that exist only in memory: examples, tests.
class MemoryFiles : public FileSystem {
 public:
  explicit MemoryFiles(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}

  Listing list(std::string_view folder) const override;
  std::optional<std::string> read(std::string_view path) const override;

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace rubric
