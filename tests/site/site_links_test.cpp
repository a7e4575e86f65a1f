#include <catch2/catch.hpp>

#include "site/site.h"

using namespace rubric;

namespace {

SiteConfiguration hugo_site() {
  SiteConfiguration configuration;
  configuration.hugo = true;
  configuration.content = {{"content", "", ""}};
  configuration.statics = {{"static", "", ""}};
  configuration.assets = {{"assets", "", ""}};
  configuration.languages = {"en"};
  configuration.taxonomies = {{"tag", "tags"}};
  return configuration;
}

// A site of the given files; every page has the anchors "one" and "Two". A path behind `~` is a draft, one
// behind `!` is never rendered.
struct SmallSite {
  SiteConfiguration configuration;
  FileTree files;
  std::optional<Site> site;

  SmallSite(SiteConfiguration settings, std::vector<std::string> paths) : configuration(std::move(settings)) {
    std::vector<Page> pages;
    for (std::string& path : paths) {
      Page page;
      page.publication.draft = path.front() == '~';
      if (path.front() == '!') page.publication.render = Render::never;
      if (path.front() == '~' || path.front() == '!') path.erase(0, 1);
      if (!path.ends_with(".md")) continue;
      page.path = path;
      page.kind = page_kind(path, configuration).value_or(PageKind::plain);
      if (const auto file = content_file(path, configuration)) page.language = file->language;
      page.anchors = {{"one", {}}, {"Two", {}}};
      if (path.ends_with("open.md")) page.open = true;
      pages.push_back(std::move(page));
    }
    files = FileTree(paths);
    site.emplace(configuration, files, std::move(pages));
  }

  std::string judge(std::string_view from, std::string_view target, LinkKind kind = LinkKind::inlined) const {
    const Page* page = site->page_at(from);
    REQUIRE(page != nullptr);
    Link link;
    link.kind = kind;
    link.target = target;
    const Resolution resolution = site->resolve(*page, link);
    switch (resolution.outcome) {
      case Outcome::found:
        return "found";
      case Outcome::external:
        return "external";
      case Outcome::unknowable:
        return "unknowable";
      case Outcome::target_missing:
        return "missing " + resolution.wanted + " " + resolution.suggestion;
      case Outcome::anchor_missing:
        return "anchor " + resolution.wanted + " " + resolution.suggestion;
      case Outcome::anchor_unverified:
        return "unverified " + resolution.wanted;
    }
    return "";
  }
};

const SmallSite& plain_hugo() {
  static const SmallSite site(
      hugo_site(),
      {"content/_index.md", "content/a/_index.md", "content/a/page.md", "content/a/Other.md",
       "content/a/pic.png", "content/a/bundle/index.md", "content/a/bundle/pic.png",
       "content/a/bundle/extra.md", "~content/a/draft.md", "!content/a/never.md", "content/lone/deep/x.md",
       "content/lone/deep/open.md", "content/raw.html", "static/img/Logo.png", "static/my file.pdf",
       "static/handmade/index.html", "assets/css/site.css", "README.md"});
  return site;
}

void check(std::string_view from, std::string_view target, std::string_view expected,
           LinkKind kind = LinkKind::inlined) {
  INFO(from << " " << target);
  CHECK(plain_hugo().judge(from, target, kind) == expected);
}

}  // namespace

TEST_CASE("Links resolve from the page's URL as browsers do") {
  check("content/a/page.md", "/a/page/", "found");
  check("content/a/page.md", "/a/page", "found");
  check("content/a/page.md", "/a/page/index.html", "found");
  check("content/a/page.md", "../other/", "found");
  check("content/a/page.md", "other/", "missing /a/page/other/ ../other/");
  check("content/a/_index.md", "other/", "found");
  check("content/a/page.md", "../../..", "found");
  check("content/a/page.md", "?q=1", "found");
  check("content/a/page.md", "https://x.org/", "external");
  check("content/a/page.md", "{{ .URL }}", "unknowable");
  check("content/a/page.md", "other.md", "missing /a/page/other.md ../other/");
  check("content/a/page.md", "/A/Page/", "missing /A/Page/ /a/page/");
  check("content/a/page.md", "/a/paeg/#one", "missing /a/paeg/ /a/page/#one");
  check("content/a/page.md", "/b/page/", "missing /b/page/ ");
  check("content/a/page.md", "/zzz/", "missing /zzz/ ");
}

