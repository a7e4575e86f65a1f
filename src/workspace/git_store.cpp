// How it works: libgit2 opens the repository that the environment or the folder names, and compares trees,
// index and work tree. What it refuses is told with the command that helps: a work tree of somebody else's, a
// sparse or split index, a clone without the history that is asked for. In a shallow clone libgit2's own
// search for a merge base stumbles over the parents that are not there; a walk that stops at them finds it.

#include "workspace/git_store.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include <git2.h>
#include <git2/sys/hashsig.h>
#include <git2/sys/repository.h>
#include <sys/stat.h>

#include "lint/user_error.h"
#include "workspace/git.h"

namespace rubric {

namespace {

namespace fs = std::filesystem;

template <typename T, void (*Free)(T*)>
struct Freed {
  void operator()(T* object) const { Free(object); }
};
template <typename T, void (*Free)(T*)>
using Handle = std::unique_ptr<T, Freed<T, Free>>;

using Commit = Handle<git_commit, git_commit_free>;
using Tree = Handle<git_tree, git_tree_free>;
using Object = Handle<git_object, git_object_free>;
using Index = Handle<git_index, git_index_free>;
using Diff = Handle<git_diff, git_diff_free>;

ObjectId id_of(const git_oid& id) {
  ObjectId copy;
  std::memcpy(copy.data(), id.id, copy.size());
  return copy;
}

git_oid oid_of(const ObjectId& id) {
  git_oid copy;
  git_oid_fromraw(&copy, id.data());
  return copy;
}

// As a shell takes it for one word.
std::string quoted(const std::string& text) {
  if (text.find_first_of(" '\"\\$`&;()<>|*?[#~") == text.npos) return text;
  std::string word = "'";
  for (const char byte : text) word += byte == '\'' ? "'\\''" : std::string(1, byte);
  return word + "'";
}

[[noreturn]] void refuse(const std::string& message) {
  throw UserError("", 0, message);
}

bool mentions(std::string_view text, std::string_view part) {
  return text.find(part) != text.npos;
}

// Says why libgit2 could not do what it was asked, and what helps.
[[noreturn]] void refuse_as_git(const std::string& root, int status) {
  const git_error* error = git_error_last();
  const std::string said = error != nullptr && error->message != nullptr ? error->message : "unknown error";
  const std::string git = "`git -C " + quoted(root) + " ";
  // Without any such setting libgit2 1.5 forgets to say why.
  if (status == GIT_EOWNER || mentions(said, "safe.directory"))
    refuse("Git does not trust `" + root +
           "`, which belongs to another user; `git config --global --add safe.directory " + quoted(root) +
           "` tells it to.");
  if (mentions(said, "unsupported mandatory extension") && mentions(said, "sdir"))
    refuse("The index of `" + root + "` is sparse, which rubric cannot read; " + git +
           "sparse-checkout reapply --no-sparse-index` makes it whole.");
  if (mentions(said, "unsupported mandatory extension") && mentions(said, "link"))
    refuse("The index of `" + root + "` is split, which rubric cannot read; " + git +
           "update-index --no-split-index` makes it whole.");
  refuse("Git's data in `" + root + "` cannot be read: " + said + "; " + git + "status` may tell more.");
}

void require(const std::string& root, int status) {
  if (status < 0) refuse_as_git(root, status);
}

fs::path canonical(const std::string& path) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(path, error), error);
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Where libgit2 puts what it makes; the handle has it at the end of the full expression.
template <typename T, void (*Free)(T*)>
struct Out {
  Handle<T, Free>& handle;
  T* raw = nullptr;
  explicit Out(Handle<T, Free>& filled) : handle(filled) {}
  ~Out() { handle.reset(raw); }
  operator T**() { return &raw; }
};
template <typename T, void (*Free)(T*)>
Out<T, Free> out(Handle<T, Free>& handle) {
  return Out<T, Free>(handle);
}

}  // namespace

void GitStore::Close::operator()(git_repository* repository) const {
  git_repository_free(repository);
}

void GitStore::Close::operator()(git_odb* store) const {
  git_odb_free(store);
}

GitStore::GitStore(const std::string& root) : root_(root) {
  git_repository* repository = nullptr;
  const int status = open_git_repository(root, &repository);
  repository_.reset(repository);
  require(root, status);
  use_index_of_environment();
  git_odb* store = nullptr;
  require(root_, git_repository_odb(&store, repository_.get()));
  objects_.reset(store);
}

// Git sets the variable for the hooks of `git commit FILE`, whose commit is not what the index itself holds.
// Without GIT_DIR it speaks of the repository around the working folder.
void GitStore::use_index_of_environment() {
  const std::string named = variable("GIT_INDEX_FILE");
  if (named.empty()) return;
  std::error_code error;
  const std::optional<std::string> here = find_work_tree(fs::current_path(error).string());
  if (here && canonical(*here) != canonical(root_)) return;
  const fs::path file =
      fs::path(named).is_relative() && !fs::exists(named, error) ? fs::path(root_) / named : fs::path(named);
  Index index;
  require(root_, git_index_open(out(index), file.c_str()));
  require(root_, git_index_read(index.get(), 1));
  require(root_, git_repository_set_index(repository_.get(), index.get()));
}

