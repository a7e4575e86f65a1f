// What old Hugo does is compared with Hugo itself in tests/conformance/ref_test.cpp; what new Hugo does was
// read in its sources (0.152: hugolib/pagecollections.go, hugolib/content_map_page.go,
// common/paths/pathparser.go).

#include <catch2/catch.hpp>

#include "site/links.h"
#include "site/site.h"

using namespace rubric;

namespace {

// A site of the given files. A path behind `~` is a draft, one behind `@` has the tags "Foo Bar" and "x", one
// behind
// `?` a date at which it will be gone.
struct RefSite {
  SiteConfiguration configuration;
  FileTree files;
  std::optional<Site> site;

  RefSite(HugoVersion version, std::vector<std::string> paths) {
    configuration.hugo = true;
    configuration.content = {{"content", "", ""}};
    configuration.languages = {"en", "de"};
    configuration.taxonomies = {{"tag", "tags"}};
    configuration.dialect.hugo = version;
    std::vector<Page> pages;
    for (std::string& path : paths) {
      Page page;
      page.publication.draft = path.front() == '~';
      if (path.front() == '?') page.publication.expires = 60;
      if (path.front() == '@') page.publication.terms = {"tags/Foo Bar", "tags/x"};
      if (!path.starts_with("content/")) path.erase(0, 1);
      if (!path.ends_with(".md")) continue;
      page.path = path;
      page.kind = PageKind::content;
      page.language = content_file(path, configuration)->language;
      page.anchors = {{"one", {}}};
      page.links.emplace_back().kind = LinkKind::ref;
      pages.push_back(std::move(page));
    }
    files = FileTree(paths);
    site.emplace(configuration, files, std::move(pages));
  }

  std::string judge(std::string_view from, std::string_view target, const RefOptions& options = {}) const {
    const Page* page = site->page_at(from);
    REQUIRE(page != nullptr);
    const std::string packed = std::string(target) + options.language + options.output_format;
    Link link;
    link.kind = LinkKind::ref;
    link.target = std::string_view(packed).substr(0, target.size());
    link.language_size = static_cast<uint8_t>(options.language.size());
    link.output_format_size = static_cast<uint8_t>(options.output_format.size());
    link.miscounted = options.miscounted;
    link.unseen = options.unseen;
    const Resolution resolution = site->resolve(*page, link);
    switch (resolution.fault) {
      case RefFault::ambiguous: {
        std::string list = "ambiguous";
        for (const std::string& candidate : resolution.candidates) list += " " + candidate;
        return list;
      }
      case RefFault::no_page:
        if (!resolution.draft.empty()) return "draft " + resolution.draft;
        return resolution.suggestion.empty() ? "dead" : "dead, meant " + resolution.suggestion;
      case RefFault::bad_url:
        return "bad";
      case RefFault::language:
        return "language " + resolution.wanted;
      case RefFault::output_format:
        return "output format " + resolution.wanted;
      case RefFault::page_format:
        return "page not in " + resolution.wanted;
      case RefFault::miscounted:
        return "miscounted";
      case RefFault::none:
        break;
    }
    if (resolution.outcome == Outcome::anchor_missing) return "no anchor";
    if (resolution.outcome == Outcome::unknowable) return "unknowable";
    return resolution.page == nullptr ? "lives" : resolution.page->path.substr(8);
  }
};

constexpr HugoVersion old_hugo{0, 111, 3};

const std::vector<std::string> small_site = {
    "content/_index.md",   "content/a/_index.md",        "content/a/page.md",
    "@content/a/other.md", "content/a/leaf/index.md",    "content/a/sub/deep.md",
    "content/b/twice.md",  "content/c/twice.md",         "content/c/My File.md",
    "content/v1.2.md",     "~content/a/draft.md",        "content/a/other.de.md",
    "content/web.html",    "content/a/leaf/resource.md", "?content/a/timed.md",
    "?content/b/timed.md"};

void check_old(std::string_view target, std::string_view expected,
               std::string_view from = "content/a/page.md") {
  static const RefSite site(old_hugo, small_site);
  INFO(from << " " << target);
  CHECK(site.judge(from, target) == expected);
}

void check_new(std::string_view target, std::string_view expected,
               std::string_view from = "content/a/page.md") {
  static const RefSite site(current_hugo, small_site);
  INFO(from << " " << target);
  CHECK(site.judge(from, target) == expected);
}

void check_both(std::string_view target, std::string_view expected,
                std::string_view from = "content/a/page.md") {
  check_old(target, expected, from);
  check_new(target, expected, from);
}

}  // namespace

TEST_CASE("ref looks by place") {
  check_both("other", "a/other.md");
  check_both("other.md", "a/other.md");
  check_both("OTHER.html", "a/other.md");
  check_both("a/other", "a/other.md");
  check_both("/a/other.md", "a/other.md");
  check_both("../c/My File.md", "c/My File.md");
  check_both("../c/My%20File", "c/My File.md");
  check_both("/", "_index.md");
  check_both("/a", "a/_index.md");
  check_both("_index.md", "a/_index.md");
  check_both("leaf/", "a/leaf/index.md");
  check_both("leaf/index.md", "a/leaf/index.md");
  check_both("sub/deep", "a/sub/deep.md");
  check_both("web", "unknowable");
  check_both("./other", "a/other.md");
  check_both("../other", "dead, meant /a/other");
  check_both("/b/none", "dead");
  check_both("leaf/resource.md", "dead");
  check_both("/a/leaf/resource", "dead");
  check_both("/a/sub", "dead");
  check_both("/b", "unknowable");  // made by Hugo
}