TEST_CASE("What Hugo publishes besides Markdown pages is found") {
  check("content/_index.md", "/lone/", "found");
  check("content/_index.md", "/lone/deep/", "missing /lone/deep/ ");
  check("content/_index.md", "/raw/", "found");
  check("content/_index.md", "/tags/", "found");
  check("content/_index.md", "/tags/x/", "missing /tags/x/ ");
  check("content/_index.md", "/a/page/2/", "unknowable");
  check("content/_index.md", "/a/page/99/", "missing /a/page/99/ ");
  check("content/_index.md", "/a/other/page/2/", "missing /a/other/page/2/ ");
  check("content/_index.md", "/a/index.xml", "unknowable");
  check("content/_index.md", "/a/other/index.xml", "missing /a/other/index.xml ");
  check("content/_index.md", "/handmade/", "found");
  check("content/_index.md", "/handmade", "found");
  check("content/_index.md", "/img/Logo.png", "found");
  check("content/_index.md", "/img/logo.png", "missing /img/logo.png /img/Logo.png", LinkKind::image);
  check("content/_index.md", "/my%20file.pdf", "found");
  check("content/_index.md", "/css/site.css", "unknowable", LinkKind::html);
}

TEST_CASE("A bundle's files are found beside its page") {
  check("content/a/bundle/index.md", "pic.png", "found", LinkKind::image);
  check("content/a/bundle/index.md", "/a/bundle/extra/", "missing /a/bundle/extra/ ");
  check("content/a/_index.md", "pic.png", "found", LinkKind::image);
  check("content/a/page.md", "pic.png", "missing /a/page/pic.png ../pic.png", LinkKind::image);
}

TEST_CASE("A letter and its accent in another composition are no dead link") {
  const SmallSite site(hugo_site(), {"content/na\u00efve.md", "content/a.md", "static/u\u0308ber.png"});
  CHECK(site.judge("content/a.md", "/nai\u0308ve/#one") == "found");
  CHECK(site.judge("content/a.md", "/nai%CC%88ve/#none") == "anchor #none #one");
  CHECK(site.judge("content/a.md", "/\u00fcber.png", LinkKind::image) == "found");
  CHECK(site.judge("content/a.md", "/naive/") == "missing /naive/ ");
  Link link;
  link.target = "/nai\u0308ve/#one";
  const auto detour = site.site->detour(*site.site->page_at("content/a.md"), link);
  REQUIRE(detour);
  CHECK(detour->straight == "/na\u00efve/#one");
}

TEST_CASE("A page that is scheduled is not judged, one of the far future is dead") {
  SiteConfiguration configuration = hugo_site();
  configuration.now = 1000;
  std::vector<Page> pages;
  const auto add = [&](const char* path, int32_t appears, int32_t expires = Publication::no_date) {
    Page& page = pages.emplace_back();
    page.path = path;
    page.kind = PageKind::content;
    page.publication.appears = appears;
    page.publication.expires = expires;
  };
  add("content/a.md", 999);
  add("content/b.md", 1001);
  add("content/c.md", 1000 + 400 * 24 * 60);
  add("content/d.md", 0, 1001);
  add("content/e.md", 0, 999);
  const FileTree files({"content/a.md", "content/b.md", "content/c.md", "content/d.md", "content/e.md"});
  const Site site(configuration, files, std::move(pages));
  const auto judge = [&](const char* from, std::string_view target) {
    Link link;
    link.target = target;
    return site.resolve(*site.page_at(from), link).outcome;
  };
  CHECK(judge("content/a.md", "/a/") == Outcome::found);
  CHECK(judge("content/a.md", "/b/") == Outcome::unknowable);
  CHECK(judge("content/a.md", "/c/") == Outcome::target_missing);
  CHECK(judge("content/a.md", "/d/") == Outcome::found);
  CHECK(judge("content/a.md", "/e/") == Outcome::target_missing);
  // Who sees the one draft sees the other.
  CHECK(judge("content/c.md", "/e/") == Outcome::unknowable);
  CHECK(judge("content/c.md", "/z/") == Outcome::target_missing);
}

