// Links of Markdown outside a Hugo site, as GitHub and GitLab follow them.

#include <catch2/catch.hpp>

#include "site/site.h"

using namespace rubric;

namespace {

// A repository of files with their texts; what is not Markdown may be empty.
struct PlainRepository {
  using Texts = std::map<std::string, std::string>;

  SiteConfiguration configuration;
  FileTree files;
  std::optional<Site> site;

  explicit PlainRepository(const Texts& texts, std::vector<std::string> closed = {}) {
    std::vector<std::string> paths;
    for (const auto& [path, text] : texts) paths.push_back(path);
    files = FileTree(paths, std::move(closed));
    configuration.hosting = read_code_hosting(files);
    std::vector<Page> pages;
    for (const auto& [path, text] : texts) {
      if (path.ends_with(".md")) pages.push_back(read_page(Document(path, text, Dialect{}), configuration));
    }
    site.emplace(configuration, files, std::move(pages));
  }

  std::string judge(std::string_view from, std::string_view target, LinkKind kind = LinkKind::inlined) const {
    const Page* page = site->page_at(from);
    REQUIRE(page != nullptr);
    Link link;
    link.kind = kind;
    link.target = target;
    const Resolution resolution = site->resolve(*page, link);
    const std::string near = (resolution.certain ? " surely " : " ") + resolution.suggestion;
    switch (resolution.outcome) {
      case Outcome::found:
        return "found";
      case Outcome::external:
        return "external";
      case Outcome::unknowable:
        return "unknowable";
      case Outcome::target_missing:
        return "missing " + resolution.wanted + near;
      case Outcome::anchor_missing:
        return "anchor " + resolution.wanted + near;
      case Outcome::anchor_unverified:
        return "unverified " + resolution.wanted;
    }
    return "";
  }
};

const PlainRepository::Texts project = {
    {"README.md", "# My Tool\n\n## Setup & Config\n\n## Same\n\n## Same\n"},
    {"docs/README.md", "# Guide\n"},
    {"docs/a.md", "# A\n"},
    {"docs/with space/Über.md", "# Größe\n"},
    {"docs/100%25.md", ""},
    {"pages/index.md", "# Start\n"},
    {"src/x.cpp", ""},
    {"img/Logo.png", ""},
    {"site/page.md", ""},
    {"docs/pull_request_template.md", ""},
};

void check(std::string_view from, std::string_view target, std::string_view expected,
           LinkKind kind = LinkKind::inlined) {
  static const PlainRepository repository(project);
  INFO(from << " " << target);
  CHECK(repository.judge(from, target, kind) == expected);
}

}  // namespace

TEST_CASE("A plain link leads from the file's folder, or from the repository's root") {
  check("README.md", "docs/a.md", "found");
  check("README.md", "./docs/a.md", "found");
  check("docs/a.md", "../README.md", "found");
  check("docs/a.md", "/README.md", "found");
  check("docs/a.md", "/docs/a.md?plain=1#L3", "found");
  check("docs/a.md", "README.md", "found");
  check("docs/a.md", "https://example.org/x", "external");
  check("README.md", "docs/gone.md", "missing docs/gone.md ");
  check("docs/a.md", "/docs/gone.md", "missing docs/gone.md ");
  check("docs/a.md", "docs/a.md", "missing docs/docs/a.md ");
  check("README.md", "img/Logo.png", "found", LinkKind::image);
  check("README.md", "img/Logo.png", "found", LinkKind::html_file);
  check("README.md", "img/none.png", "missing img/none.png ", LinkKind::image);
}

TEST_CASE("A link to a folder shows its README") {
  check("README.md", "docs/", "found");
  check("README.md", "docs", "found");
  check("README.md", ".", "found");
  check("docs/a.md", "..", "found");
  check("README.md", "docs#guide", "found");
  check("README.md", "docs/#gide", "anchor #gide #guide");
  check("README.md", "pages#start", "found");
  check("README.md", "src#anything", "found");
}

