#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct git_repository;
struct git_odb;

namespace rubric {

/// The name of an object in Git's store.
using ObjectId = std::array<unsigned char, 20>;

/// What Git's index has of a path, and what it knew of the file in the work tree when they were the same.
struct IndexEntry {
  std::string path;
  ObjectId id = {};
  uint32_t mode = 0;
  bool absent = false;  ///< a sparse checkout leaves it out of the work tree
  uint32_t seconds = 0, nanoseconds = 0, inode = 0, size = 0;
};

/// Git's index: what the next commit holds.
struct GitIndex {
  std::vector<IndexEntry> entries;  ///< by path; no file that is only announced or not merged
  std::string unmerged;             ///< a file with a conflict; mostly none
  int64_t written_seconds = 0, written_nanoseconds = 0;
};

/// A file that differs between two states of a repository.
struct FileDelta {
  std::string path;
  std::optional<ObjectId> before;  ///< nothing where it was not there
  uint32_t mode_before = 0;
  bool there = false;  ///< now
};

/// Kinds of index and tree entries, as Git numbers them.
namespace git_mode {
inline constexpr uint32_t link = 0120000;
inline constexpr uint32_t repository = 0160000;
}  // namespace git_mode

/// One repository's store of objects and its index, through libgit2; read only. It is found as Git finds it:
/// by `.git`, or where they speak of that work tree by the variables of the environment that Git sets for its
/// hooks (GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE). Every function throws UserError with the command to run
/// where Git or libgit2 refuses. Only blob() is safe from several threads.
class GitStore {
 public:
  /// `root` is an absolute path, the work tree's.
  explicit GitStore(const std::string& root);

  GitIndex index() const;

  /// The commit that a name of the user's stands for.
  ObjectId commit(const std::string& name) const;
  /// The commit that is checked out; nothing before the first.
  std::optional<ObjectId> head() const;
  /// Where two commits parted; `name` is the first's, for messages.
  ObjectId merge_base(const ObjectId& one, const ObjectId& other, const std::string& name) const;

  /// What differs between a commit (nothing is the empty tree) and the index.
  std::vector<FileDelta> staged_since(const std::optional<ObjectId>& commit) const;
  /// What differs between a commit and the work tree, files that Git does not know yet among them, ignored
  /// ones not.
  std::vector<FileDelta> changed_since(const ObjectId& commit) const;

  /// The bytes of a blob; nothing when the store lacks it, and missing() tells then.
  std::optional<std::string> blob(const ObjectId& id) const;
  bool missing() const { return missing_; }

 private:
  struct Close {
    void operator()(git_repository* repository) const;
    void operator()(git_odb* store) const;
  };

  void use_index_of_environment();
  bool is_shallow() const;

  std::string root_;
  std::unique_ptr<git_repository, Close> repository_;
  std::unique_ptr<git_odb, Close> objects_;
  mutable std::mutex reading_;
  mutable std::atomic<bool> missing_ = false;
};

/// How alike two texts are, from 0 to 100, as Git sees it when it looks for renamed files.
class Likeness {
 public:
  explicit Likeness(std::string_view text);
  ~Likeness();
  Likeness(Likeness&& other) noexcept;

  int with(const Likeness& other) const;

 private:
  void* signature_ = nullptr;  // of libgit2
};

/// A run of lines, 1-based.
struct LineRun {
  uint32_t first = 0, count = 0;
};

/// A place where two texts differ. Of a run without lines `first` is the line before it.
struct LineChange {
  LineRun before, after;
};

/// The lines in which two texts differ, as Git sees it; white space at line ends does not count.
std::vector<LineChange> compare_lines(std::string_view before, std::string_view after);

}  // namespace rubric
