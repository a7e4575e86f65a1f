// What is found out about a repository before any page is read.

#include "workspace/repository.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

using Paths = std::vector<std::string>;

Paths sites(std::map<std::string, std::string, std::less<>> files) {
  return find_sites(*list_repository(MemoryFiles(std::move(files))));
}

}  // namespace

TEST_CASE("Every Hugo configuration is a site, but for those that another site holds as a part of itself") {
  CHECK(sites({{"README.md", ""}}) == Paths{});
  CHECK(sites({{"hugo.toml", ""}, {"themes/t/hugo.toml", ""}, {"content/sample/hugo.toml", ""}}) ==
        Paths{""});
  CHECK(sites({{"docs/config/_default/hugo.yaml", ""}, {"blog/hugo.toml", ""}}) == Paths{"blog", "docs"});
  CHECK(sites({{"hugo.toml", ""}, {"exampleSite/hugo.toml", ""}}) == Paths{"", "exampleSite"});
  CHECK(sites({{"old/config.toml", ""}, {"old/content/x.md", ""}}) == Paths{"old"});
  CHECK(sites({{"app/config.yaml", ""}, {"app/main.go", ""}}) == Paths{});
  CHECK(sites({{"zola/config.toml", ""}, {"zola/content/x.md", ""}, {"zola/templates/a.html", ""}}) ==
        Paths{});
}

TEST_CASE("A submodule is a repository of its own, and closed where it is not checked out") {
  const auto repository = list_repository(MemoryFiles({
      {".gitmodules",
       "[submodule \"a\"]\n\tpath = libs/a\n\turl = ../a.git\n[submodule \"b\"]\n\tpath=libs/b\n"},
      {"libs/a/README.md", ""},
      {"libs/a/hugo.toml", ""},
      {"libs/README.md", ""},
  }));
  CHECK(repository->nested == Paths{"libs/a", "libs/b"});
  CHECK(repository->is_foreign("libs/a/README.md"));
  CHECK_FALSE(repository->is_foreign("libs/README.md"));
  CHECK(repository->files.is_closed("libs/b/README.md"));
  CHECK_FALSE(repository->files.is_closed("libs/a/gone.md"));
  CHECK(find_sites(*repository) == Paths{});
}

TEST_CASE("Mounts that leave the site's folder are found without its templates") {
  const MemoryFiles files({
      {"docs/hugo.toml",
       "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
       "[[module.mounts]]\nsource = '../common/text'\ntarget = 'content/common'\n"
       "[[module.mounts]]\nsource = '../../outside'\ntarget = 'content/outside'\n"
       "[[module.mounts]]\nsource = '../img'\ntarget = 'static'\n"},
      {"common/text/a.md", ""},
  });
  const auto repository = list_repository(files);
  CHECK(mounted_from_outside(files, *repository, "docs", "production") == Paths{"common/text"});
}