TEST_CASE("Names with blanks, escapes and other scripts") {
  check("README.md", "docs/with%20space/%C3%9Cber.md#gr%C3%B6%C3%9Fe", "found");
  check("README.md", "docs/with space/Über.md", "found");
  check("README.md", "docs/100%2525.md", "found");
  check("README.md", "docs/100%25.md", "found");  // as it is written
  // Decomposed: some systems find it, some do not.
  check("README.md",
        "docs/with%20space/U\xCC\x88"
        "ber.md",
        "unknowable");
}

TEST_CASE("What is dead, and what was meant") {
  check("README.md", "docs/A.md", "missing docs/A.md surely docs/a.md");
  check("README.md", "Docs/a.md#a", "missing Docs/a.md surely docs/a.md#a");
  check("docs/a.md", "/DOCS/a.md", "missing DOCS/a.md surely /docs/a.md");
  check("README.md", "img/logo.png", "missing img/logo.png surely img/Logo.png", LinkKind::image);
  check("README.md", "docs\\a.md", "missing docs\\a.md surely docs/a.md");
  check("README.md", "docs/a", "missing docs/a docs/a.md");
  check("README.md", "Docs", "missing Docs docs/README.md");
  check("README.md", "docs/b.md#none", "missing docs/b.md ");
}

TEST_CASE("What a code host or a reader has to add is not judged") {
  check("README.md", "../../issues", "unknowable");
  check("docs/a.md", "../../../wiki/Home", "unknowable");
  check("README.md", "site/page.html", "unknowable");
  check("README.md", "docs/<name>.md", "unknowable");
  check("README.md", "docs/${version}.md", "unknowable");
  check("README.md", "@site/docs/x.md", "unknowable");
  check("docs/pull_request_template.md", "CONTRIBUTING.md", "unknowable");
}

TEST_CASE("Fragments are ids as GitHub or GitLab gives them") {
  check("README.md", "#my-tool", "found");
  check("README.md", "#user-content-my-tool", "found");
  check("README.md", "#setup--config", "found");
  check("README.md", "#setup-config", "found");
  check("README.md", "#same-1", "found");
  check("README.md", "#same-2", "anchor #same-2 #same-1");
  check("README.md", "#my_tool", "anchor #my_tool #my-tool");
  check("README.md", "#My-Tool", "unknowable");  // GitHub does not mind
  check("README.md", "#", "found");
  check("README.md", "#top", "found");
  check("README.md", "#readme", "found");
  check("README.md", "#L10", "found");
  check("README.md", "#fn-1", "found");
  check("README.md", "src/x.cpp#L10-L20", "found");
  check("README.md", "docs/a.md#b", "anchor #b #a");
}

TEST_CASE("Where the host is certain its own rule holds") {
  PlainRepository::Texts texts = {{"README.md", "# Setup & Config\n"}};
  texts[".github/workflows/ci.yml"] = "";
  const PlainRepository github(texts);
  CHECK(github.judge("README.md", "#setup--config") == "found");
  CHECK(github.judge("README.md", "#setup-config") == "anchor #setup-config #setup--config");
  CHECK(github.judge("README.md", "#Setup--Config") == "unknowable");
  const PlainRepository gitlab(
      PlainRepository::Texts{{"README.md", "# Setup & Config\n"}, {".gitlab-ci.yml", ""}});
  CHECK(gitlab.judge("README.md", "#setup-config") == "found");
  CHECK(gitlab.judge("README.md", "#Setup-Config") == "anchor #Setup-Config surely #setup-config");
  texts[".gitlab-ci.yml"] = "";
  CHECK(PlainRepository(texts).judge("README.md", "#setup-config") == "found");
}

