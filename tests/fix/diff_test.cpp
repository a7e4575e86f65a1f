#include "fix/diff.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <random>
#include <utility>

#include <catch2/catch.hpp>

#include "fix/line_changes.h"

using namespace rubric;

namespace {

constexpr std::string_view no_newline = "\n\\ No newline at end of file\n";

// Applies a diff as `patch` does, but accepts no fuzz: every line must be where its hunk says.
std::string patched(std::string_view before, std::string_view diff) {
  const std::vector<std::string_view> old_lines = split_lines(before);
  const std::vector<std::string_view> lines = split_lines(diff);
  std::string after;
  size_t at = 0;
  for (size_t index = 2; index < lines.size(); ++index) {
    std::string_view line = lines[index];
    if (line.starts_with("@@ -")) {
      size_t first = 0;
      const char* end = std::from_chars(line.data() + 4, line.data() + line.size(), first).ptr;
      const bool empty = std::string_view(end, 3) == ",0 ";
      for (const size_t target = empty ? first : first - 1; at < target; ++at) after += old_lines[at];
      continue;
    }
    if (line.starts_with('\\')) continue;
    const char mark = line[0];
    line.remove_prefix(1);
    if (index + 1 < lines.size() && lines[index + 1].starts_with('\\')) line.remove_suffix(1);
    if (mark != '+') {
      REQUIRE(at < old_lines.size());
      REQUIRE(old_lines[at++] == line);
    }
    if (mark != '-') after += line;
  }
  for (; at < old_lines.size(); ++at) after += old_lines[at];
  return after;
}

// The least number of changed lines, by the textbook's dynamic programme.
size_t least_changes(const std::vector<std::string_view>& before,
                     const std::vector<std::string_view>& after) {
  std::vector<size_t> row(after.size() + 1);
  for (size_t y = 0; y <= after.size(); ++y) row[y] = y;
  for (size_t x = 1; x <= before.size(); ++x) {
    size_t diagonal = std::exchange(row[0], x);
    for (size_t y = 1; y <= after.size(); ++y) {
      const size_t best = before[x - 1] == after[y - 1] ? diagonal : 1 + std::min(row[y], row[y - 1]);
      diagonal = std::exchange(row[y], best);
    }
  }
  return row.back();
}

std::string random_text(std::mt19937& random, size_t alphabet) {
  std::string text;
  for (size_t count = random() % 25; count > 0; --count) {
    text += static_cast<char>('a' + random() % alphabet);
    if (random() % 8 == 0) text += '\r';
    if (count > 1 || random() % 2 == 0) text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("A unified diff shows what changed with three lines of context") {
  struct Row {
    std::string before, after, hunks;
  };
  const Row rows[] = {
      {"a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n"},
      {"", "a\n", "@@ -0,0 +1 @@\n+a\n"},
      {"a\n", "", "@@ -1 +0,0 @@\n-a\n"},
      {"1\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n", "@@ -2,4 +2,4 @@\n 2\n 3\n 4\n-5\n+five\n"},
      {"a\r\nb\r\n", "a\r\nB\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+B\r\n"},
      {"a\nb", "a\nB", "@@ -1,2 +1,2 @@\n a\n-b" + std::string(no_newline) + "+B" + std::string(no_newline)},
      {"a", "a\n", "@@ -1 +1 @@\n-a" + std::string(no_newline) + "+a\n"},
      {"x\na", "y\na", "@@ -1,2 +1,2 @@\n-x\n+y\n a" + std::string(no_newline)},
      // Six equal lines between two changes hold them in one hunk, seven do not.
      {"a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
       "@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
      {"a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
       "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
  };
  for (const Row& row : rows) {
    const std::string diff = unified_diff("x.md", row.before, row.after);
    CHECK(diff == "--- a/x.md\n+++ b/x.md\n" + row.hunks);
    CHECK(patched(row.before, diff) == row.after);
  }
  CHECK(unified_diff("x.md", "same\n", "same\n").empty());
}

TEST_CASE("Paths in a diff are written as Git writes them") {
  CHECK(unified_diff("a b.md", "", "x\n").starts_with("--- a/a b.md\t\n+++ b/a b.md\t\n"));
  CHECK(unified_diff("a\"\n.md", "", "x\n").starts_with("--- \"a/a\\\"\\012.md\"\n"));
  CHECK(unified_diff("caf\xC3\xA9.md", "", "x\n").starts_with("--- a/caf\xC3\xA9.md\n"));
}

TEST_CASE("A diff applied to the old text gives the new one, with the fewest lines changed") {
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    const std::string before = random_text(random, 2 + random() % 8);
    const std::string after = random_text(random, 2 + random() % 8);
    CAPTURE(before, after);
    REQUIRE(patched(before, unified_diff("x", before, after)) == after);
    size_t changed = 0;
    for (const LineChange& change : line_changes(split_lines(before), split_lines(after))) {
      changed += change.before_end - change.before + change.after_end - change.after;
    }
    REQUIRE(changed == least_changes(split_lines(before), split_lines(after)));
  }
}

TEST_CASE("Two large texts with little in common are compared in bounded time") {
  std::string before, after;
  for (int line = 0; line < 40000; ++line) {
    before += "old " + std::to_string(line) + "\n";
    after += (line % 100 == 0 ? "old " : "new ") + std::to_string(line) + "\n";
  }
  const auto start = std::chrono::steady_clock::now();
  const std::string diff = unified_diff("x", before, after);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
  CHECK(patched(before, diff) == after);
}
