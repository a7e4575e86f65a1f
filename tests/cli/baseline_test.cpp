// The baseline as its user meets it: written, named in the configuration, pruned.

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

struct Site : TemporaryFolder {
  Site() {
    write("hugo.yaml", "baseURL: https://example.org/\n");
    write(".rubric.yaml", "rules: {repeated-word: on}\n");
    write("content/_index.md", "# Home\n\nShe owns a engineering project.\n");
    write("content/page.md", "# Page\n\nSee [it](/gone/).\n\nThe the end.\n");
  }

  Ran check(std::vector<std::string> flags) const {
    flags.insert(flags.begin(), {"check", path});
    return rubric_run(std::move(flags));
  }
  void use_baseline() const { write(".rubric.yaml", "baseline: .rubric-baseline\n"); }
  size_t entries() const {
    const std::string text = read(".rubric-baseline");
    return static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) - 2;
  }
};

}  // namespace

TEST_CASE("With a baseline only new findings are reported and fail") {
  const Site site;
  const Ran written = site.check({"--write-baseline"});
  CHECK(written.code == ExitCode::clean);
  CHECK(written.err.find("wrote 3 findings to ") != std::string::npos);
  CHECK(written.err.find("`baseline: .rubric-baseline` in .rubric.yaml") != std::string::npos);
  CHECK(site.entries() == 3);
  CHECK(site.check({}).code == ExitCode::findings);
  CHECK(site.check({"--baseline", site.path + "/.rubric-baseline"}).code == ExitCode::clean);
  site.use_baseline();
  const Ran clean = site.check({});
  CHECK(clean.code == ExitCode::clean);
  CHECK(clean.out == "No findings in 2 files. Not shown: 3 in the baseline.\n");
  CHECK(clean.err.empty());
  CHECK(site.check({"--format", "json"}).out == "[]\n");

  site.write("content/page.md", "# Page\n\nAn line.\n\nMore: see [it](/gone/).\n\nThe the end.\n");
  const Ran one = site.check({"--format", "concise"});
  CHECK(one.code == ExitCode::findings);
  CHECK(one.out.starts_with("content/page.md:3:1: error[article-mismatch]"));
  CHECK(std::count(one.out.begin(), one.out.end(), '\n') == 1);

  // A file of another name, one that is fixed, and one that is new.
  std::filesystem::remove(site.path + "/content/page.md");
  site.write("content/other.md", "# Page\n\nSee [it](/gone/).\n\nThe end. See [it](/lost/).\n");
  const Ran renamed = site.check({"--format", "concise"});
  CHECK(renamed.out.starts_with("content/other.md:5:19: error[link-target-not-found]"));
  CHECK(std::count(renamed.out.begin(), renamed.out.end(), '\n') == 1);
  CHECK(renamed.err == "rubric: 1 finding of the baseline is fixed; --prune-baseline takes it out\n");
  const Ran pruned = site.check({"--prune-baseline"});
  CHECK(pruned.code == ExitCode::findings);
  CHECK(pruned.err.starts_with("rubric: took 1 finding out of "));
  CHECK(site.entries() == 2);
  CHECK(site.read(".rubric-baseline").find("content/other.md\tlink-target-not-found") != std::string::npos);
  CHECK(site.check({}).err.empty());
}

TEST_CASE("A run on a part says nothing of the rest of a baseline") {
  const Site site;
  site.check({"--write-baseline"});
  site.use_baseline();
  site.write("content/page.md", "# Page\n");
  const auto run = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), "check");
    return rubric_run(std::move(flags));
  };
  const std::string page = site.path + "/content/page.md", home = site.path + "/content/_index.md";
  CHECK(run({home}).err.empty());
  CHECK(run({page, "--select", "article-mismatch"}).err.empty());
  CHECK(run({page}).err.find("2 findings of the baseline are fixed") != std::string::npos);
  CHECK(run({home, "--prune-baseline"}).code == ExitCode::clean);
  CHECK(site.entries() == 3);
  CHECK(run({"--write-baseline", home}).code == ExitCode::clean);
  CHECK(site.entries() == 3);
  CHECK(run({"--prune-baseline", page, "--select", "links"}).code == ExitCode::clean);
  CHECK(site.entries() == 2);
}

TEST_CASE("A baseline that cannot be used is a mistake of usage, and is left as it is") {
  const Site site;
  CHECK(site.check({"--prune-baseline"}).code == ExitCode::usage);
  site.use_baseline();
  CHECK(site.check({}).err.find("There is no such baseline") != std::string::npos);
  const std::string conflict = "<<<<<<< ours\n";
  site.write(".rubric-baseline", conflict);
  CHECK(site.check({}).err.find(":1: This is no line of a baseline.") != std::string::npos);
  CHECK(site.check({"--write-baseline"}).code == ExitCode::usage);
  CHECK(site.read(".rubric-baseline") == conflict);
}

TEST_CASE("Unused images stay known: that a baseline names them is no use of them") {
  const Site site;
  site.write("static/old.png", "");
  site.write(".rubric.yaml", "rules: {image-unused: on}\nbaseline: .rubric-baseline\n");
  CHECK(site.check({"--write-baseline"}).err.find("wrote 4 findings") != std::string::npos);
  const Ran ran = site.check({});
  CHECK(ran.err == "");
  CHECK(ran.out.find("4 in the baseline") != std::string::npos);
}
