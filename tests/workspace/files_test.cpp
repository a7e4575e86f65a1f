// The disk as the workspace sees it: listing, reading, Git's ignore rules, and where a site begins.

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "temporary_folder.h"
#include "workspace/file_system.h"
#include "workspace/git.h"
#include "workspace/locate.h"

using namespace rubric;
namespace fs = std::filesystem;

TEST_CASE("Files are listed by their own names, and .git, node_modules and linked folders are left out") {
  const TemporaryFolder folder;
  folder.write("content/A b.md", "x");
  folder.write(".git/config", "x");
  folder.write("node_modules/a/b.md", "x");
  folder.write("sub/.git", "gitdir: elsewhere\n");
  fs::create_directory_symlink(folder.path + "/content", folder.path + "/linked");
  fs::create_symlink("A b.md", folder.path + "/content/same.md");
  fs::create_symlink("loop", folder.path + "/loop");
  const DiskFiles files(folder.path);
  Listing listing = files.list("");
  std::sort(listing.files.begin(), listing.files.end());
  std::sort(listing.closed.begin(), listing.closed.end());
  CHECK(listing.files == std::vector<std::string>{"content/A b.md", "content/same.md"});
  CHECK(listing.links == std::vector<std::string>{"content/same.md"});
  CHECK(listing.closed == std::vector<std::string>{"linked", "loop", "node_modules"});
  CHECK(listing.repositories == std::vector<std::string>{"sub"});
  fs::remove(folder.path + "/content/same.md");
  CHECK(files.list("content").files == std::vector<std::string>{"content/A b.md"});
  CHECK(files.list("no/such/folder").files.empty());
}

TEST_CASE("A folder that cannot be listed is named, and the others are listed") {
  const TemporaryFolder folder;
  folder.write("a/locked/x.md", "x");
  folder.write("b/y.md", "x");
  fs::create_symlink("loop", folder.path + "/b/loop");
  fs::permissions(folder.path + "/a/locked", fs::perms::none);
  const Listing listing = DiskFiles(folder.path).list("");
  fs::permissions(folder.path + "/a/locked", fs::perms::owner_all);
  if (geteuid() == 0) return;  // whom no permission stops
  CHECK(listing.files == std::vector<std::string>{"b/y.md"});
  CHECK(listing.unreadable == std::vector<std::string>{"a/locked"});
}

TEST_CASE("A link is read only where it stays inside the repository") {
  const TemporaryFolder outside;
  outside.write("secret.md", "secret");
  const TemporaryFolder folder;
  folder.write("real.md", "real");
  fs::create_symlink(folder.path + "/real.md", folder.path + "/inside.md");
  fs::create_symlink(outside.path + "/secret.md", folder.path + "/out.md");
  const DiskFiles files(folder.path);
  CHECK(files.read("real.md") == "real");
  CHECK(files.read("inside.md") == "real");
  CHECK_FALSE(files.read("out.md").has_value());
  CHECK_FALSE(files.read("missing.md").has_value());
}

TEST_CASE("Exclusions have the syntax of .gitignore") {
  const IgnoreRules rules = IgnoreRules::from_patterns({"archive/", "/top.md", "**/draft-*.md", "!keep.md"});
  CHECK(rules.ignores("archive/a.md"));
  CHECK(rules.ignores("x/archive/b.md"));
  CHECK(rules.ignores("top.md"));
  CHECK_FALSE(rules.ignores("x/top.md"));
  CHECK(rules.ignores("x/draft-b.md"));
  CHECK_FALSE(rules.ignores("ok.md"));
  CHECK_FALSE(IgnoreRules::from_patterns({}).ignores("a.md"));
}

TEST_CASE("The site, the repository and the configuration are found upward") {
  const TemporaryFolder folder;
  folder.write("docs/hugo.yaml", "title: x\n");
  folder.write("docs/content/a/b.md", "x");
  folder.write("docs/.rubric.yaml", "");
  folder.write("notes/n.md", "x");

  const Location page = locate(folder.path + "/docs/content/a/b.md");
  CHECK(page.repository == folder.path + "/docs");
  CHECK(page.site.empty());
  CHECK(page.configuration == folder.path + "/docs/.rubric.yaml");
  CHECK(locate(folder.path + "/docs").repository == folder.path + "/docs");

  const Location plain = locate(folder.path + "/notes/n.md");
  CHECK(plain.repository == folder.path + "/notes");
  CHECK(plain.configuration.empty());
}

TEST_CASE("A repository bounds the search, and paths are relative to it") {
  const TemporaryFolder folder;
  folder.write("hugo.yaml", "");
  folder.write("clone/docs/config.yaml", "");
  folder.write("clone/docs/content/a.md", "x");
  folder.write("clone/.gitignore", "docs/content/ignored.md\n");
  REQUIRE(std::system(("git init -q " + folder.path + "/clone").c_str()) == 0);

  const Location location = locate(folder.path + "/clone/docs/content/a.md");
  CHECK(location.repository == folder.path + "/clone");
  CHECK(location.site == "docs");
  CHECK(relative_to(location.repository, folder.path + "/clone/docs/content/a.md") == "docs/content/a.md");
  CHECK(relative_to(location.repository, folder.path + "/clone/") == "");
  CHECK(locate(folder.path + "/clone").site.empty());

  const IgnoreRules rules = IgnoreRules::from_work_tree(folder.path + "/clone");
  CHECK(rules.problem().empty());
  CHECK(rules.ignores("docs/content/ignored.md"));
  CHECK_FALSE(rules.ignores("docs/content/a.md"));
}