TEST_CASE("Addresses on the site's own host are judged like links from its root") {
  SiteConfiguration configuration = hugo_site();
  configuration.base_host = "https://docs.example.org";
  configuration.base_path = "/hb/";
  const SmallSite site(configuration, {"content/_index.md", "content/a.md"});
  CHECK(site.judge("content/a.md", "https://docs.example.org/hb/a/#one") == "found");
  CHECK(site.judge("content/a.md", "http://docs.example.org/hb/a?q") == "found");
  CHECK(site.judge("content/a.md", "https://docs.example.org/hb") == "found");
  CHECK(site.judge("content/a.md", "https://docs.example.org/hb//a/") == "found");
  CHECK(site.judge("content/a.md", "https://docs.example.org/hb/a/#x") == "anchor #x ");
  CHECK(site.judge("content/a.md", "https://docs.example.org/hb/A/") ==
        "missing /A/ https://docs.example.org/hb/a/");
  CHECK(site.judge("content/a.md", "https://docs.example.org/other/") == "external");
  CHECK(site.judge("content/a.md", "https://example.org/hb/b/") == "external");
}

TEST_CASE("What another server or the host answers is not dead") {
  SiteConfiguration configuration = hugo_site();
  configuration.elsewhere = {"/api/*/v1", "/forum/", "/**.pdf"};
  configuration.redirects.add_file("/old/* /new/:splat\n/gone /x 410\n");
  const SmallSite site(configuration, {"content/_index.md", "content/a.md"});
  CHECK(site.judge("content/a.md", "/forum/") == "external");
  CHECK(site.judge("content/a.md", "/forum/t/1") == "external");
  CHECK(site.judge("content/a.md", "../forum/t") == "external");
  CHECK(site.judge("content/a.md", "/api/x/v1/y#z") == "external");
  CHECK(site.judge("content/a.md", "/api/v1/y") == "missing /api/v1/y ");
  CHECK(site.judge("content/a.md", "/x/y.pdf") == "external");
  CHECK(site.judge("content/a.md", "/forums/") == "missing /forums/ ");
  CHECK(site.judge("content/a.md", "/old/x/y") == "unknowable");
  CHECK(site.judge("content/a.md", "/gone") == "missing /gone ");
}

TEST_CASE("A content adapter may make any page below its folder") {
  const SmallSite site(hugo_site(), {"content/_index.md", "content/gen/_content.gotmpl", "content/gen/a.md"});
  CHECK(site.judge("content/_index.md", "/gen/b/") == "unknowable");
  CHECK(site.judge("content/_index.md", "/other/b/") == "missing /other/b/ ");
}

TEST_CASE("The languages that have the page are named") {
  SiteConfiguration configuration = hugo_site();
  configuration.languages = {"en", "de", "fr"};
  const SmallSite site(configuration, {"content/_index.md", "content/a.md", "content/a.de.md",
                                       "content/b.fr.md", "content/b.md"});
  Link link;
  link.target = "../b/";
  const Resolution resolution = site.site->resolve(*site.site->page_at("content/a.de.md"), link);
  CHECK(resolution.outcome == Outcome::target_missing);
  CHECK(resolution.languages == std::vector<std::string>{"en", "fr"});
}

