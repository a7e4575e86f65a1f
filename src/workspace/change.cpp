// How it works: Git says which files differ, and each side is a FileSystem over another: the index over the
// disk, and what was before over what is now. So that little is unpacked from Git's store, a file of the
// index is read from the disk where its size and times say that it is the same, as Git itself decides; and of
// what was before only that is read from the store which differs.

#include "workspace/change.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include <sys/stat.h>

#include "lint/user_error.h"
#include "site/file_tree.h"
#include "text/path.h"
#include "workspace/git_store.h"

namespace rubric {

namespace {

const IndexEntry* find_entry(const std::vector<IndexEntry>& entries, std::string_view path) {
  const auto found =
      std::lower_bound(entries.begin(), entries.end(), path,
                       [](const IndexEntry& entry, std::string_view wanted) { return entry.path < wanted; });
  return found != entries.end() && found->path == path ? &*found : nullptr;
}

// Where a symbolic link of that text leads, if not out of the repository.
std::optional<std::string> target_of(std::string_view path, std::string_view text) {
  if (text.starts_with('/')) return std::nullopt;
  return join_path(folder_of(path), text);
}

constexpr int most_links = 16;  // that lead from one to another

// What the index holds, over the disk below `root`.
class IndexFiles : public FileSystem {
 public:
  IndexFiles(const std::string& root, std::shared_ptr<const GitStore> store)
      : root_(root + '/'), disk_(root), store_(std::move(store)), index_(store_->index()) {
    if (!index_.unmerged.empty())
      throw UserError("", 0,
                      "`" + index_.unmerged + "` is not merged yet; resolve its conflict and `git add` it.");
    std::sort(index_.entries.begin(), index_.entries.end(),
              [](const IndexEntry& left, const IndexEntry& right) { return left.path < right.path; });
    for (const IndexEntry& entry : index_.entries)
      if (entry.mode == git_mode::repository) submodules_.push_back(entry.path);
  }

  Listing list(std::string_view folder) const override {
    Listing listing;
    for (const IndexEntry& entry : index_.entries) {
      if (!is_at_or_below(entry.path, folder)) continue;
      if (entry.mode == git_mode::repository) {
        add_submodule(entry.path, listing);
      } else if (entry.mode == git_mode::link && !leads_to_file(entry)) {
        listing.closed.push_back(entry.path);
      } else {
        listing.files.push_back(entry.path);
        if (entry.mode == git_mode::link) listing.links.push_back(entry.path);
      }
    }
    return listing;
  }

  // Not a file that is only announced to be added, and no submodule.
  bool holds(std::string_view path) const {
    const IndexEntry* entry = find_entry(index_.entries, path);
    return entry != nullptr && entry->mode != git_mode::repository;
  }

  std::optional<std::string> read(std::string_view path) const override { return read_start(path, SIZE_MAX); }

  std::optional<std::string> read_start(std::string_view path, size_t limit) const override {
    const IndexEntry* entry = find_file(path);
    if (entry == nullptr) return is_in_submodule(path) ? disk_.read_start(path, limit) : std::nullopt;
    if (is_as_on_disk(*entry))
      if (std::optional<std::string> bytes = disk_.read_start(entry->path, limit)) return bytes;
    std::optional<std::string> bytes = store_->blob(entry->id);
    if (bytes && bytes->size() > limit) bytes->resize(limit);
    return bytes;
  }

 private:
  void add_submodule(const std::string& path, Listing& listing) const {
    Listing own = disk_.list(path);
    listing.repositories.push_back(path);
    const auto add = [](std::vector<std::string>& all, std::vector<std::string>& some) {
      all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    };
    if (own.files.empty()) listing.closed.push_back(path);
    add(listing.files, own.files);
    add(listing.links, own.links);
    add(listing.closed, own.closed);
    add(listing.unreadable, own.unreadable);
  }

  bool is_in_submodule(std::string_view path) const {
    return std::any_of(submodules_.begin(), submodules_.end(),
                       [&](const std::string& folder) { return is_at_or_below(path, folder); });
  }

