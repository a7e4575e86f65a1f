// Repositories of any make, from the command line: several sites, plain Markdown around them, links, nested
// repositories and hostile names.

#include <algorithm>
#include <filesystem>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/ran.h"
#include "temporary_folder.h"

using namespace rubric;
namespace fs = std::filesystem;

namespace {

struct GitRepository : TemporaryFolder {
  GitRepository() { start(""); }
  void start(const std::string& folder) const {
    fs::create_directories(path + "/" + folder);
    REQUIRE(std::system(("git init -q '" + path + "/" + folder + "'").c_str()) == 0);
  }
};

std::string concise(const std::string& path) {
  return rubric_run({"check", "--format", "concise", path}).out;
}

// The lines that begin with `prefix`, without it.
std::string lines_below(const std::string& text, const std::string& prefix) {
  std::istringstream lines(text);
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(prefix)) found += line.substr(prefix.size()) + "\n";
  }
  return found;
}

// A site with a finding of most kinds; `number` makes it unlike others.
void write_site(const TemporaryFolder& folder, const std::string& at, int number) {
  const std::string name = "p" + std::to_string(number);
  folder.write(at + "hugo.toml",
               number % 2 == 0 ? "uglyURLs = true\n" : "baseURL = 'https://example.org/x/'\n");
  folder.write(at + "layouts/shortcodes/include.html",
               "{{ (resources.Get (.Get 0)).Content | markdownify }}\n");
  folder.write(at + "assets/part.md", "See [it](/" + name + "/) and a apple.\n");
  folder.write(at + "content/_index.md", "{{< include \"part.md\" >}} {{< include \"gone.md\" >}}\n");
  folder.write(at + "content/" + name + ".md",
               "# One\n\n[a](#one) [b](#two) [c](/" + name + ".html) [d](../q/)\n");
  folder.write(at + "README.md", "[page](content/" + name + ".md) [dead](content/q.md) [up](../README.md)\n");
}

}  // namespace

TEST_CASE("A monorepo's sites are judged as each would be alone, and its findings stand in one order") {
  const GitRepository all;
  std::string expected;
  const std::vector<std::string> places = {"a/docs/", "b/", "c/d/e/"};
  for (size_t number = 0; number < places.size(); ++number) {
    write_site(all, places[number], static_cast<int>(number));
  }
  all.write("README.md", "[a](a/docs/content/p0.md#one) [b](b) [c](c/d/e/content/q.md) {{< x >}} a apple\n");
  const std::string found = concise(all.path);
  for (size_t number = 0; number < places.size(); ++number) {
    INFO(places[number]);
    const GitRepository alone;
    // A README beside the site reaches the same files above it.
    const std::string below = places[number] == "b/" ? "b/" : places[number];
    write_site(alone, below, static_cast<int>(number));
    const std::string of_site = lines_below(found, below + "content") + lines_below(found, below + "assets");
    const std::string single = concise(alone.path + "/" + below);
    CHECK(std::count(of_site.begin(), of_site.end(), '\n') >= 4);
    CHECK(of_site == lines_below(single, below + "content") + lines_below(single, below + "assets"));
    CHECK(lines_below(found, below) == lines_below(concise(all.path + "/" + below), below));
  }
  CHECK(lines_below(found, "README.md:") ==
        "1:42: error[link-target-not-found] `c/d/e/content/q.md` leads to no page or file.\n"
        "1:72: error[article-mismatch] `a` before `apple`, which begins with a vowel sound.\n");
  CHECK(found.find("b/README.md:1:30: error[link-target-not-found] `content/q.md`") != std::string::npos);
  std::istringstream lines(found);
  std::vector<std::string> paths;
  for (std::string line; std::getline(lines, line);) paths.push_back(line.substr(0, line.find(':')));
  CHECK(std::is_sorted(paths.begin(), paths.end()));
  const std::string text = rubric_run({"check", all.path}).out;
  CHECK(text.find("Found ") == text.rfind("Found "));
  CHECK(text.find(" of 13 files") != std::string::npos);
}

TEST_CASE("Every page of a monorepo is judged alike when it is named") {
  const GitRepository all;
  write_site(all, "a/", 0);
  write_site(all, "b/", 1);
  all.write("c/notes.md", "[x](gone.md)\n");
  const std::string found = concise(all.path);
  std::string one_by_one;
  std::vector<std::string> pages;
  for (const auto& entry : fs::recursive_directory_iterator(all.path)) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path().string());
  }
  std::sort(pages.begin(), pages.end());
  for (const std::string& page : pages) one_by_one += concise(page);
  CHECK(found == one_by_one);
}

