// `rubric init` as its user meets it: where it writes, and what it leaves alone.

#include <filesystem>

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

bool exists(const TemporaryFolder& folder, const std::string& file) {
  return std::filesystem::exists(folder.path + "/" + file);
}

}  // namespace

TEST_CASE("init writes into the site's folder, from wherever in the site") {
  const TemporaryFolder repository;
  REQUIRE(std::system(("git init -q " + repository.path).c_str()) == 0);
  repository.write("docs/hugo.yaml", "");
  repository.write("docs/content/a/b.md", "A apple.\n");
  const std::string before = rubric_run({"check", repository.path}).out;
  const Ran ran = rubric_run({"init", repository.path + "/docs/content/a"});
  CHECK(ran.code == ExitCode::clean);
  CHECK(
      ran.out.ends_with(".rubric.yaml, where every setting is a comment yet.\n"
                        "It is for a Hugo site in docs/, 1 page.\n"
                        "Found 1 error in 1 of 1 file (1 fixable with --fix). Next: rubric check\n"));
  CHECK(exists(repository, "docs/.rubric.yaml"));
  CHECK_FALSE(exists(repository, ".rubric.yaml"));
  CHECK(rubric_run({"check", repository.path}).out == before);
}

TEST_CASE("init writes into the repository where its sites are further down, and tells of each") {
  const TemporaryFolder repository;
  REQUIRE(std::system(("git init -q " + repository.path).c_str()) == 0);
  repository.write("docs/hugo.yaml", "");
  repository.write("docs/content/a.md", "Fine.\n");
  repository.write("blog/hugo.yaml", "");
  repository.write("blog/.tool-versions", "hugo 0.111.3\n");
  repository.write("README.md", "Fine.\n");
  CHECK(rubric_run({"init", repository.path}).code == ExitCode::clean);
  const std::string text = repository.read(".rubric.yaml");
  CHECK(text.find("# Found: a Hugo site in blog/, 0 pages.") != std::string::npos);
  CHECK(text.find("# Found: a Hugo site in docs/, 1 page.") != std::string::npos);
  CHECK(text.find("# Found: plain Markdown, 1 page.") != std::string::npos);
  CHECK(text.find("# blog: blog/.tool-versions says that Hugo 0.111.3 builds the site.") !=
        std::string::npos);
  CHECK(rubric_run({"check", repository.path}).code == ExitCode::clean);
}

TEST_CASE("init leaves a configuration that is there as it is, above the site too") {
  const TemporaryFolder repository;
  REQUIRE(std::system(("git init -q " + repository.path).c_str()) == 0);
  repository.write("docs/hugo.yaml", "");
  repository.write(".rubric.yaml", "rules: {}\n");
  const Ran ran = rubric_run({"init", repository.path + "/docs"});
  CHECK(ran.code == ExitCode::usage);
  CHECK(ran.err.find(".rubric.yaml: There is a configuration already, which is left as it is; `rubric init "
                     "--stdout` prints what a new one would be.\n") != std::string::npos);
  CHECK(repository.read(".rubric.yaml") == "rules: {}\n");
  CHECK_FALSE(exists(repository, "docs/.rubric.yaml"));
  const Ran printed = rubric_run({"init", "--stdout", repository.path + "/docs"});
  CHECK(printed.code == ExitCode::clean);
  CHECK(printed.out.starts_with("# "));
  CHECK_FALSE(exists(repository, "docs/.rubric.yaml"));
  CHECK(rubric_run({"init", repository.path + "/nowhere"}).code == ExitCode::usage);
}

TEST_CASE("init writes beside plain Markdown, and over nothing") {
  const TemporaryFolder folder;
  folder.write("README.md", "Fine.\n");
  std::filesystem::create_symlink("elsewhere", folder.path + "/.rubric.yaml");
  CHECK(rubric_run({"init", folder.path}).err.find("is there already") != std::string::npos);
  CHECK_FALSE(exists(folder, "elsewhere"));
  std::filesystem::remove(folder.path + "/.rubric.yaml");
  CHECK(rubric_run({"init", folder.path}).code == ExitCode::clean);
  CHECK(folder.read(".rubric.yaml").find("# Found: plain Markdown, 1 page.") != std::string::npos);
}