  // The entry of a regular file, through links.
  const IndexEntry* find_file(std::string_view path) const {
    const IndexEntry* entry = find_entry(index_.entries, path);
    for (int links = 0; entry != nullptr && entry->mode == git_mode::link; ++links) {
      const std::optional<std::string> text = store_->blob(entry->id);
      const auto target = text && links < most_links ? target_of(entry->path, *text) : std::nullopt;
      entry = target ? find_entry(index_.entries, *target) : nullptr;
    }
    return entry != nullptr && entry->mode != git_mode::repository ? entry : nullptr;
  }

  bool leads_to_file(const IndexEntry& entry) const { return find_file(entry.path) != nullptr; }

  // A file that was written in the moment when the index was may have changed since without a trace.
  bool is_as_on_disk(const IndexEntry& entry) const {
    struct stat status = {};
    if (entry.absent || lstat((root_ + entry.path).c_str(), &status) != 0 || !S_ISREG(status.st_mode))
      return false;
    const auto moment = [](int64_t seconds, int64_t nanoseconds) { return std::pair(seconds, nanoseconds); };
    const auto changed = moment(status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
    return static_cast<uint32_t>(status.st_size) == entry.size &&
           static_cast<uint32_t>(status.st_ino) == entry.inode &&
           static_cast<uint32_t>(changed.first) == entry.seconds && changed.second == entry.nanoseconds &&
           changed < moment(index_.written_seconds, index_.written_nanoseconds);
  }

  std::string root_;
  DiskFiles disk_;
  std::shared_ptr<const GitStore> store_;
  GitIndex index_;
  std::vector<std::string> submodules_;
};

// The work tree, and of a sparse checkout what it leaves out.
class WorkTreeFiles : public FileSystem {
 public:
  WorkTreeFiles(const std::string& root, std::shared_ptr<const GitStore> store)
      : disk_(root), store_(std::move(store)), left_out_(store_->index().entries) {
    std::erase_if(left_out_, [](const IndexEntry& entry) {
      return !entry.absent || entry.mode == git_mode::link || entry.mode == git_mode::repository;
    });
    std::sort(left_out_.begin(), left_out_.end(),
              [](const IndexEntry& left, const IndexEntry& right) { return left.path < right.path; });
  }

  Listing list(std::string_view folder) const override {
    Listing listing = disk_.list(folder);
    for (const IndexEntry& entry : left_out_)
      if (is_at_or_below(entry.path, folder)) listing.files.push_back(entry.path);
    return listing;
  }

  std::optional<std::string> read(std::string_view path) const override { return read_start(path, SIZE_MAX); }

  std::optional<std::string> read_start(std::string_view path, size_t limit) const override {
    std::optional<std::string> bytes = disk_.read_start(path, limit);
    const IndexEntry* entry = bytes ? nullptr : find_entry(left_out_, path);
    if (entry != nullptr) bytes = store_->blob(entry->id);
    if (bytes && bytes->size() > limit) bytes->resize(limit);
    return bytes;
  }

  // Whether a file is the index's, and which blob then.
  const ObjectId* left_out(std::string_view path) const {
    const IndexEntry* entry = find_entry(left_out_, path);
    return entry == nullptr ? nullptr : &entry->id;
  }

 private:
  DiskFiles disk_;
  std::shared_ptr<const GitStore> store_;
  std::vector<IndexEntry> left_out_;
};

// What was before, over what is now.
class FilesBefore : public FileSystem {
 public:
  FilesBefore(std::shared_ptr<const FileSystem> now, std::shared_ptr<const GitStore> store,
              std::vector<FileDelta> deltas)
      : now_(std::move(now)), store_(std::move(store)), deltas_(std::move(deltas)) {}

  Listing list(std::string_view folder) const override {
    Listing listing = now_->list(folder);
    const auto is_new = [&](const std::string& path) {
      const FileDelta* delta = find(path);
      return delta != nullptr && (!delta->before || delta->mode_before == git_mode::link);
    };
    std::erase_if(listing.files, is_new);
    std::erase_if(listing.links, [&](const std::string& path) { return find(path) != nullptr; });
    for (const FileDelta& delta : deltas_) {
      if (!delta.before || !is_at_or_below(delta.path, folder)) continue;
      if (delta.mode_before == git_mode::link) {
        (target_is_file(delta) ? listing.files : listing.closed).push_back(delta.path);
        if (target_is_file(delta)) listing.links.push_back(delta.path);
      } else if (!delta.there) {
        listing.files.push_back(delta.path);
      }
    }
    return listing;
  }

