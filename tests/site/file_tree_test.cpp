#include "site/file_tree.h"

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Files and folders exist under the very name that is listed") {
  const FileTree tree({"b/c/d.md", "a.md", "b/c.md", "b-c/x", "b/\xC3\xA9.md", "b0"});
  CHECK(tree.has_file("b/c.md"));
  CHECK_FALSE(tree.has_file("b/C.md"));
  CHECK_FALSE(tree.has_file("b/c"));
  CHECK(tree.has_folder("b/c"));
  CHECK(tree.has_folder("b"));
  CHECK(tree.has_folder(""));
  CHECK_FALSE(tree.has_folder("b/c.md"));
  CHECK_FALSE(tree.has_folder("B"));
  CHECK(tree.ignoring_case("B/C.MD") == "b/c.md");
  CHECK(tree.ignoring_case("b/x.md") == std::nullopt);
  CHECK(tree.below("b").size() == 3);
  CHECK(tree.below("b/c").size() == 1);
  CHECK(tree.below("").size() == 6);
  CHECK(tree.below("nothing").empty());
}

TEST_CASE("An empty tree holds nothing, and copies answer alike") {
  CHECK_FALSE(FileTree().has_file("a"));
  CHECK_FALSE(FileTree(std::vector<std::string>{}).has_folder("a"));
  FileTree copy;
  {
    const FileTree tree({"a/b"});
    copy = tree;
  }
  CHECK(copy.has_file("a/b"));
}

TEST_CASE("Paths are joined within the root") {
  const struct {
    std::string_view folder, relative;
    std::optional<std::string> expected;
  } rows[] = {
      {"a", "b.md", "a/b.md"}, {"a/b", "../c//./d", "a/c/d"}, {"", "x", "x"},
      {"a", "", "a"},          {"a", "/b/", "a/b"},           {"a", "../..", std::nullopt},
      {"a", "..", ""},         {"", "../x", std::nullopt},    {"a/b", "../../c", "c"},
  };
  for (const auto& row : rows) {
    INFO(row.folder << " + " << row.relative);
    CHECK(join_path(row.folder, row.relative) == row.expected);
  }
}