TEST_CASE("What sites mount from outside their folders is theirs, and said once") {
  const GitRepository all;
  for (const std::string site : {"a", "b"}) {
    all.write(site + "/hugo.toml",
              "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
              "[[module.mounts]]\nsource = '../common'\ntarget = 'content/common'\n"
              "[[module.mounts]]\nsource = '../../outside'\ntarget = 'content/outside'\n");
    all.write(site + "/content/" + site + ".md", "[x](/common/text/)\n");
  }
  all.write("common/text.md", "A {{< nothing >}} apple, a apple, [a](/a/).\n");
  all.write("README.md", "[text](common/text.md)\n");
  const std::string found = concise(all.path);
  CHECK(found ==
        "common/text.md:1:7: error[shortcode-unknown] The site has no shortcode `nothing`.\n"
        "common/text.md:1:26: error[article-mismatch] `a` before `apple`, which begins with a vowel sound.\n"
        "common/text.md:1:39: error[link-target-not-found] `/a/` leads to no page or file.\n");
  CHECK(concise(all.path + "/common/text.md") == found);
  CHECK(concise(all.path + "/common") == found);
  CHECK(concise(all.path + "/a") == "");
}

TEST_CASE("`site: plain` says that there is no Hugo site") {
  const GitRepository repository;
  repository.write("docs/hugo.toml", "");
  repository.write("docs/content/a.md", "A {{< nothing >}}, [b](/b/) and [c](b.md).\n");
  repository.write("docs/content/b.md", "");
  CHECK(concise(repository.path).find("shortcode-unknown") != std::string::npos);
  repository.write(".rubric.yaml", "site: plain\n");
  const std::string plain =
      "docs/content/a.md:1:24: error[link-target-not-found] `/b/` leads to no page or file.\n";
  CHECK(concise(repository.path) == plain);
  CHECK(concise(repository.path + "/docs") == plain);
  repository.write("docs/.rubric.yaml", "rules: {}\n");
  CHECK(concise(repository.path).find("shortcode-unknown") != std::string::npos);
  repository.write("docs/.rubric.yaml", "site: docs\n");
  CHECK(rubric_run({"check", repository.path + "/docs"}).err.find("`site` can only be `plain`, not `docs`") !=
        std::string::npos);
}

TEST_CASE("Outside Git the folder that is checked bounds what is known") {
  const TemporaryFolder folder;
  write_site(folder, "docs/", 1);
  folder.write("notes/a.md", "[x](/anything) [y](../README.md) [z](../../README.md) [dead](b.md)\n");
  const std::string found = concise(folder.path);
  CHECK(lines_below(found, "notes/a.md:") ==
        "1:20: error[link-target-not-found] `../README.md` leads to no page or file.\n"
        "1:62: error[link-target-not-found] `b.md` leads to no page or file.\n");
  CHECK(lines_below(found, "docs/content/") == lines_below(concise(folder.path + "/docs"), "content/"));
}

TEST_CASE("Nothing is linted twice, nor what belongs to a repository inside") {
  const GitRepository repository;
  repository.write("README.md",
                   "[sub](libs/sub/README.md#none) [new](new/a.md#x) [same](p/README.md#b) a apple\n");
  repository.write("libs/sub/README.md", "[dead](gone.md)\n");
  repository.start("libs/sub");
  repository.write("p/x.md", "");
  fs::create_symlink("../README.md", repository.path + "/p/README.md");
  fs::create_directory_symlink("p", repository.path + "/new");
  fs::create_directory_symlink("..", repository.path + "/p/loop");
  fs::create_symlink("circle.md", repository.path + "/p/circle.md");
  CHECK(concise(repository.path) ==
        "README.md:1:7: error[anchor-not-found] `libs/sub/README.md` has no anchor `#none`.\n"
        "README.md:1:57: error[anchor-not-found] `p/README.md` has no anchor `#b`.\n"
        "README.md:1:72: error[article-mismatch] `a` before `apple`, which begins with a vowel sound.\n");
  CHECK(concise(repository.path + "/libs/sub") ==
        "README.md:1:8: error[link-target-not-found] `gone.md` leads to no page or file.\n");
}

TEST_CASE("Names of any bytes are safe in text and valid in JSON") {
  const GitRepository repository;
  const std::vector<std::string> names = {
      "a b.md",       "new\nline.md", "\x1b[31mred.md",         "bad\xFF.md",
      "weiß 日本.md", "-rf.md",       "\xE2\x80\xAEmirrored.md"};
  for (const std::string& name : names) repository.write(name, "[x](gone.md) is a apple.\n");
  repository.write("links.md", "[a](a%20b.md) [b](new%0Aline.md) [c](weiß%20日本.md) [d](bad%FF.md)\n");
  const Ran ran = rubric_run({"check", repository.path});
  const auto is_hidden = [](char byte) { return static_cast<unsigned char>(byte) < ' ' && byte != '\n'; };
  CHECK(std::none_of(ran.out.begin(), ran.out.end(), is_hidden));
  CHECK(ran.out.find("new\\nline.md:1:5: error") != std::string::npos);
  CHECK(ran.out.find("Found 14 errors in 7 of 8 files") != std::string::npos);
  const std::string json = rubric_run({"check", "--format", "json", repository.path}).out;
  CHECK(nlohmann::json::parse(json).size() == 14);
  CHECK(concise(repository.path + "/" + names[1]).starts_with("new\\nline.md:1:5: error"));
}