TEST_CASE("Languages with hosts of their own have roots of their own") {
  SiteConfiguration configuration = hugo_site();
  configuration.languages = {"en", "de"};
  configuration.several_hosts = true;
  const SmallSite site(configuration, {"content/a.md", "content/a.de.md", "content/b.de.md", "static/x.png"});
  CHECK(site.judge("content/a.de.md", "/b/") == "found");
  CHECK(site.judge("content/a.de.md", "../b/") == "found");
  CHECK(site.judge("content/a.md", "/a/") == "found");
  CHECK(site.judge("content/a.de.md", "/x.png") == "found");
  CHECK(site.judge("content/a.md", "/x.png") == "found");
  CHECK(site.judge("content/a.md", "/b/").starts_with("missing"));
}

TEST_CASE("A link to a page that is not published is dead") {
  check("content/_index.md", "/a/draft/", "missing /a/draft/ ");
  check("content/_index.md", "/a/never/", "missing /a/never/ ");
}

TEST_CASE("What a section hands down holds for its language, and an unrendered bundle keeps its files") {
  SiteConfiguration configuration = hugo_site();
  configuration.languages = {"en", "de"};
  const SmallSite site(configuration, {"content/_index.md", "content/a/b.md", "content/a/b.de.md",
                                       "!content/a/_index.de.md", "!content/a/c/index.md",
                                       "content/a/c/pic.png", "!content/d/_index.md", "content/d/e.md"});
  CHECK(site.judge("content/_index.md", "/de/a/b/") == "found");
  CHECK(site.judge("content/_index.md", "/a/") == "found");
  CHECK(site.judge("content/_index.md", "/de/") == "found");
  CHECK(site.judge("content/_index.md", "/de/a/") == "missing /de/a/ ");
  CHECK(site.judge("content/_index.md", "/d/") == "missing /d/ ");
  CHECK(site.judge("content/_index.md", "/a/c/pic.png") == "found");
  CHECK(site.judge("content/_index.md", "/a/c/") == "missing /a/c/ ");
}

TEST_CASE("Old Hugo's list of a folder takes the place of a page of its name") {
  SiteConfiguration old = hugo_site();
  old.dialect.hugo = {0, 111, 3};
  const SmallSite site(old, {"content/a.md", "content/a/x.md", "content/a/y.md", "content/b.md"});
  REQUIRE(site.site->collisions(*site.site->page_at("content/a.md")).size() == 1);
  CHECK(site.site->collisions(*site.site->page_at("content/a.md"))[0].other == nullptr);
  CHECK(site.site->collisions(*site.site->page_at("content/b.md")).empty());
  old.dialect.hugo = {0, 123, 0};
  const SmallSite newer(old, {"content/a.md", "content/a/x.md"});
  CHECK(newer.site->collisions(*newer.site->page_at("content/a.md")).empty());
}

TEST_CASE("A file is no folder") {
  SiteConfiguration ugly = hugo_site();
  ugly.ugly_urls = true;
  const SmallSite site(ugly, {"content/a/x.md", "content/b.md"});
  CHECK(site.judge("content/b.md", "/a.html") == "found");
  CHECK(site.judge("content/b.md", "/a/x.html") == "found");
  CHECK(site.judge("content/b.md", "/a.html/").starts_with("missing "));
  CHECK(site.judge("content/b.md", "/a/x.html/").starts_with("missing "));
  const SmallSite pretty(hugo_site(), {"content/a.html.md", "content/b.md"});
  CHECK(pretty.judge("content/b.md", "/a.html/") == "found");
}

TEST_CASE("Fragments point to ids, and letter case counts") {
  check("content/a/page.md", "#one", "found");
  check("content/a/page.md", "#", "found");
  check("content/a/page.md", "#top", "found");
  check("content/a/page.md", "#two", "anchor #two #Two");
  check("content/a/page.md", "../other/#Two", "found");
  check("content/a/page.md", "../other/#nothing-near", "anchor #nothing-near ");
  check("content/a/page.md", "/lone/deep/open/#x", "unverified #x");
  check("content/a/page.md", "/img/Logo.png#x", "found");
  check("content/a/page.md", "/raw/#x", "found");
}

