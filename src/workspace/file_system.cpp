// How it works: the disk is listed with std::filesystem, without following links to folders; a file that is a
// link is read only if it leads to a place below the root, so that a page can never make the linter read
// outside.

#include "workspace/file_system.h"

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rubric {

namespace {

namespace fs = std::filesystem;

// Reads the start of an open regular file, or all of it; short reads are taken as they come, so a file that
// shrinks meanwhile is no error.
std::optional<std::string> read_open(int descriptor, size_t limit) {
  struct stat status = {};
  if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  std::string bytes(std::min(static_cast<size_t>(status.st_size), limit), '\0');
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::read(descriptor, bytes.data() + done, bytes.size() - done);
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

}  // namespace

DiskFiles::DiskFiles(std::string root) : root_(std::move(root)) {
  if (!root_.ends_with('/')) root_ += '/';
}

Listing DiskFiles::list(std::string_view folder) const {
  Listing listing;
  const std::string top = root_ + std::string(folder);
  if (!folder.empty() && leaves_root(top)) return listing;
  const auto relative = [&](const fs::path& path) {
    const std::string name = path.string();
    return name.substr(std::min(name.size(), root_.size()));
  };
  std::vector<fs::path> waiting = {top};
  while (!waiting.empty()) {
    const fs::path path = std::move(waiting.back());
    waiting.pop_back();
    std::error_code error, unknown_kind;
    for (fs::directory_iterator entry(path, error), end; entry != end; entry.increment(error)) {
      const bool is_link = entry->is_symlink(unknown_kind);
      if (entry->path().filename() == ".git") {
        if (path != top) listing.repositories.push_back(relative(path));
      } else if (entry->is_regular_file(unknown_kind)) {
        listing.files.push_back(relative(entry->path()));
        if (is_link) listing.links.push_back(listing.files.back());
      } else if (is_link || entry->path().filename() == "node_modules") {
        listing.closed.push_back(relative(entry->path()));
      } else if (entry->is_directory(unknown_kind)) {
        waiting.push_back(entry->path());
      }
    }
    if (error && error != std::errc::no_such_file_or_directory) listing.unreadable.push_back(relative(path));
  }
  return listing;
}

bool DiskFiles::leaves_root(const std::string& path) const {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return true;
  const fs::path root = fs::canonical(root_, error);
  return error || !(real.string() + '/').starts_with(root.string() + '/');
}

std::optional<std::string> FileSystem::read_start(std::string_view path, size_t limit) const {
  std::optional<std::string> bytes = read(path);
  if (bytes && bytes->size() > limit) bytes->resize(limit);
  return bytes;
}

std::optional<std::string> DiskFiles::read(std::string_view path) const {
  return read_start(path, SIZE_MAX);
}

std::optional<std::string> DiskFiles::read_start(std::string_view path, size_t limit) const {
  const std::string full = root_ + std::string(path);
  int descriptor = open(full.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0 && errno == ELOOP && !leaves_root(full))
    descriptor = open(full.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  std::optional<std::string> bytes = read_open(descriptor, limit);
  close(descriptor);
  return bytes;
}

Listing MemoryFiles::list(std::string_view folder) const {
  Listing listing;
  const std::string prefix = folder.empty() ? "" : std::string(folder) + '/';
  for (const auto& [path, text] : files_) {
    if (path.starts_with(prefix)) listing.files.push_back(path);
  }
  return listing;
}

std::optional<std::string> MemoryFiles::read(std::string_view path) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

}  // namespace rubric
