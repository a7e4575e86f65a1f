// Fixing as its user trusts it: what is on the disk after a run with --fix, or when the process is killed in
// the middle of it.

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/ran.h"
#include "fix/held_signals.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

int number_from(const char* variable, int otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::atoi(value);
}

// Files with fixes, and what they become.
struct Handbook : TemporaryFolder {
  static constexpr int pages = 60;

  static std::string path_of(int page) { return "content/p" + std::to_string(page) + ".md"; }
  static std::string before(int page) {
    return "Page " + std::to_string(page) + " has an plan.\n" + std::string(20000, 'x') + "\nAnd an plan.\n";
  }
  static std::string after(int page) {
    return "Page " + std::to_string(page) + " has a plan.\n" + std::string(20000, 'x') + "\nAnd a plan.\n";
  }
  void reset() const {
    write("hugo.yaml", "baseURL: https://example.org/\n");
    for (int page = 0; page < pages; ++page) write(path_of(page), before(page));
  }
  // Starts a process that fixes everything. It must not run the handlers of the test runner.
  pid_t start_fixing() const {
    auto held = std::make_unique<HeldSignals>();
    const pid_t child = fork();
    if (child != 0) return child;
    for (const int number : {SIGINT, SIGTERM}) std::signal(number, SIG_DFL);
    held.reset();
    rubric_run({"check", "--fix", "--jobs", "1", path});
    _exit(0);
  }
  size_t stray_files() const {
    size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path))
      count += entry.path().filename().string().starts_with(".rubric-") ? 1 : 0;
    return count;
  }
  // How many files are fixed; every file must be whole.
  int count_fixed() const {
    int fixed = 0;
    for (int page = 0; page < pages; ++page) {
      const std::string text = read(path_of(page));
      if (text == after(page)) ++fixed;
      if (text != after(page) && text != before(page)) FAIL("half of " << path_of(page));
    }
    return fixed;
  }
};

// Interrupts fixing at random moments by a signal; returns in how many runs some files were fixed and others
// not yet.
int interrupt(int signal, int moments, bool leaves_nothing) {
  const Handbook handbook;
  handbook.reset();
  const auto begin = std::chrono::steady_clock::now();
  waitpid(handbook.start_fixing(), nullptr, 0);
  const auto whole = std::chrono::steady_clock::now() - begin;
  REQUIRE(handbook.count_fixed() == Handbook::pages);
  std::mt19937 random(static_cast<unsigned>(signal));
  int halfway = 0;
  for (int moment = 0; moment < moments; ++moment) {
    handbook.reset();
    const pid_t child = handbook.start_fixing();
    std::this_thread::sleep_for(whole * (random() % 1000) / 1000);
    kill(child, signal);
    waitpid(child, nullptr, 0);
    const int fixed = handbook.count_fixed();
    if (fixed != 0 && fixed != Handbook::pages) ++halfway;
    if (leaves_nothing) REQUIRE(handbook.stray_files() == 0);
  }
  return halfway;
}

}  // namespace

TEST_CASE("A fixed file keeps its mode bits, and one that changes nothing its time") {
  const TemporaryFolder site;
  site.write("hugo.yaml", "");
  site.write("content/a.md", "An plan.\n");
  site.write("content/b.md", "A plan.\n");
  const std::string mended = site.path + "/content/a.md", clean = site.path + "/content/b.md";
  chmod(mended.c_str(), 0751);
  struct stat before {
  }, after{};
  REQUIRE(stat(clean.c_str(), &before) == 0);
  rubric_run({"check", "--fix", site.path});
  CHECK(site.read("content/a.md") == "A plan.\n");
  REQUIRE(stat(mended.c_str(), &after) == 0);
  CHECK((after.st_mode & 07777) == 0751);
  REQUIRE(stat(clean.c_str(), &after) == 0);
  CHECK(after.st_ino == before.st_ino);
  CHECK(after.st_mtim.tv_nsec == before.st_mtim.tv_nsec);
}

TEST_CASE("Killed at any moment, fixing leaves each file whole, old or new") {
  CHECK(interrupt(SIGKILL, number_from("RUBRIC_KILLS", 12), false) > 0);
}

TEST_CASE("Interrupted at any moment, fixing leaves nothing behind") {
  CHECK(interrupt(SIGINT, number_from("RUBRIC_KILLS", 12), true) > 0);
  CHECK(interrupt(SIGTERM, 4, true) >= 0);
}