TEST_CASE("Another site generator may give links a meaning of its own") {
  PlainRepository::Texts texts = project;
  texts["mkdocs.yml"] = "";
  texts["docs/sub/b.md"] = "# What's new\n";
  const PlainRepository published(texts);
  const auto judge = [&](std::string_view target, LinkKind kind = LinkKind::inlined) {
    return published.judge("docs/sub/b.md", target, kind);
  };
  CHECK(judge("/anywhere/") == "unknowable");
  CHECK(judge("../elsewhere/") == "unknowable");
  CHECK(judge("../x.html") == "unknowable");
  CHECK(judge("../../img/none.png", LinkKind::html_file) == "unknowable");
  CHECK(judge("../../a.md") == "unknowable");  // from the page's URL
  CHECK(judge("docs/a.md") == "unknowable");   // from the root
  CHECK(judge("../gone.md") == "missing docs/gone.md ");
  CHECK(judge("../a.md") == "found");
  CHECK(judge("#what-s-new") == "unknowable");
  CHECK(judge("#nothing-like-it") == "anchor #nothing-like-it ");
  // So may a page with front matter belong to one.
  const PlainRepository titled(
      PlainRepository::Texts{{"x/a.md", "---\ntitle: A\n---\n\n# A b\n"}, {"x/b.md", "# A b\n"}});
  CHECK(titled.judge("x/a.md", "/y/") == "unknowable");
  CHECK(titled.judge("x/a.md", "#a_b") == "unknowable");
  CHECK(titled.judge("x/b.md", "/y/") == "missing y ");
  CHECK(titled.judge("x/b.md", "#a_b") == "anchor #a_b #a-b");
}

TEST_CASE("Into what is closed nobody can look") {
  const PlainRepository repository(PlainRepository::Texts{{"README.md", ""}}, {"docs/latest", "themes/t"});
  CHECK(repository.judge("README.md", "docs/latest") == "unknowable");
  CHECK(repository.judge("README.md", "docs/latest/a.md#x") == "unknowable");
  CHECK(repository.judge("README.md", "themes/t/") == "unknowable");
  CHECK(repository.judge("README.md", "docs/later") == "missing docs/later ");
}

TEST_CASE("A page of very many headings is judged like any other") {
  std::string text;
  for (int number = 0; number < 3000; ++number) text += "# Part " + std::to_string(number) + "\n\n";
  const PlainRepository repository({{"README.md", text}});
  CHECK(repository.judge("README.md", "#part-2999") == "found");
  CHECK(repository.judge("README.md", "#Part-1234") == "unknowable");
  CHECK(repository.judge("README.md", "#part-1234x") == "anchor #part-1234x #part-1234");
  CHECK(repository.judge("README.md", "#zzz") == "anchor #zzz ");
}

TEST_CASE("Files tell who shows and who publishes a repository") {
  const auto read = [](std::vector<std::string> files) {
    return read_code_hosting(FileTree(std::move(files)));
  };
  CHECK(read({"README.md"}).github);
  CHECK(read({"README.md"}).gitlab);
  CHECK_FALSE(read({".github/CODEOWNERS"}).gitlab);
  CHECK_FALSE(read({".gitlab-ci.yml"}).github);
  CHECK(read({".gitlab-ci.yml", ".github/CODEOWNERS"}).github);
  CHECK_FALSE(read({"README.md", "docs/a.md"}).may_publish("docs/a.md"));
  CHECK(read({"mkdocs.yml"}).may_publish("docs/a.md"));
  CHECK(read({"website/docusaurus.config.ts"}).may_publish("docs/a.md"));
  CHECK(read({"docs/.vitepress/config.mts"}).may_publish("docs/a.md"));
  CHECK(read({"x/docs/conf.py"}).may_publish("x/README.md"));
  CHECK_FALSE(read({"x/docs/conf.py"}).may_publish("y/README.md"));
  CHECK(read({"config.toml", "templates/page.html", "content/_index.md"}).may_publish("content/a.md"));
}
