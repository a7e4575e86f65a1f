// --staged, --since and --changed-lines: what they report on, wherever Git keeps its things, and where they
// end with the command that helps.

#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "cli/git_folder.h"
#include "cli/ran.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

const std::string home = "# Home\n\nSee [the page](/page/).\n";
const std::string page = "# Page\n\nFine.\n";
const std::string mistake = "# Page\n\nShe owns a engineering project.\n";
const std::string told_mistake =
    "content/page.md:3:10: error[article-mismatch] `a` before `engineering`, which begins with a vowel "
    "sound.\n";
const std::string told_dead =
    "content/_index.md:3:16: error[link-target-not-found] `/page/` leads to no page or file.\n";

// A repository with a clean commit, in a folder of its own.
struct Scratch : GitFolder {
  Scratch() {
    write("site/hugo.yaml", "baseURL: https://example.org/\n");
    write("site/content/_index.md", home);
    write("site/content/page.md", page);
    in_site("git init -q -b main && git add -A && git commit -qm first");
  }

  std::string in_site(const std::string& command) const { return must(command, "site"); }
  void write_page(const std::string& text) const { write("site/content/page.md", text); }

  // What rubric says, run in a folder.
  Ran check(std::vector<std::string> flags, const std::string& below = "site") const {
    const fs::path before = fs::current_path();
    fs::current_path(path + "/" + below);
    flags.insert(flags.begin(), {"check", "--format", "concise", "--ignore", "url-lost"});
    const Ran ran = rubric_run(flags);
    fs::current_path(before);
    return ran;
  }
  std::string staged(const std::string& below = "site") const { return check({"--staged"}, below).out; }
  std::string since(const std::string& commit, const std::string& below = "site") const {
    return check({"--since", commit}, below).out;
  }

  // What it says where it does not check.
  std::string refusal(std::vector<std::string> flags, const std::string& below = "site") const {
    const Ran ran = check(std::move(flags), below);
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.out.empty());
    return ran.err;
  }

  // The built rubric, for hooks.
  static std::string built() { return fs::read_symlink("/proc/self/exe").parent_path().string() + "/rubric"; }
};

