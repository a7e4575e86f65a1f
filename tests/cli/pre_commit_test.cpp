// The hooks of .pre-commit-hooks.yaml, run by the real pre-commit on a scratch repository, with the rubric
// that was built beside these tests.

#include <array>
#include <cstdio>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "folder_files.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

struct Ended {
  int status;
  std::string output;  ///< both streams
};

Ended ended(const std::string& command) {
  std::FILE* const pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  std::array<char, 4096> buffer;
  while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
    output.append(buffer.data(), count);
  return {WEXITSTATUS(pclose(pipe)), output};
}

// A repository with a clean commit, and one beside it that has the hooks.
struct Scratch : TemporaryFolder {
  explicit Scratch(const std::string& hook) {
    const std::string hooks = read_all(source_folder() + "/.pre-commit-hooks.yaml");
    REQUIRE_FALSE(hooks.empty());
    write("hooks/.pre-commit-hooks.yaml", hooks);
    REQUIRE(run("cd hooks && git init -q && git add -A && git commit -qm hooks").status == 0);
    std::string revision = run("git -C hooks rev-parse HEAD").output;
    revision.pop_back();
    write("site/.pre-commit-config.yaml",
          "repos: [{repo: " + path + "/hooks, rev: " + revision + ", hooks: [" + hook + "]}]\n");
    write("site/hugo.yaml", "baseURL: https://example.org/\n");
    write("site/content/_index.md", "# Home\n\nSee [the page](/page/).\n");
    write("site/content/page.md", "# Page\n\nFine.\n");
    REQUIRE(in_site("git init -q && git add -A && pre-commit install && git commit -qm first").status == 0);
  }

  Ended run(const std::string& command) const {
    const std::string built = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
    return ended("cd '" + path + "' && export HOME='" + path + "' PRE_COMMIT_HOME='" + path +
                 "/cache' PATH='" + built +
                 "':\"$PATH\" GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a "
                 "GIT_COMMITTER_EMAIL=a@example.org GIT_CONFIG_NOSYSTEM=1 && " +
                 command);
  }
  Ended in_site(const std::string& command) const { return run("cd site && " + command); }

  // Stages everything and commits.
  Ended commit() const { return in_site("git add -A && git commit -qm next"); }
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool is_installed() {
  if (ended("pre-commit --version").status == 0) return true;
  WARN("pre-commit is not installed: the hooks are not tried (scripts/setup --tests installs it)");
  return false;
}

const std::string mistake = "# Page\n\nShe owns a engineering project.\n";

}  // namespace

TEST_CASE("The hook stops a commit with a mistake and lets a clean one pass") {
  if (!is_installed()) return;
  const Scratch scratch("{id: rubric}");
  scratch.write("site/content/a page.md", mistake);
  const Ended stopped = scratch.commit();
  INFO(stopped.output);
  CHECK(stopped.status != 0);
  CHECK(has(stopped.output, "content/a page.md:3:10: error[article-mismatch]"));
  scratch.write("site/content/a page.md", "# Page\n\nShe owns a project, see [home](/).\n");
  CHECK(scratch.commit().status == 0);
  CHECK(scratch.in_site("git status --porcelain").output.empty());
}

TEST_CASE("The hook judges what is staged of a page") {
  if (!is_installed()) return;
  const Scratch scratch("{id: rubric}");
  scratch.write("site/content/page.md", "# Page\n\nBetter.\n");
  REQUIRE(scratch.in_site("git add -A").status == 0);
  scratch.write("site/content/page.md", mistake);
  CHECK(scratch.in_site("git commit -qm next").status == 0);
  CHECK(scratch.read("site/content/page.md") == mistake);

  REQUIRE(scratch.in_site("git add -A").status == 0);
  scratch.write("site/content/page.md", "# Page\n\nBest.\n");
  const Ended stopped = scratch.in_site("git commit -qm next");
  CHECK(stopped.status != 0);
  CHECK(has(stopped.output, "content/page.md:3:10: error[article-mismatch]"));
  CHECK(scratch.read("site/content/page.md") == "# Page\n\nBest.\n");
}

TEST_CASE("The hook runs on all files or named ones where nothing is staged") {
  if (!is_installed()) return;
  const Scratch scratch("{id: rubric}");
  CHECK(scratch.in_site("pre-commit run --all-files").status == 0);
  scratch.write("site/content/page.md", mistake);
  REQUIRE(scratch.in_site("git add -A && git commit -qnm old").status == 0);
  const Ended all = scratch.in_site("pre-commit run --all-files");
  CHECK(all.status != 0);
  CHECK(has(all.output, "content/page.md:3:10: error[article-mismatch]"));
  CHECK(scratch.in_site("pre-commit run --files content/page.md").status != 0);
  CHECK(scratch.in_site("pre-commit run --files content/_index.md").status == 0);
  CHECK(scratch.in_site("git commit -q --allow-empty -m nothing").status == 0);
}

TEST_CASE("The hook tells what a commit breaks elsewhere, and nothing that is old") {
  if (!is_installed()) return;
  const Scratch scratch("{id: rubric}");
  scratch.write("site/content/old.md", "# Old\n\nSee [it](/gone/).\n");
  REQUIRE(scratch.in_site("git add -A && git commit -qnm old").status == 0);
  scratch.write("site/content/new.md", "# New\n");
  CHECK(scratch.commit().status == 0);

  REQUIRE(scratch.in_site("git mv content/page.md content/renamed.md").status == 0);
  const Ended stopped = scratch.in_site("git commit -qm next");
  INFO(stopped.output);
  CHECK(stopped.status != 0);
  CHECK(has(stopped.output, "content/_index.md:3:16: error[link-target-not-found]"));
  CHECK_FALSE(has(stopped.output, "content/old.md"));

  REQUIRE(scratch.in_site("git reset -q --hard && git rm -q content/page.md").status == 0);
  CHECK(scratch.in_site("git commit -qm next").status != 0);  // a commit that only deletes
  scratch.write("site/content/page.md", "# Not tracked\n");
  CHECK(scratch.in_site("git commit -qm next").status != 0);
  REQUIRE(scratch.in_site("git add -A").status == 0);
  CHECK(scratch.in_site("git commit -qm next").status == 0);
}

TEST_CASE("The fixing hook mends what is staged and stops, to be looked at") {
  if (!is_installed()) return;
  const Scratch scratch("{id: rubric-fix}");
  scratch.write("site/content/page.md", mistake);
  const Ended stopped = scratch.commit();
  INFO(stopped.output);
  CHECK(stopped.status != 0);
  CHECK(has(stopped.output, "files were modified by this hook"));
  CHECK(scratch.read("site/content/page.md") == "# Page\n\nShe owns an engineering project.\n");
  CHECK(scratch.commit().status == 0);
}