GitIndex GitStore::index() const {
  Index index;
  require(root_, git_repository_index(out(index), repository_.get()));
  GitIndex read;
  struct stat status = {};
  if (const char* file = git_index_path(index.get()); file != nullptr && stat(file, &status) == 0) {
    read.written_seconds = status.st_mtim.tv_sec;
    read.written_nanoseconds = status.st_mtim.tv_nsec;
  }
  const size_t count = git_index_entrycount(index.get());
  read.entries.reserve(count);
  for (size_t place = 0; place < count; ++place) {
    const git_index_entry& entry = *git_index_get_byindex(index.get(), place);
    if (git_index_entry_stage(&entry) != 0) {
      read.unmerged = entry.path;
      continue;
    }
    if ((entry.flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0) continue;
    read.entries.push_back(
        {entry.path, id_of(entry.id), entry.mode, (entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0,
         static_cast<uint32_t>(entry.mtime.seconds), entry.mtime.nanoseconds, entry.ino, entry.file_size});
  }
  return read;
}

ObjectId GitStore::commit(const std::string& name) const {
  if (name.empty()) refuse("--since needs the name of a commit, branch or tag, and got an empty one.");
  Object found, peeled;
  int status =
      name.empty() ? GIT_ENOTFOUND : git_revparse_single(out(found), repository_.get(), name.c_str());
  if (status == 0) status = git_object_peel(out(peeled), found.get(), GIT_OBJECT_COMMIT);
  if (status != 0)
    refuse("`" + name + "` is no commit, branch or tag that this clone knows; `git -C " + quoted(root_) +
           (is_shallow() ? " fetch --unshallow origin` brings all." : " fetch origin` may bring it."));
  return id_of(*git_object_id(peeled.get()));
}

std::optional<ObjectId> GitStore::head() const {
  git_oid id;
  const int status = git_reference_name_to_id(&id, repository_.get(), "HEAD");
  if (status == GIT_ENOTFOUND || status == GIT_EUNBORNBRANCH) return std::nullopt;
  require(root_, status);
  return id_of(id);
}

bool GitStore::is_shallow() const {
  return git_repository_is_shallow(repository_.get()) == 1;
}

namespace {

// What a commit is made on, as far as the store has it: itself and its ancestors.
std::map<ObjectId, std::vector<ObjectId>> history(git_repository* repository, const ObjectId& from) {
  std::map<ObjectId, std::vector<ObjectId>> parents;
  std::vector<ObjectId> waiting = {from};
  while (!waiting.empty()) {
    const ObjectId id = waiting.back();
    waiting.pop_back();
    const git_oid oid = oid_of(id);
    Commit commit;
    if (parents.count(id) != 0 || git_commit_lookup(out(commit), repository, &oid) != 0) continue;
    std::vector<ObjectId>& own = parents[id];
    for (unsigned place = 0; place < git_commit_parentcount(commit.get()); ++place)
      own.push_back(id_of(*git_commit_parent_id(commit.get(), place)));
    waiting.insert(waiting.end(), own.begin(), own.end());
  }
  return parents;
}

// A commit in both histories that no other such commit is made on.
std::optional<ObjectId> base_of(const std::map<ObjectId, std::vector<ObjectId>>& one,
                                const std::map<ObjectId, std::vector<ObjectId>>& other) {
  std::set<ObjectId> common, surpassed;
  for (const auto& [id, parents] : one)
    if (other.count(id) != 0) common.insert(id);
  for (const ObjectId& id : common) surpassed.insert(one.at(id).begin(), one.at(id).end());
  for (const ObjectId& id : common)
    if (surpassed.count(id) == 0) return id;
  return std::nullopt;
}

}  // namespace

ObjectId GitStore::merge_base(const ObjectId& one, const ObjectId& other, const std::string& name) const {
  if (is_shallow()) {
    if (const auto base = base_of(history(repository_.get(), one), history(repository_.get(), other)))
      return *base;
    refuse("This clone is shallow and does not reach back to where HEAD and `" + name + "` parted; `git -C " +
           quoted(root_) + " fetch --unshallow origin` brings the rest (in CI: a fetch depth of 0).");
  }
  const git_oid first = oid_of(one), second = oid_of(other);
  git_oid base;
  const int status = git_merge_base(&base, repository_.get(), &first, &second);
  if (status == GIT_ENOTFOUND)
    refuse("HEAD and `" + name + "` have no commit in common; name one that HEAD is made on.");
  require(root_, status);
  return id_of(base);
}

namespace {

Tree tree_of(const std::string& root, git_repository* repository, const std::optional<ObjectId>& commit) {
  if (!commit) return nullptr;
  const git_oid id = oid_of(*commit);
  Commit found;
  Tree tree;
  require(root, git_commit_lookup(out(found), repository, &id));
  require(root, git_commit_tree(out(tree), found.get()));
  return tree;
}

git_diff_options diff_options() {
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_INCLUDE_TYPECHANGE;
  return options;
}

// What a tree has at a path.
std::optional<ObjectId> blob_at(git_tree* tree, const char* path) {
  git_tree_entry* entry = nullptr;
  if (tree == nullptr || git_tree_entry_bypath(&entry, tree, path) != 0) return std::nullopt;
  const ObjectId id = id_of(*git_tree_entry_id(entry));
  git_tree_entry_free(entry);
  return id;
}

// Sorted by path, one for each. Of a conflict there may be several.
std::vector<FileDelta> deltas_of(git_diff* diff, git_tree* tree) {
  std::map<std::string, FileDelta> by_path;
  const size_t count = git_diff_num_deltas(diff);
  for (size_t place = 0; place < count; ++place) {
    const git_diff_delta& delta = *git_diff_get_delta(diff, place);
    const bool was = delta.status != GIT_DELTA_ADDED && delta.status != GIT_DELTA_UNTRACKED;
    const git_diff_file& file = was ? delta.old_file : delta.new_file;
    const std::string path = file.path;
    if (path.ends_with('/') || delta.status == GIT_DELTA_UNMODIFIED || delta.status == GIT_DELTA_IGNORED)
      continue;
    FileDelta& made = by_path[path];
    made.path = path;
    if (was && file.mode != GIT_FILEMODE_COMMIT) {
      made.before = delta.status == GIT_DELTA_CONFLICTED ? blob_at(tree, file.path) : id_of(file.id);
      made.mode_before = file.mode;
    }
    made.there = made.there || delta.status != GIT_DELTA_DELETED;
  }
  std::vector<FileDelta> deltas;
  for (auto& [path, delta] : by_path)
    if (delta.before || delta.there) deltas.push_back(std::move(delta));
  return deltas;
}

}  // namespace

std::vector<FileDelta> GitStore::staged_since(const std::optional<ObjectId>& commit) const {
  const Tree tree = tree_of(root_, repository_.get(), commit);
  const git_diff_options options = diff_options();
  Diff diff;
  require(root_, git_diff_tree_to_index(out(diff), repository_.get(), tree.get(), nullptr, &options));
  return deltas_of(diff.get(), tree.get());
}

std::vector<FileDelta> GitStore::changed_since(const ObjectId& commit) const {
  const Tree tree = tree_of(root_, repository_.get(), commit);
  git_diff_options options = diff_options();
  options.flags |= GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS;
  Diff diff;
  require(root_, git_diff_tree_to_workdir_with_index(out(diff), repository_.get(), tree.get(), &options));
  return deltas_of(diff.get(), tree.get());
}

std::optional<std::string> GitStore::blob(const ObjectId& id) const {
  const git_oid oid = oid_of(id);
  const std::lock_guard lock(reading_);
  git_odb_object* object = nullptr;
  if (git_odb_read(&object, objects_.get(), &oid) != 0) {
    missing_ = true;
    return std::nullopt;
  }
  std::string bytes(static_cast<const char*>(git_odb_object_data(object)), git_odb_object_size(object));
  git_odb_object_free(object);
  return bytes;
}

Likeness::Likeness(std::string_view text) {
  start_libgit2();
  git_hashsig* made = nullptr;
  constexpr auto options =
      static_cast<git_hashsig_option_t>(GIT_HASHSIG_SMART_WHITESPACE | GIT_HASHSIG_ALLOW_SMALL_FILES);
  if (git_hashsig_create(&made, text.data(), text.size(), options) == 0) signature_ = made;
}

Likeness::~Likeness() {
  if (signature_ != nullptr) git_hashsig_free(static_cast<git_hashsig*>(signature_));
}

Likeness::Likeness(Likeness&& other) noexcept : signature_(std::exchange(other.signature_, nullptr)) {}

int Likeness::with(const Likeness& other) const {
  if (signature_ == nullptr || other.signature_ == nullptr) return 0;
  return git_hashsig_compare(static_cast<const git_hashsig*>(signature_),
                             static_cast<const git_hashsig*>(other.signature_));
}

std::vector<LineChange> compare_lines(std::string_view before, std::string_view after) {
  start_libgit2();
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.context_lines = 0;
  options.interhunk_lines = 0;
  options.flags = GIT_DIFF_IGNORE_WHITESPACE_EOL | GIT_DIFF_FORCE_TEXT;
  std::vector<LineChange> changes;
  const auto add = [](const git_diff_delta*, const git_diff_hunk* hunk, void* all) {
    const auto run = [](int first, int count) {
      return LineRun{static_cast<uint32_t>(first), static_cast<uint32_t>(count)};
    };
    static_cast<std::vector<LineChange>*>(all)->push_back(
        {run(hunk->old_start, hunk->old_lines), run(hunk->new_start, hunk->new_lines)});
    return 0;
  };
  git_diff_buffers(before.data(), before.size(), nullptr, after.data(), after.size(), nullptr, &options,
                   nullptr, nullptr, add, nullptr, &changes);
  return changes;
}

}  // namespace rubric
