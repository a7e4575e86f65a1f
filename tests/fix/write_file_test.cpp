#include "fix/write_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "lint/user_error.h"

using namespace rubric;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test, removed at the end.
struct TemporaryFolder {
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "rubric-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path = pattern;
  }
  ~TemporaryFolder() {
    fs::permissions(path, fs::perms::owner_all);
    fs::remove_all(path);
  }

  std::string write(const std::string& name, std::string_view contents) const {
    std::ofstream(path / name, std::ios::binary) << contents;
    return (path / name).string();
  }
  size_t count() const {
    return static_cast<size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }

  fs::path path;
};

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

std::string error_of(const std::string& path, std::string_view expected) {
  try {
    write_file_atomically(path, expected, "new");
  } catch (const UserError& error) {
    CHECK(error.path == path);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A file's bytes are replaced and its mode is kept") {
  const TemporaryFolder folder;
  const std::string bytes(
      "\xEF\xBB\xBF"
      "a\r\n\0\xFF",
      8);
  const std::string large(300'000, 'x');
  const std::string path = folder.write("a.md", bytes);
  for (const mode_t mode : {0644, 0600, 0755, 0664}) {
    REQUIRE(::chmod(path.c_str(), mode) == 0);
    write_file_atomically(path, bytes, large);
    CHECK(read(path) == large);
    CHECK(mode_of(path) == mode);
    write_file_atomically(path, large, bytes);
    CHECK(read(path) == bytes);
  }
  write_file_atomically(path, bytes, "");
  write_file_atomically(path, "", "x");
  CHECK(read(path) == "x");
  CHECK(folder.count() == 1);
}

TEST_CASE("The target of a symbolic link is replaced, not the link") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path / "real");
  const std::string target = folder.write("real/a.md", "old");
  fs::create_symlink("real/a.md", folder.path / "link.md");
  write_file_atomically((folder.path / "link.md").string(), "old", "new");
  CHECK(fs::is_symlink(folder.path / "link.md"));
  CHECK(read(target) == "new");
  CHECK(folder.count() == 2);
}

TEST_CASE("A file that someone else changed is left as it is") {
  const TemporaryFolder folder;
  const std::string path = folder.write("a.md", "theirs");
  for (const std::string expected : {"ours", "theirs, longer", "their", ""}) {
    CHECK_THAT(error_of(path, expected), Catch::Contains("changed by another program"));
    CHECK(read(path) == "theirs");
  }
  CHECK(folder.count() == 1);
}

TEST_CASE("What cannot be written is an error that says why, and leaves nothing behind") {
  const TemporaryFolder folder;
  CHECK_THAT(error_of((folder.path / "none.md").string(), ""), Catch::Contains("No such file or directory"));
  CHECK_THAT(error_of(folder.path.string(), ""), Catch::Contains("is not a regular file"));
  CHECK(folder.count() == 0);
  if (::geteuid() == 0) return;  // root may write anything

  const std::string path = folder.write("a.md", "old");
  REQUIRE(::chmod(path.c_str(), 0444) == 0);
  CHECK_THAT(error_of(path, "old"), Catch::Contains("make it writable"));
  REQUIRE(::chmod(path.c_str(), 0644) == 0);
  REQUIRE(::chmod(folder.path.c_str(), 0555) == 0);
  CHECK_THAT(error_of(path, "old"), Catch::Contains("make its folder writable"));
  CHECK(read(path) == "old");
  CHECK(folder.count() == 1);
}

TEST_CASE("A new file is made whole, and never over another") {
  const TemporaryFolder folder;
  const std::string path = (folder.path / "new.yaml").string();
  create_file_atomically(path, "a: b\n");
  CHECK(read(path) == "a: b\n");
  const mode_t mask = ::umask(0);
  ::umask(mask);
  CHECK(mode_of(path) == (0666 & ~mask));
  CHECK(folder.count() == 1);
  CHECK_THROWS_WITH(create_file_atomically(path, "c: d\n"), path + ": is there already and is left as it is");
  CHECK(read(path) == "a: b\n");
  fs::create_symlink("nowhere", folder.path / "link");
  CHECK_THROWS_AS(create_file_atomically((folder.path / "link").string(), "x"), UserError);
  CHECK_THROWS_AS(create_file_atomically((folder.path / "none/new.yaml").string(), "x"), UserError);
  CHECK(folder.count() == 2);
}

TEST_CASE("A report's file is made, or replaced whatever it held") {
  const TemporaryFolder folder;
  const std::string path = (folder.path / "report.json").string();
  put_file_atomically(path, "one");
  put_file_atomically(path, "two");
  CHECK(read(path) == "two");
  fs::create_symlink("report.json", folder.path / "link");
  put_file_atomically((folder.path / "link").string(), "three");
  CHECK(fs::is_symlink(folder.path / "link"));
  CHECK(read(path) == "three");
  put_file_atomically("/dev/null", "four");
  CHECK(fs::is_character_file("/dev/null"));
  CHECK_THROWS_AS(put_file_atomically((folder.path / "none/report.json").string(), "x"), UserError);
  CHECK_THROWS_AS(put_file_atomically(folder.path.string(), "x"), UserError);
}