// A variable of the environment while the test runs.
struct Variable {
  Variable(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
  ~Variable() { unsetenv(name_); }

 private:
  const char* name_;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("What is staged is judged, and nothing else") {
  const Scratch scratch;
  CHECK(scratch.check({"--staged"}).err == "rubric: no Markdown file is staged\n");
  scratch.write_page(mistake);
  CHECK(scratch.staged().empty());
  CHECK(scratch.since("HEAD") == told_mistake);
  scratch.in_site("git add -A");
  scratch.write_page(page);
  scratch.write("site/content/untracked.md", mistake);
  CHECK(scratch.staged() == told_mistake);
  CHECK(has(scratch.since("HEAD"), "content/untracked.md:3:10"));

  // A page that is announced is no part of the commit, and one that is not tracked keeps no link alive.
  scratch.in_site("git reset -q --hard && git add -N content/untracked.md");
  CHECK(scratch.staged().empty());
  scratch.write("site/content/_index.md", "# Home\n\nSee [the page](/untracked/).\n");
  scratch.in_site("git add content/_index.md");
  CHECK(has(scratch.staged(), "content/_index.md:3:16: error[link-target-not-found]"));
  CHECK(has(scratch.since("HEAD"), "content/untracked.md:3:10"));
}

TEST_CASE("A change is blamed for what it breaks on pages that it does not touch") {
  const Scratch scratch;
  scratch.in_site("git mv content/page.md 'content/ein tag.md'");
  CHECK(scratch.staged() == told_dead);
  CHECK(scratch.since("main") == told_dead);
  CHECK(scratch.check({"--staged", "content/ein tag.md"}).out.empty());
  CHECK(scratch.check({"--staged", "content"}).out == told_dead);
  scratch.in_site("git commit -qm renamed");
  CHECK(scratch.staged().empty());
  CHECK(scratch.since("HEAD").empty());
  CHECK(scratch.since("HEAD~1") == told_dead);
  CHECK(scratch.check({}).out == told_dead);
}

TEST_CASE("A branch is judged from where it parted") {
  const Scratch scratch;
  scratch.in_site("git checkout -qb next && git mv content/page.md content/new.md && git commit -qm renamed");
  scratch.in_site("git checkout -q main");
  scratch.write("site/content/other.md", mistake);
  scratch.in_site("git add -A && git commit -qm other && git checkout -q next");
  CHECK(scratch.since("main") == told_dead);
  scratch.in_site("git checkout -q --orphan alone && git commit -qm alone");
  CHECK(has(scratch.refusal({"--since", "main"}), "HEAD and `main` have no commit in common"));
}

TEST_CASE("Of changed pages only changed lines are reported on, and what is new on others") {
  const Scratch scratch;
  scratch.write_page("# Page\n\nShe owns a engine.\n\n## Here\n\nSee [above](#here).\n\nThe the end.\n");
  scratch.in_site("git add -A && git commit -qm more");
  scratch.write_page(
      "# Page\n\nA line.\n\nShe owns a engine.\n\n## There\n\nSee [above](#here).\n\nThe the end of an "
      "meal.\n");
  scratch.in_site("git add -A");
  const std::string lines = scratch.check({"--staged", "--changed-lines"}).out;
  CHECK_FALSE(has(lines, ":5:10: error[article-mismatch]"));
  CHECK(has(lines, ":9:13: error[anchor-not-found]"));
  CHECK(has(lines, ":11:1: error[repeated-word]"));
  CHECK(has(lines, ":11:16: error[article-mismatch]"));
  CHECK(has(scratch.staged(), ":5:10: error[article-mismatch]"));

  // What moved along with its page is as old as it was.
  scratch.in_site("git commit -qm next && git mv content/page.md content/renamed.md");
  CHECK(scratch.check({"--staged", "--changed-lines"}).out == told_dead);
  CHECK(has(scratch.refusal({"--changed-lines"}), "--changed-lines needs --staged or --since"));
  CHECK(has(scratch.refusal({"--staged", "--changed-lines", "--fix"}), "--fix excludes --changed-lines"));
}

TEST_CASE("Known findings stay known, and the rules are those of now") {
  const Scratch scratch;
  scratch.write_page(mistake);
  scratch.in_site("git add -A && git commit -qm mistake");
  const Ran written = scratch.check({"--write-baseline"});
  CHECK(written.code == ExitCode::clean);
  scratch.write("site/.rubric.yaml", "baseline: .rubric-baseline\nrules: {page-orphaned: on}\n");
  scratch.write_page(mistake + "\nThe the end.\n");
  scratch.in_site("git add -A");
  CHECK(has(scratch.staged(), "content/page.md:5:1"));
  CHECK_FALSE(has(scratch.staged(), "content/page.md:3:10"));
  CHECK(has(scratch.refusal({"--staged", "--prune-baseline"}), "--prune-baseline excludes --staged"));
}

TEST_CASE("To fix what is staged never takes what is not") {
  const Scratch scratch;
  scratch.write_page(mistake);
  scratch.in_site("git add -A");
  const Ran fixed = scratch.check({"--staged", "--fix"});
  CHECK(fixed.code == ExitCode::clean);
  CHECK(has(fixed.err, "fixed 1 finding in the work tree, which `git add` stages"));
  CHECK(scratch.read("site/content/page.md") == "# Page\n\nShe owns an engineering project.\n");
  CHECK(scratch.staged() == told_mistake);

  scratch.write_page("# Page\n\nUnstaged.\n");
  const Ran refused = scratch.check({"--staged", "--fix"});
  CHECK(refused.code == ExitCode::usage);
  CHECK(has(refused.err, "content/page.md: not fixed, since it has changes that are not staged"));
  CHECK(refused.out == told_mistake);
  CHECK(scratch.read("site/content/page.md") == "# Page\n\nUnstaged.\n");

  scratch.write("site/content/other.md", "# Other\n\nThe the end.\n");
  scratch.in_site("git add -A && git commit -qm other");
  scratch.write_page(mistake);
  CHECK(scratch.check({"--since", "HEAD", "--fix"}).code == ExitCode::clean);
  CHECK(scratch.read("site/content/other.md") == "# Other\n\nThe the end.\n");
}

TEST_CASE("A hook sees what `git commit FILE` takes, in a linked work tree too") {
  const Scratch scratch;
  scratch.write("site/.git/hooks/pre-commit", "#!/bin/sh\nexec " + Scratch::built() +
                                                  " check --staged --format concise --ignore url-lost\n");
  scratch.in_site("chmod +x .git/hooks/pre-commit && git worktree add -q ../linked -b linked");
  for (const std::string folder : {"site", "linked"}) {
    INFO(folder);
    scratch.write(folder + "/content/page.md", mistake);
    scratch.write(folder + "/content/_index.md", "# Home\n\nThe the home.\n");
    scratch.must("git add content/_index.md", folder);
    const auto ended = scratch.run("git commit -qm next content/page.md", folder);
    CHECK(ended.status != 0);
    CHECK(ended.output == told_mistake);
    CHECK(scratch.run("git commit -qm next", folder).output ==
          "content/_index.md:3:1: error[repeated-word] `The` is repeated.\n");
    scratch.write(folder + "/content/page.md", page + "\nFiner.\n");
    scratch.must("git commit -qm next content/page.md", folder);
  }
}

TEST_CASE("The repository may be where GIT_DIR says") {
  const Scratch scratch;
  scratch.in_site("git mv content/page.md content/new.md && mv .git ../apart.git");
  CHECK(has(scratch.refusal({"--staged"}), "is in no Git repository, which --staged needs"));
  const Variable repository("GIT_DIR", scratch.path + "/apart.git");
  CHECK(scratch.staged() == told_dead);
  const Variable tree("GIT_WORK_TREE", scratch.path + "/site");
  CHECK(scratch.staged() == told_dead);
  CHECK(scratch.staged("site/content") == told_dead);
}

TEST_CASE("A submodule is the site's as it is on the disk, and a repository of its own") {
  const Scratch scratch;
  scratch.write("theme/layouts/shortcodes/box.html", "<b>{{ .Get 0 }}</b>\n");
  scratch.write("theme/README.md", "# Theme\n");
  scratch.must("git init -q && git add -A && git commit -qm theme", "theme");
  scratch.in_site("git -c protocol.file.allow=always submodule add -q ../theme themes/theme");
  scratch.write("site/hugo.yaml", "baseURL: https://example.org/\ntheme: theme\n");
  scratch.write_page("# Page\n\n{{< box a >}} {{< bix b >}}\n");
  scratch.in_site("git add -A");
  CHECK(scratch.staged() ==
        "content/page.md:3:19: error[shortcode-unknown] The site has no shortcode `bix`.\n");
  scratch.write("site/themes/theme/README.md", "# Theme\n\nThe the end.\n");
  scratch.in_site("git -C themes/theme add -A");
  CHECK_FALSE(has(scratch.staged(), "README"));
  CHECK(has(scratch.staged("site/themes/theme"), "README.md:3:1"));
}

TEST_CASE("What a sparse checkout leaves out is there, and a sparse index is refused") {
  const Scratch scratch;
  scratch.write("site/content/a/a.md", "# A\n");
  scratch.write("site/content/b/b.md", "# B\n\nSee [a](/a/a/).\n");
  scratch.in_site("git add -A && git commit -qm more && git sparse-checkout set --no-sparse-index content/b");
  REQUIRE_FALSE(fs::exists(scratch.path + "/site/content/a"));
  CHECK(scratch.since("HEAD").empty());
  scratch.write("site/content/b/b.md", "# B\n\nSee [a](/a/a/) and [c](/c/).\n");
  const std::string dead =
      "content/b/b.md:3:24: error[link-target-not-found] `/c/` leads to no page or file.\n";
  CHECK(scratch.since("HEAD") == dead);
  scratch.in_site("git add -A");
  CHECK(scratch.staged() == dead);
  scratch.in_site("git sparse-checkout set --sparse-index content/b");
  const std::string command = "git -C " + scratch.path + "/site sparse-checkout reapply --no-sparse-index";
  CHECK(has(scratch.refusal({"--staged"}), "`" + command + "`"));
  CHECK(has(scratch.refusal({"--since", "main"}), "`" + command + "`"));
  scratch.must(command);
  CHECK(scratch.staged() == dead);
}

TEST_CASE("A split index, a conflict, and a repository without a commit") {
  const Scratch scratch;
  scratch.in_site("git update-index --split-index");
  CHECK(has(scratch.refusal({"--staged"}), "update-index --no-split-index`"));
  scratch.in_site("git update-index --no-split-index && git checkout -qb other");
  scratch.write_page(page + "\nOne.\n");
  scratch.in_site("git commit -qam one && git checkout -q main");
  scratch.write_page(page + "\nTwo.\n");
  scratch.in_site("git commit -qam two && ! git merge -q other");
  CHECK(has(scratch.refusal({"--staged"}), "`content/page.md` is not merged yet"));
  CHECK(scratch.check({"--since", "HEAD"}).code != ExitCode::usage);

  scratch.in_site("rm -rf .git && git init -q && git add -A");
  CHECK(has(scratch.refusal({"--since", "HEAD"}), "There is no commit yet"));
  scratch.write_page(mistake);
  scratch.in_site("git add -A");
  CHECK(scratch.staged() == told_mistake);
}

TEST_CASE("A clone without the history that is asked for is told what to run") {
  const Scratch scratch;
  scratch.in_site("git checkout -qb next && git mv content/page.md content/new.md && git commit -qm renamed");
  scratch.in_site("git checkout -q main && git commit -q --allow-empty -m more");
  scratch.must("git clone -q --depth 1 --no-single-branch --branch next \"file://$PWD/site\" clone");
  CHECK(has(scratch.refusal({"--since", "origin/main"}, "clone"),
            "is shallow and does not reach back to where HEAD and `origin/main` parted; `git -C " +
                scratch.path + "/clone fetch --unshallow origin`"));
  CHECK(has(scratch.refusal({"--since", "0000000000000000000000000000000000000000"}, "clone"),
            "is no commit, branch or tag that this clone knows"));
  CHECK(has(scratch.refusal({"--since", ""}, "clone"), "got an empty one"));
  scratch.must("git fetch -q --depth 2 origin", "clone");
  CHECK(scratch.since("origin/main", "clone") == told_dead);
  scratch.must("git fetch -q --unshallow origin", "clone");
  CHECK(scratch.since("origin/main", "clone") == told_dead);
}

TEST_CASE("A clone that lacks files is told what to run") {
  const Scratch scratch;
  scratch.in_site("git config uploadpack.allowFilter true");
  scratch.must("git clone -q --no-checkout --filter=blob:none \"file://$PWD/site\" clone");
  scratch.must("git read-tree HEAD && git rm -q --cached content/page.md", "clone");
  const std::string refusal = scratch.refusal({"--staged"}, "clone");
  CHECK(has(refusal, "the clone is partial; `git fetch --refetch --no-filter origin`"));
  scratch.must("git fetch -q --refetch --no-filter origin", "clone");
  CHECK(scratch.staged("clone") == told_dead);
}

TEST_CASE("Another user's clone is told how to be trusted") {
  if (geteuid() != 0) return;  // nobody else can give a folder away
  const Scratch scratch;
  REQUIRE(chown((scratch.path + "/site").c_str(), 12345, 12345) == 0);
  REQUIRE(chown((scratch.path + "/site/.git").c_str(), 12345, 12345) == 0);
  CHECK(has(scratch.refusal({"--staged"}),
            "`git config --global --add safe.directory " + scratch.path + "/site`"));
}

TEST_CASE("A page that moves owes an alias, which is put where its front matter has them") {
  const Scratch scratch;
  scratch.write("site/content/away.md", "---\ntitle: Away\naliases:\n  - /off/\n---\n\nTwenty-five days.\n");
  scratch.in_site("git add -A && git commit -qm more && git mv content/away.md content/leave.md");
  const fs::path before = fs::current_path();
  fs::current_path(scratch.path + "/site");
  const Ran ran = rubric_run({"check", "--staged", "--format", "concise"});
  CHECK(ran.out ==
        "content/leave.md:1:1: warning[url-lost] `/away/` led to this page and leads nowhere now.\n");
  CHECK(rubric_run({"check", "--staged", "--unsafe-fixes"}).code == ExitCode::clean);
  CHECK(scratch.read("site/content/leave.md") ==
        "---\ntitle: Away\naliases:\n  - /off/\n  - /away/\n---\n\nTwenty-five days.\n");
  CHECK(rubric_run({"check", "--since", "HEAD"}).code == ExitCode::clean);
  CHECK(rubric_run({"check"}).code == ExitCode::clean);
  fs::current_path(before);
}

TEST_CASE("What moves and changes its URL by configuration owes an alias as well") {
  const Scratch scratch;
  scratch.write("site/hugo.yaml", "baseURL: https://example.org/\nuglyURLs: true\n");
  scratch.in_site("git mv content/page.md content/new.md && git add -A");
  const fs::path before = fs::current_path();
  fs::current_path(scratch.path + "/site");
  const Ran ran = rubric_run({"check", "--staged", "--format", "concise"});
  CHECK(has(ran.out, "content/new.md:1:1: warning[url-lost] `/page/`"));
  CHECK(has(ran.out, "content/_index.md:3:16: error[link-target-not-found]"));
  fs::current_path(before);
}