TEST_CASE("What a dead link probably meant is named") {
  // A page without the anchor is hardly the page that was meant; of an open one nobody knows.
  check("content/a/page.md", "/a/othr/#one", "missing /a/othr/ /a/other/#one");
  check("content/a/page.md", "/a/othr/#none", "missing /a/othr/ ");
  check("content/a/page.md", "/a/OTHER/#none", "missing /a/OTHER/ /a/other/#none");
  check("content/a/page.md", "/lone/deep/opem/#none", "missing /lone/deep/opem/ /lone/deep/open/#none");
  // Relative links are often written from the folder of the file.
  check("content/a/page.md", "othr.md", "missing /a/page/othr.md ../other/");
  check("content/a/page.md", "pic.pgn", "missing /a/page/pic.pgn ../pic.png", LinkKind::image);
  check("content/a/_index.md", "othr/", "missing /a/othr/ other/");
}

TEST_CASE("Hugo's embedded link hook finds pages by their place in content") {
  SiteConfiguration configuration = hugo_site();
  configuration.link_hook = LinkHook::embedded;
  configuration.image_hook = LinkHook::embedded;
  const SmallSite site(configuration, {"content/a/_index.md", "content/a/page.md", "content/a/My File.md",
                                       "content/a/leaf/index.md", "content/a/leaf/pic.png", "assets/x.png"});
  const auto judge = [&](std::string_view from, std::string_view target) { return site.judge(from, target); };
  CHECK(judge("content/a/page.md", "My%20File.md#one") == "found");
  CHECK(judge("content/a/page.md", "./leaf/index.md") == "found");
  CHECK(judge("content/a/page.md", "/a/page.md") == "found");
  CHECK(judge("content/a/page.md", "leaf") == "found");
  CHECK(judge("content/a/page.md", "../a/leaf/") == "found");
  CHECK(judge("content/a/leaf/index.md", "pic.png") == "found");
  CHECK(judge("content/a/leaf/index.md", "x.png") == "found");
  CHECK(judge("content/a/page.md", "none.md") == "missing /a/page/none.md ");
  CHECK(site.judge("content/a/page.md", "leaf", LinkKind::html) == "missing /a/page/leaf ../leaf/");
}

TEST_CASE("A custom hook or a missing theme makes every reading count") {
  SiteConfiguration configuration = hugo_site();
  configuration.theme_missing = true;
  const SmallSite site(configuration, {"content/a/_index.md", "content/a/page.md", "content/a/pic.png",
                                       "static/images/x.png"});
  CHECK(site.judge("content/a/page.md", "pic.png", LinkKind::image) == "found");
  CHECK(site.judge("content/a/page.md", "page.md") == "found");
  CHECK(site.judge("content/a/page.md", "/content/a/page.md") == "found");
  CHECK(site.judge("content/a/page.md", "/css/theme.css", LinkKind::html) == "unknowable");
  CHECK(site.judge("content/a/page.md", "/images/y.png", LinkKind::image) ==
        "missing /images/y.png /images/x.png");
  CHECK(site.judge("content/a/page.md", "/gone/") == "missing /gone/ ");
}

TEST_CASE("A link outside baseURL's path leaves the site") {
  SiteConfiguration configuration = hugo_site();
  configuration.base_path = "/docs/";
  const SmallSite site(configuration, {"content/_index.md", "content/a.md"});
  CHECK(site.judge("content/a.md", "/docs/a/") == "found");
  CHECK(site.judge("content/a.md", "/docs/b/") == "missing /b/ /docs/a/");
  CHECK(site.judge("content/a.md", "/b/") == "unknowable");
  CHECK(site.judge("content/a.md", "../a/") == "found");
  CHECK(site.judge("content/a.md", "../../a/") == "unknowable");
  CHECK(site.judge("content/a.md", "../../docs/a/") == "found");
  CHECK(site.judge("content/a.md", "../../docs") == "found");
}

