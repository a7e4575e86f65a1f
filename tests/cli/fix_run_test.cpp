// Fixing as its user trusts it: the laws of a run with --fix over mutated pages, and what is on the disk when
// the process is killed in the middle of it.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>
#include <thread>

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/ran.h"
#include "fix/held_signals.h"
#include "temporary_folder.h"
#include "text/edit.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string, std::less<>>;

int number_from(const char* variable, int otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::atoi(value);
}

// Slips that have safe fixes, and text around them that is easily hurt.
const char* const pieces[] = {"She owns a engineering project and an plan.",
                              "It is the the end of of it.",
                              "{{% note %}}\nAn inner text.\n{{< /note >}}",
                              "{{ < badge \"x\" > }}",
                              "{{< badge \"x\" %}}",
                              "{{% include \"part.md\" %}}",
                              "> A quote of an\n> plan is is here.",
                              "| a | b |\n| - | - |\n| an plan | the the |",
                              "- an item\n  with a idea\n\n      code: an plan",
                              "```\nan plan, the the {{< badge %}}\n```",
                              "Text. <!-- rubric-disable-line article-mismatch -->",
                              "\xC3\xA9t\xC3\xA9 an plan \xF0\x9F\x9A\x80 the the",
                              "<!-- rubric-disable -->\nan plan\n<!-- rubric-enable -->",
                              "Hard break of an plan  \nand and more\\\nof it.",
                              "\xFF is no UTF-8, an plan.",
                              "[a](/gone/) [b](#gone) an plan {{\xC2\xA0< badge >}}",
                              "An plan {{< badge 'x' >}} \xE2\x80\x9C{{< badge \"x >}}"};

std::string page_of(std::mt19937_64& random) {
  std::string text = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
  if (random() % 2 == 0) text += "---\ntitle: Page\n---\n\n";
  for (uint64_t count = 1 + random() % 6; count > 0; --count) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 6 == 0 && !text.empty()) text.erase(random() % text.size(), 1 + random() % 3);
    text += random() % 4 == 0 ? "\n" : "\n\n";
  }
  if (random() % 3 == 0) text.resize(text.find_last_not_of('\n') + 1);
  if (random() % 3 != 0) return text;
  std::string with_cr;
  for (const char byte : text) with_cr += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  return with_cr;
}

Files site_of(std::mt19937_64& random, int pages) {
  Files files = {
      {"hugo.yaml", "baseURL: https://example.org/\n"},
      {"layouts/shortcodes/note.html", "<div>{{ .Inner | markdownify }}</div>\n"},
      {"layouts/shortcodes/badge.html", "<b>{{ .Get 0 }}</b>\n"},
      {"layouts/shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
      {"assets/part.md", "A part of an plan.\n"}};
  for (int page = 0; page < pages; ++page)
    files["content/p" + std::to_string(page) + ".md"] = page_of(random);
  return files;
}

std::multiset<std::string> kinds_of(const std::vector<Diagnostic>& findings) {
  std::multiset<std::string> kinds;
  for (const Diagnostic& finding : findings) kinds.insert(finding.path + ": " + finding.rule);
  return kinds;
}

// How many findings stand there more often than before. Of a tag that Hugo cannot read nothing else is said:
// once it is mended, its name may turn out to be no shortcode's. No other finding may be new.
size_t revealed(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& after) {
  const std::multiset<std::string> old = kinds_of(before), now = kinds_of(after);
  std::vector<std::string> more;
  std::set_difference(now.begin(), now.end(), old.begin(), old.end(), std::back_inserter(more));
  for (const std::string& kind : more) {
    INFO(kind);
    CHECK(kind.ends_with(": shortcode-unknown"));
  }
  return more.size();
}

size_t count_of(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
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

TEST_CASE("Fixing twice is fixing once, brings no finding, and leaves line ends and the rest as they are") {
  const int sites = number_from("RUBRIC_FIX_SITES", 40);
  std::mt19937_64 random(11);
  size_t changed = 0, mended = 0;
  for (int number = 0; number < sites; ++number) {
    Files files = site_of(random, 12);
    for (const FixMode mode : {FixMode::safe, FixMode::all}) {
      INFO("site " << number << (mode == FixMode::safe ? ", safe fixes" : ", all fixes"));
      const MemoryFiles memory(files);
      const std::vector<Diagnostic> before =
          Workspace(memory, IgnoreRules::from_patterns({}), {}).check({""});
      Workspace workspace(memory, IgnoreRules::from_patterns({}), {});
      const FixResult once = workspace.fix({""}, mode);
      changed += once.files.size();
      mended += once.applied;

      Files after = files;
      for (const FixResult::File& file : once.files) {
        CHECK(file.before == files[file.path]);
        after[file.path] = file.after;
        const size_t line_ends = count_of(file.before, "\n");
        const bool had_cr = line_ends != 0 && count_of(file.before, "\r\n") == line_ends;
        if (had_cr) CHECK(count_of(file.after, "\r\n") == count_of(file.after, "\n"));
        if (count_of(file.before, "\r") == 0) CHECK(count_of(file.after, "\r") == 0);
        CHECK(file.before.starts_with("\xEF\xBB\xBF") == file.after.starts_with("\xEF\xBB\xBF"));
        CHECK(file.before.ends_with('\n') == file.after.ends_with('\n'));
      }
      const MemoryFiles fixed(after);
      Workspace again(fixed, IgnoreRules::from_patterns({}), {});
      const FixResult twice = again.fix({""}, mode);
      CHECK(twice.files.empty());
      CHECK(twice.applied == 0);
      CHECK(twice.remaining == once.remaining);
      if (mode == FixMode::safe) {
        revealed(before, once.remaining);
        CHECK(once.remaining.size() <= before.size());
      }
    }
  }
  INFO(changed << " files changed, " << mended << " findings mended");
  CHECK(mended > static_cast<size_t>(sites) * 10);
}

TEST_CASE("Every byte outside the edits stays") {
  std::mt19937_64 random(12);
  size_t files_seen = 0;
  for (int number = 0; number < 20; ++number) {
    const Files files = site_of(random, 12);
    const MemoryFiles memory(files);
    const std::vector<Diagnostic> found = Workspace(memory, IgnoreRules::from_patterns({}), {}).check({""});
    for (const auto& [path, edits] : plan_fixes(found, FixMode::safe).edits) {
      const std::string& before = files.at(path);
      const std::string after = apply_edits(before, edits);
      size_t in_before = 0, in_after = 0;
      for (const Edit& edit : edits) {
        const size_t kept = edit.span.begin - in_before;
        CHECK(before.compare(in_before, kept, after, in_after, kept) == 0);
        in_before = edit.span.end;
        in_after += kept + edit.replacement.size();
      }
      CHECK(before.substr(in_before) == after.substr(in_after));
      ++files_seen;
    }
  }
  CHECK(files_seen > 100);
}

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
