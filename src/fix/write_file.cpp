// How it works: POSIX calls throughout, because what matters here (O_EXCL, fsync, mode bits, rename) has no
// name in the standard library. The file is read again after the new one is complete and right before the
// rename, which leaves another program only that moment to change it unseen. Descriptors and the temporary
// file belong to small owners, so every throw cleans up, and a signal that ends the process waits until they
// are gone.

#include "fix/write_file.h"

#include <cerrno>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fix/held_signals.h"
#include "lint/user_error.h"

namespace rubric {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw UserError(path, 0, what);
}

[[noreturn]] void fail_with_errno(const std::string& path, const std::string& what,
                                  const std::string& advice) {
  const std::string reason = std::generic_category().message(errno);
  fail(path, what + ": " + reason + "; " + advice);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int get() const { return number_; }
  // Closes it now and says whether that worked: some file systems report a failed write only here.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

// A new file of an unpredictable name, removed again unless it is renamed into place.
class TemporaryFile {
 public:
  // Creates it in the folder of `target`, which names a file there.
  explicit TemporaryFile(const std::string& target)
      : path_(target.substr(0, target.rfind('/') + 1) + ".rubric-XXXXXX"),
        descriptor_(::mkostemp(path_.data(), O_CLOEXEC)) {}  // O_EXCL and mode 0600 are mkostemp's own
  ~TemporaryFile() {
    if (created() && !renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  bool created() const { return created_; }
  bool write(std::string_view contents);
  // Gives it mode and owner of the file that it will replace.
  bool become(const struct stat& original);
  // Gives it the mode of any new file.
  bool become_new() {
    const mode_t mask = ::umask(0);  // There is no way to read it but to set it.
    ::umask(mask);
    return ::fchmod(descriptor_.get(), 0666 & ~mask) == 0;
  }
  bool flush() { return ::fsync(descriptor_.get()) == 0 && descriptor_.close(); }
  bool rename_to(const std::string& target) {
    renamed_ = ::rename(path_.c_str(), target.c_str()) == 0;
    return renamed_;
  }
  // Gives it a name that must be free: a rename would replace what has it. File systems without hard links
  // leave a moment between the look and the rename.
  bool link_to(const std::string& target) {
    if (::link(path_.c_str(), target.c_str()) == 0) return true;
    if (errno == EEXIST) return false;
    struct stat there {};
    if (::lstat(target.c_str(), &there) == 0) return errno = EEXIST, false;
    return rename_to(target);
  }

 private:
  HeldSignals held_;  // Until it is renamed or removed.
  std::string path_;
  Descriptor descriptor_;
  bool created_ = descriptor_.get() >= 0;
  bool renamed_ = false;
};

bool write_all(int file, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t written = ::write(file, contents.data(), contents.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    contents.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

bool TemporaryFile::write(std::string_view contents) {
  return write_all(descriptor_.get(), contents);
}

bool TemporaryFile::become(const struct stat& original) {
  const int file = descriptor_.get();
  const bool other_owner = original.st_uid != ::geteuid() || original.st_gid != ::getegid();
  // Only root may give files away; without that the new file is the user's own, as with most editors.
  if (other_owner && ::fchown(file, original.st_uid, original.st_gid) != 0) errno = 0;
  return ::fchmod(file, original.st_mode & 07777) == 0;
}

// Whether the file holds exactly `expected`; reads no more than it has to.
bool holds(const std::string& path, std::string_view expected) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail_with_errno(path, "cannot be read", "check that it exists and its permissions");
  std::string buffer(64 * 1024, '\0');
  while (true) {
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail_with_errno(path, "cannot be read", "check the disk it is on");
    if (count == 0) return expected.empty();
    const std::string_view piece(buffer.data(), static_cast<size_t>(count));
    if (!expected.starts_with(piece)) return false;
    expected.remove_prefix(piece.size());
  }
}

std::string resolve_links(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
  if (!resolved) fail_with_errno(path, "cannot be written", "check that it exists");
  return resolved.get();
}

// Completes the file that will replace `original`.
void fill(TemporaryFile& replacement, const std::string& path, std::string_view contents,
          const struct stat& original) {
  if (!replacement.created()) {
    fail_with_errno(path, "no temporary file can be made beside it", "make its folder writable");
  }
  if (!replacement.write(contents) || !replacement.become(original) || !replacement.flush()) {
    fail_with_errno(path, "cannot be written", "nothing was changed; check the space on its disk");
  }
}

void put_in_place(TemporaryFile& replacement, const std::string& path, const std::string& target) {
  if (!replacement.rename_to(target)) {
    fail_with_errno(path, "cannot be replaced", "nothing was changed; check its folder's permissions");
  }
}

void write_into(const std::string& path, std::string_view contents) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0 || !write_all(file.get(), contents))
    fail_with_errno(path, "cannot be written", "name another file");
}

}  // namespace

void write_file_atomically(const std::string& path, std::string_view expected, std::string_view contents) {
  const std::string target = resolve_links(path);
  struct stat original {};
  if (::stat(target.c_str(), &original) != 0) fail_with_errno(path, "cannot be read", "check that it exists");
  if (!S_ISREG(original.st_mode)) fail(path, "is not a regular file; exclude it or fix it by hand");
  if (::access(target.c_str(), W_OK) != 0) {
    fail_with_errno(path, "cannot be written", "make it writable or exclude it");
  }

  TemporaryFile replacement(target);
  fill(replacement, path, contents, original);
  if (!holds(target, expected)) {
    if (holds(target, contents)) return;  // through another name of the same file
    fail(path, "was changed by another program meanwhile and is left as it is; run rubric again");
  }
  put_in_place(replacement, path, target);
}

void create_file_atomically(const std::string& path, std::string_view contents) {
  TemporaryFile made(path);
  if (!made.created()) fail_with_errno(path, "cannot be written", "make its folder writable");
  if (!made.write(contents) || !made.become_new() || !made.flush()) {
    fail_with_errno(path, "cannot be written", "check the space on its disk");
  }
  if (!made.link_to(path)) {
    if (errno == EEXIST) fail(path, "is there already and is left as it is");
    fail_with_errno(path, "cannot be written", "check its folder's permissions");
  }
}

void put_file_atomically(const std::string& path, std::string_view contents) {
  struct stat original {};
  if (::stat(path.c_str(), &original) != 0) {
    if (errno != ENOENT) fail_with_errno(path, "cannot be written", "name another file");
    return create_file_atomically(path, contents);
  }
  if (!S_ISREG(original.st_mode)) return write_into(path, contents);
  if (::access(path.c_str(), W_OK) != 0) fail_with_errno(path, "cannot be written", "make it writable");
  const std::string target = resolve_links(path);
  TemporaryFile replacement(target);
  fill(replacement, path, contents, original);
  put_in_place(replacement, path, target);
}

}  // namespace rubric