TEST_CASE("A hook of an old site's that does what the embedded one does finds pages as old Hugo does") {
  SiteConfiguration configuration = hugo_site();
  configuration.link_hook = LinkHook::embedded;
  configuration.dialect.hugo = {0, 111, 3};
  const SmallSite site(
      configuration, {"content/a/_index.md", "content/a/page.md", "content/a/star!.md", "!content/a/never.md",
                      "content/a/leaf/index.md", "content/a/leaf/Pic.png", "content/a/leaf/extra.md",
                      "content/b/far.md", "assets/x.png"});
  const auto judge = [&](std::string_view from, std::string_view target) { return site.judge(from, target); };
  CHECK(judge("content/a/page.md", "star!.md") == "found");
  CHECK(judge("content/a/page.md", "./Page.md#one") == "found");
  CHECK(judge("content/a/page.md", "/a/star!") == "found");
  CHECK(judge("content/a/page.md", "/a/star!/").starts_with("missing"));
  CHECK(judge("content/a/page.md", "never.md") == "unknowable");
  CHECK(judge("content/a/page.md", "far.md").starts_with("missing"));
  CHECK(judge("content/a/leaf/index.md", "pic.png") == "found");
  CHECK(judge("content/a/leaf/index.md", "extra.md") == "found");
  CHECK(judge("content/a/page.md", "pic.png").starts_with("missing"));
  CHECK(judge("content/a/page.md", "x.png") == "found");
}

TEST_CASE("A bundle of another language may be published in the language of a page beside its index") {
  SiteConfiguration configuration = hugo_site();
  configuration.languages = {"en", "de"};
  const SmallSite site(configuration,
                       {"content/p.md", "content/one/index.de.md", "content/one/f.txt",
                        "content/two/index.de.md", "content/two/extra.md", "content/two/f.txt"});
  CHECK(site.judge("content/p.md", "/two/") == "unknowable");
  CHECK(site.judge("content/p.md", "/two/f.txt") == "unknowable");
  CHECK(site.judge("content/p.md", "/de/two/f.txt") == "found");
  CHECK(site.judge("content/p.md", "/one/").starts_with("missing /one/"));
  CHECK(site.judge("content/p.md", "/one/f.txt").starts_with("missing /one/f.txt"));
}

TEST_CASE("Of a page that Hugo's list may overwrite no anchor is judged") {
  const SmallSite site(
      hugo_site(), {"content/guide.md", "content/guide/a.md", "content/own/_index.md", "content/own/b.md"});
  CHECK(site.judge("content/guide/a.md", "/guide/#gone") == "unknowable");
  CHECK(site.judge("content/guide/a.md", "/own/#gone") == "anchor #gone #one");
}

TEST_CASE("The top folder of a URL is missing where the site has nothing at or below it") {
  SiteConfiguration configuration = hugo_site();
  configuration.statics.push_back({"shared", "files", ""});
  const SmallSite site(configuration, {"content/a/page.md", "content/about.md", "static/images/x.png",
                                       "shared/y.png", "content/b/c/d.md", "~content/drafts/e.md"});
  const struct {
    std::string_view url, expected;
  } rows[] = {
      {"/teams/blue/", "/teams/"},
      {"/teams/", "/teams/"},
      {"/teams", ""},
      {"/a/gone/", ""},
      {"/about/gone/", ""},
      {"/images/gone", ""},
      {"/files/gone", ""},
      {"/b/gone/", ""},
      {"/tags/gone/", ""},
      {"/drafts/e/", ""},
      {"/a-b/c/", "/a-b/"},
      {"/", ""},
      {"", ""},
      {"a/b", ""},
      {"//", ""},
  };
  for (const auto& row : rows) {
    INFO(row.url);
    CHECK(site.site->missing_top_folder(row.url) == row.expected);
  }
}