TEST_CASE("Old Hugo knows a page by its file's path from the root of the project too") {
  check_old("/content/a/sub/deep.md", "a/sub/deep.md");
  check_old("../Content/c/my file.md", "c/My File.md");
  check_old("../content/a/_index.md", "a/_index.md");
  check_old("content/a/page.md", "a/page.md", "content/v1.2.md");
  check_old("content/b/twice.md", "dead, meant /b/twice.md");
  check_old("/content/a/sub/deep", "dead, meant /a/sub/deep");
  check_old("/content/a/other.de.md", "dead");
  check_old("/content/a/leaf/resource.md", "dead");
  check_new("../content/a/sub/deep.md", "a/sub/deep.md", "content/v1.2.md");
}

TEST_CASE("Two slashes below a section count for one to old Hugo") {
  check_old("/a//other", "a/other.md");
  check_old("a//other", "a/other.md", "content/b/twice.md");
  check_old("/a///other", "dead, meant /a/other");
  check_new("/a//other", "unknowable");
}

TEST_CASE("Blanks of Unicode around a path mean nothing to old Hugo") {
  check_old("\u00A0other\u3000", "a/other.md");
  check_old(" /a/other ", "a/other.md");
  check_new("\u00A0other", "unknowable");
  check_new("other\u2003", "unknowable");
}

TEST_CASE("From a leaf bundle ref looks beside the bundle's folder") {
  check_both("other", "a/other.md", "content/a/leaf/index.md");
  check_old("../other", "a/other.md", "content/a/leaf/index.md");
  check_new("../other.md", "a/other.md", "content/a/leaf/index.md");
  check_new("../other", "dead, meant /a/other", "content/a/leaf/index.md");
  check_new("index.md", "a/_index.md", "content/a/leaf/index.md");
}

TEST_CASE("ref looks by name") {
  check_both("deep", "a/sub/deep.md");
  check_both("deep.md#one", "a/sub/deep.md");
  check_both("deep#two", "no anchor");
  check_old("/deep", "a/sub/deep.md");
  check_new("/deep", "dead, meant /a/sub/deep");
  check_new("deep.txt", "a/sub/deep.md");
  check_both("none/deep", "dead, meant /a/sub/deep");
  check_both("./deep", "dead, meant /a/sub/deep");
  check_both("twice", "ambiguous /b/twice /c/twice");
  check_old("/twice.md", "ambiguous /b/twice /c/twice");
  check_both("../b/twice", "b/twice.md");
  check_both("timed", "a/timed.md");
  check_both("timed", "unknowable", "content/c/twice.md");
  check_both("foo-bar", "unknowable");
}

TEST_CASE("A dot in a name is the start of an ending to old Hugo") {
  check_old("v1.2", "dead");
  check_new("v1.2", "v1.2.md");
  check_both("v1.2.md", "v1.2.md");
}

TEST_CASE("A slash at the end means something to old Hugo") {
  check_old("/a/other/", "dead, meant /a/other");
  check_new("/a/other/", "a/other.md");
}

TEST_CASE("Taxonomies and terms are pages") {
  check_both("/tags", "unknowable");
  check_old("/tags/foo-bar", "unknowable");
  check_both("/tags/x", "unknowable");
  check_both("/tags/none", "dead");
}

TEST_CASE("A draft is no page, but to another draft") {
  check_both("draft.md", "draft content/a/draft.md");
  const RefSite site(current_hugo, {"~content/a.md", "~content/b.md"});
  CHECK(site.judge("content/a.md", "b") == "unknowable");
}

TEST_CASE("A section that is a draft has no pages") {
  const std::vector<std::string> files = {"content/a.md", "~content/s/_index.md", "content/s/x.md"};
  CHECK(RefSite(old_hugo, files).judge("content/a.md", "s/x") == "dead");
  CHECK(RefSite(current_hugo, files).judge("content/a.md", "s/x") == "unknowable");
}

TEST_CASE("Content adapters may make any page") {
  const std::vector<std::string> files = {"content/a.md", "content/s/_content.gotmpl"};
  CHECK(RefSite(old_hugo, files).judge("content/a.md", "s/x") == "dead");
  CHECK(RefSite(current_hugo, files).judge("content/a.md", "s/x") == "unknowable");
}

TEST_CASE("ref takes a language and an output format") {
  const RefSite site(current_hugo, small_site);
  const auto judge = [&](std::string_view target, std::string_view language, std::string_view format) {
    return site.judge("content/a/page.md", target,
                      {std::string(language), std::string(format), false, false});
  };
  CHECK(judge("other", "de", "") == "a/other.de.md");
  CHECK(judge("page", "de", "") == "dead");
  CHECK(judge("other", "nl", "") == "language nl");
  CHECK(judge("other", "", "HTML") == "a/other.md");
  CHECK(judge("other", "", "print") == "output format print");
  CHECK(judge("other", "", "rss") == "page not in rss");
  CHECK(judge("none", "", "print") == "dead");
  CHECK(site.judge("content/a/page.md", "", {"", "", true, false}) == "miscounted");
  CHECK(site.judge("content/a/page.md", "other#two", {"", "", false, true}) == "a/other.md");
}

TEST_CASE("ref takes URLs as Go does") {
  check_both("", "lives");
  check_both("#one", "a/page.md");
  check_both("#two", "no anchor");
  check_both("other?x=1#one", "a/other.md");
  check_both("x%zz", "bad");
  check_both("other#%zz", "bad");
  check_both(":x", "bad");
  check_both("1:x", "bad");
  check_both("mailto:x", "lives");
  check_both("https://example.org/a/other", "a/other.md");
  check_both("//example.org/a/none", "dead");
}