  std::optional<std::string> read(std::string_view path) const override {
    const FileDelta* delta = find(path);
    if (delta == nullptr) return now_->read(path);
    if (!delta->before) return std::nullopt;
    if (delta->mode_before != git_mode::link) return store_->blob(*delta->before);
    const std::optional<std::string> target = link_target(*delta);
    const FileDelta* there = target ? find(*target) : nullptr;
    if (there != nullptr && there->mode_before == git_mode::link) return std::nullopt;
    return target ? read(*target) : std::nullopt;
  }

 private:
  const FileDelta* find(std::string_view path) const {
    const auto found =
        std::lower_bound(deltas_.begin(), deltas_.end(), path,
                         [](const FileDelta& delta, std::string_view wanted) { return delta.path < wanted; });
    return found != deltas_.end() && found->path == path ? &*found : nullptr;
  }

  std::optional<std::string> link_target(const FileDelta& delta) const {
    const std::optional<std::string> text = store_->blob(*delta.before);
    return text ? target_of(delta.path, *text) : std::nullopt;
  }

  bool target_is_file(const FileDelta& delta) const { return read(delta.path).has_value(); }

  std::shared_ptr<const FileSystem> now_;
  std::shared_ptr<const GitStore> store_;
  std::vector<FileDelta> deltas_;  // by path
};

bool is_markdown(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

// Pairs the texts that were there with those that are: first those that are equal, then the most alike, as
// Git does. Where many came and went only equal ones are looked for, since all would be compared with all.
class Moves {
 public:
  explicit Moves(const Change& change) : change_(change) {}

  std::vector<Move> find() {
    for (const std::string& path : change_.gone)
      if (is_markdown(path)) gone_.push_back({path, change_.before->read(path).value_or("")});
    if (gone_.empty()) return {};
    for (const std::string& path : change_.changed)
      if (is_markdown(path) && !change_.was_there(path))
        fresh_.push_back({path, change_.after->read(path).value_or("")});
    pair_equal();
    if (gone_.size() * fresh_.size() <= most_compared) pair_alike();
    std::sort(moves_.begin(), moves_.end(),
              [](const Move& left, const Move& right) { return left.to < right.to; });
    return std::move(moves_);
  }

 private:
  struct Text {
    std::string path, bytes;
    bool paired = false;
  };

  static constexpr size_t most_compared = 250'000;
  static constexpr int least_alike = 50;  // of 100, Git's own

  void pair(Text& from, Text& to) {
    from.paired = to.paired = true;
    moves_.push_back({from.path, to.path});
  }

  // Among equal ones the name decides, then the order.
  void pair_equal() {
    std::multimap<std::string_view, Text*> by_bytes;
    for (Text& text : fresh_) by_bytes.emplace(text.bytes, &text);
    for (const bool by_name : {true, false}) {
      for (Text& text : gone_) {
        const auto [begin, end] = by_bytes.equal_range(text.bytes);
        const auto fits = [&](const auto& entry) {
          return !entry.second->paired && (!by_name || name_of(entry.second->path) == name_of(text.path));
        };
        const auto found = text.paired ? end : std::find_if(begin, end, fits);
        if (found != end) pair(text, *found->second);
      }
    }
    const auto is_paired = [](const Text& text) { return text.paired; };
    std::erase_if(gone_, is_paired);
    std::erase_if(fresh_, is_paired);
  }

  void pair_alike() {
    const auto likenesses = [](const std::vector<Text>& texts) {
      std::vector<Likeness> all;
      for (const Text& text : texts) all.push_back(Likeness(text.bytes));
      return all;
    };
    const std::vector<Likeness> before = likenesses(gone_), after = likenesses(fresh_);
    std::vector<std::tuple<int, bool, size_t, size_t>> pairs;
    for (size_t from = 0; from < gone_.size(); ++from) {
      for (size_t to = 0; to < fresh_.size(); ++to) {
        const int alike = before[from].with(after[to]);
        const bool named_alike = name_of(gone_[from].path) == name_of(fresh_[to].path);
        if (alike >= least_alike) pairs.emplace_back(-alike, !named_alike, from, to);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [alike, named, from, to] : pairs)
      if (!gone_[from].paired && !fresh_[to].paired) pair(gone_[from], fresh_[to]);
  }

  const Change& change_;
  std::vector<Text> gone_, fresh_;
  std::vector<Move> moves_;
};

std::shared_ptr<const Change> made(std::shared_ptr<const FileSystem> now,
                                   std::shared_ptr<const GitStore> store, std::vector<FileDelta> deltas) {
  auto change = std::make_shared<Change>();
  for (const FileDelta& delta : deltas) {
    (delta.there ? change->changed : change->gone).push_back(delta.path);
    if (delta.there && delta.before) change->kept.push_back(delta.path);
  }
  change->after = now;
  change->before = std::make_shared<FilesBefore>(std::move(now), store, std::move(deltas));
  change->store = std::move(store);
  change->moves = Moves(*change).find();
  return change;
}

}  // namespace

bool Change::has_changed(std::string_view path) const {
  return std::binary_search(changed.begin(), changed.end(), path);
}

bool Change::is_gone(std::string_view path) const {
  return std::binary_search(gone.begin(), gone.end(), path);
}

bool Change::was_there(std::string_view path) const {
  return std::binary_search(kept.begin(), kept.end(), path) || is_gone(path) || !has_changed(path);
}

std::string_view Change::old_path(std::string_view path) const {
  if (was_there(path)) return path;
  const auto move =
      std::lower_bound(moves.begin(), moves.end(), path,
                       [](const Move& one, std::string_view wanted) { return one.to < wanted; });
  return move != moves.end() && move->to == path ? std::string_view(move->from) : std::string_view();
}

void Change::verify() const {
  if (store && store->missing())
    throw UserError("", 0,
                    "Git's store lacks some of the files that the change is counted from, since the clone is "
                    "partial; `git fetch --refetch --no-filter origin` brings them.");
}

std::shared_ptr<const Change> change_between(std::shared_ptr<const FileSystem> before,
                                             std::shared_ptr<const FileSystem> after) {
  auto change = std::make_shared<Change>();
  const FileTree files_before(before->list("").files), files_after(after->list("").files);
  for (const std::string& path : files_after.files()) {
    const bool was_there = files_before.has_file(path);
    if (was_there && before->read(path) == after->read(path)) continue;
    change->changed.push_back(path);
    if (was_there) change->kept.push_back(path);
  }
  for (const std::string& path : files_before.files())
    if (!files_after.has_file(path)) change->gone.push_back(path);
  change->before = std::move(before);
  change->after = std::move(after);
  change->moves = Moves(*change).find();
  return change;
}

std::shared_ptr<const Change> staged_change(const std::string& root) {
  auto store = std::make_shared<const GitStore>(root);
  auto now = std::make_shared<const IndexFiles>(root, store);
  std::vector<FileDelta> deltas = store->staged_since(store->head());
  std::erase_if(deltas, [&](FileDelta& delta) {
    delta.there = delta.there && now->holds(delta.path);
    return !delta.there && !delta.before;
  });
  return made(std::move(now), std::move(store), std::move(deltas));
}

std::shared_ptr<const Change> change_since(const std::string& root, const std::string& commit) {
  auto store = std::make_shared<const GitStore>(root);
  const std::optional<ObjectId> head = store->head();
  if (!head)
    throw UserError(
        "", 0,
        "There is no commit yet, so nothing has changed since one; --staged is what the first one holds.");
  const ObjectId named = store->commit(commit);
  const ObjectId base = store->merge_base(*head, named, commit);
  auto now = std::make_shared<const WorkTreeFiles>(root, store);
  std::vector<FileDelta> deltas = store->changed_since(base);
  std::erase_if(deltas, [&](FileDelta& delta) {
    const ObjectId* left_out = delta.there ? nullptr : now->left_out(delta.path);
    delta.there = delta.there || left_out != nullptr;
    return left_out != nullptr && delta.before == *left_out;
  });
  return made(std::move(now), std::move(store), std::move(deltas));
}

}  // namespace rubric
