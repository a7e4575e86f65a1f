// Small sites of every kind, built by the installed Hugo: a page of links to all that Hugo published and to
// what else may be thought to be there must be judged as the files say.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "environment.h"
#include "hugo_site.h"
#include "site/destinations.h"
#include "temporary_folder.h"
#include "workspace/workspace.h"

using namespace rubric;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>;

struct Case {
  std::string_view name;
  std::string configuration;  // of Hugo, TOML
  Files files;
  std::string_view others;  // URLs beside those that Hugo publishes; behind `?` such as nobody can tell
};

constexpr const char* page = "---\ntitle: T\n---\ntext\n";

// A page with a JSON front matter.
std::string with(const std::string& members) {
  return "{" + members + "}\ntext\n";
}

// The URLs below a folder that Hugo wrote.
std::set<std::string> published(const std::string& folder) {
  std::set<std::string> urls;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::string url = "/" + entry.path().lexically_relative(folder).generic_string();
    if (url.ends_with("/index.html")) url.erase(url.size() - std::string_view("index.html").size());
    urls.insert(std::move(url));
  }
  return urls;
}

bool is_live(const std::string& url, const std::set<std::string>& urls) {
  return urls.count(url) != 0 || (!url.ends_with('/') && urls.count(url + "/") != 0);
}

std::set<std::string> dead_links(const TemporaryFolder& folder) {
  const DiskFiles files(folder.path);
  WorkspaceOptions options;
  options.selection.select = {"link-target-not-found"};
  options.configuration.site.hugo = installed_hugo();
  Workspace workspace(files, IgnoreRules::from_patterns({}), std::move(options));
  std::set<std::string> dead;
  for (const Diagnostic& finding : workspace.check({"content/_index.md"})) {
    const size_t begin = finding.message.find('`') + 1;
    dead.insert(decode_percent(finding.message.substr(begin, finding.message.find('`', begin) - begin)));
  }
  return dead;
}

std::string joined(const std::set<std::string>& urls) {
  std::string text;
  for (const std::string& url : urls) text += url + " ";
  return text;
}

void check(const Case& site) {
  INFO(site.name);
  const TemporaryFolder folder;
  folder.write("hugo.toml", "baseURL = 'https://example.org/'\n" + site.configuration);
  for (const char* layout : {"single", "list"})
    folder.write(std::string("layouts/_default/") + layout + ".html", "{{ .Content }}");
  folder.write("content/_index.md", page);
  for (const auto& [path, text] : site.files) folder.write(path, text);
  const std::string output = output_of("hugo --source " + folder.path + " --destination " + folder.path +
                                       "/out --cacheDir " + folder.path + "/cache");
  INFO(output);
  REQUIRE(fs::exists(folder.path + "/out"));
  const std::set<std::string> urls = published(folder.path + "/out");
  fs::remove_all(folder.path + "/out");

  std::set<std::string> tried = urls, open;
  std::istringstream others{std::string(site.others)};
  for (std::string url; others >> url;) {
    if (url.starts_with('?')) open.insert(url.substr(1));
    tried.insert(url.substr(url.starts_with('?') ? 1 : 0));
  }
  std::string links = site.files.count("content/_index.md") ? site.files.at("content/_index.md") : page;
  for (const std::string& url : tried) links += "\n[x](<" + encode_destination(url) + ">)\n";
  folder.write("content/_index.md", links);

  std::set<std::string> expected;
  for (const std::string& url : tried) {
    if (!is_live(url, urls) && open.count(url) == 0) expected.insert(url);
  }
  std::set<std::string> dead = dead_links(folder);
  for (const std::string& url : open) dead.erase(url);
  CHECK(joined(dead) == joined(expected));
}

const std::string two_languages = "[languages.en]\n[languages.de]\n";

const Case cases[] = {
    {"a cascade, and what goes against it",
     "",
     {{"content/a/_index.md", with(R"("cascade": {"_build": {"render": "never"}})")},
      {"content/a/p.md", page},
      {"content/a/b/_index.md", page},
      {"content/a/b/q.md", page},
      {"content/a/own.md", with(R"("_build": {"render": "always"})")},
      {"content/a/list.md", with(R"("_build": {"list": "never"})")}},
     "/a/ /a/p/ /a/b/ /a/b/q/"},
    {"cascades with targets",
     "",
     {{"content/z/_index.md",
       with(R"("cascade": [{"_target": {"kind": "page"}, "_build": {"render": "never"}}])")},
      {"content/z/p.md", page},
      {"content/z/b/_index.md", page},
      {"content/z/b/q.md", page},
      {"content/y/_index.md",
       with(R"("cascade": [{"_target": {"path": "/y/b/**"}, "_build": {"render": "never"}},
                           {"_target": {"path": "{/y/c,/y/d*}"}, "_build": {"render": "never"}},
                           {"_target": {"environment": "staging"}, "_build": {"render": "never"}},
                           {"_target": {"lang": "de"}, "_build": {"render": "never"}}])")},
      {"content/y/p.md", page},
      {"content/y/b/_index.md", page},
      {"content/y/b/q.md", page},
      {"content/y/c.md", page},
      {"content/y/d1.md", page}},
     "/z/p/ /z/b/q/ /y/b/ /y/b/q/ /y/d1/"},
    {"what else a cascade may set",
     "",
     {{"content/a/_index.md", with(R"("cascade": {"draft": true})")},
      {"content/a/p.md", page},
      {"content/s/_index.md", with(R"("cascade": {"slug": "sl"})")},
      {"content/s/p.md", page},
      {"content/s/own.md", with(R"("slug": "own")")},
      {"content/t/_index.md", with(R"("cascade": {"tags": ["Foo Bar"], "categories": "c"})")},
      {"content/t/p.md", page},
      {"content/v/_index.md", with(R"("cascade": {"aliases": ["old"]})")},
      {"content/v/p.md", page},
      {"content/w/_index.md", with(R"("cascade": {"headless": true})")},
      {"content/w/p.md", page},
      {"content/w/leaf/index.md", page},
      {"content/e/_index.md", with(R"("cascade": {"expiryDate": "2001-01-01"})")},
      {"content/e/p.md", page}},
     "/a/ /a/p/ /s/p/ /w/leaf/ /e/ /e/p/"},
    {"cascades of the configuration",
     "[[cascade]]\ndraft = true\n[cascade._target]\npath = '/b/**'\n"
     "[[cascade]]\n[cascade._build]\nrender = 'never'\n[cascade._target]\npath = '/c/**'\nkind = 'page'\n",
     {{"content/a/p.md", page},
      {"content/b/p.md", page},
      {"content/b/q.md", with(R"("draft": false)")},
      {"content/c/p.md", page}},
     "/b/p/ /c/p/"},
    {"sections that are not published, and those that are not rendered",
     "",
     {{"content/a/_index.md", with(R"("draft": true)")},
      {"content/a/p.md", page},
      {"content/a/b/_index.md", page},
      {"content/a/b/q.md", page},
      {"content/a/x.txt", "x"},
      {"content/b/c/_index.md", with(R"("draft": true)")},
      {"content/b/c/p.md", with(R"("tags": ["gone"])")},
      {"content/b/p.md", page},
      {"content/b/c/leaf/index.md", page},
      {"content/b/c/leaf/f.txt", "x"},
      {"content/f/_index.md", with(R"("date": "2101-01-01")")},
      {"content/f/p.md", page},
      {"content/e/_index.md", with(R"("expiryDate": "2001-01-01")")},
      {"content/e/p.md", page},
      {"content/n/_index.md", with(R"("_build": {"render": "never"})")},
      {"content/n/p.md", page},
      {"content/n/x.txt", "x"},
      {"content/only/q.md", with(R"("_build": {"render": "never"})")},
      {"content/drafts/p.md", with(R"("draft": true)")}},
     "/a/ /a/p/ /a/b/ /a/b/q/ /a/x.txt /b/c/ /b/c/p/ /b/c/leaf/ /b/c/leaf/f.txt /tags/gone/ /f/ /f/p/ /e/ "
     "/e/p/ "
     "/n/ /only/q/ /drafts/ /drafts/p/"},
    {"dates",
     "",
     {{"content/p/future.md", with(R"("date": "2101-01-01")")},
      {"content/p/pub.md", with(R"("publishDate": "2101-01-01")")},
      {"content/p/both.md", with(R"("date": "2101-01-01", "publishDate": "2001-01-01")")},
      {"content/p/expired.md", with(R"("expiryDate": "2001-01-01T10:00:00+02:00")")},
      {"content/p/later.md", with(R"("expiryDate": "2101-01-01")")},
      {"content/p/pubdate.md", with(R"("pubdate": "2101-01-01")")},
      {"content/p/published.md", with(R"("published": "2101-01-01")")},
      {"content/p/unpublished.md", with(R"("published": false)")},
      {"content/p/draftless.md", with(R"("published": false, "draft": false)")},
      {"content/p/lastmod.md", with(R"("lastmod": "2101-01-01")")},
      {"content/p/text.md", with(R"("date": "02 Jan 2101")")},
      {"content/p/number.md", with(R"("expiryDate": 100000)")},
      {"content/p/toml.md", "+++\nexpiryDate = 2001-01-01\n+++\n"}},
     "/p/future/ /p/pub/ /p/expired/ /p/pubdate/ /p/published/ /p/unpublished/ /p/text/ /p/toml/"},
    {"dates in names, and of another field",
     "[frontmatter]\ndate = [':filename', ':default']\npublishDate = ['mydate', ':default']\n"
     "[permalinks]\nperm = '/:year/:month/:day/:slug/'\n",
     {{"content/p/2101-01-02-Some Name.md", page},
      {"content/p/2001-01-02-old-name.md", page},
      {"content/p/2001-01-02-slugged.md", with(R"("slug": "own")")},
      {"content/p/2001-01-03.md", page},
      {"content/p/mydate.md", with(R"("mydate": "2101-01-01")")},
      {"content/p/2001-05-06-leaf/index.md", page},
      {"content/perm/2001-05-06-x.md", page}},
     "/p/2001-01-02-old-name/ /p/2001-01-02-slugged/ /p/2001-05-06-leaf/ /p/2101-01-02-some-name/ /p/mydate/ "
     "/perm/2001-05-06-x/"},
    {"terms",
     "[taxonomies]\ntag = 'tags'\nseries = 'series'\n",
     {{"content/p/a.md",
       with(R"("tags": ["Foo Bar", "C++", "a/b", "Ünï", "x.y", "  sp ", "A&B"], "series": "One")")},
      {"content/tags/described/_index.md", page},
      {"content/p/b.md", with(R"("tags": [1, 2.5])")},
      {"content/p/draft.md", with(R"("draft": true, "tags": ["drafted"])")},
      {"content/p/hidden.md", with(R"("_build": {"render": "never"}, "tags": ["hidden"])")},
      {"content/p/leaf/index.md", with(R"("tags": ["leafed"])")},
      {"content/p/leaf/res.md", with(R"("tags": ["resed"])")}},
     "/tags/drafted/ /tags/resed/ /categories/ /tags/Foo-Bar/"},
    {"terms by a pattern, and a taxonomy that is not built",
     "disableKinds = ['section']\n[taxonomies]\ntag = 'tags'\n[permalinks]\ntags = '/topic/:slug/'\n",
     {{"content/p/a.md", with(R"("tags": ["Foo Bar"])")}, {"content/p/_index.md", page}},
     "/tags/foo-bar/ /p/"},
    {"taxonomies that are drafts",
     "",
     {{"content/tags/_index.md", with(R"("draft": true)")},
      {"content/categories/x/_index.md", with(R"("draft": true)")},
      {"content/categories/y/_index.md", page},
      {"content/categories/z/_index.md", with(R"("_build": {"render": "never"})")},
      {"content/a/p.md", with(R"("tags": ["t"], "categories": ["x", "y", "z", "w"])")}},
     "/tags/ /tags/t/ /categories/x/ /categories/z/"},
    {"permalinks",
     "[permalinks]\na = '/:year/:month/:day/:slug/'\nb = "
     "'/x/:monthname/:weekday/:weekdayname/:yearday/:title/'\n"
     "c = '/:section/:title.html'\nd = '/:filename/:slugorfilename/'\ne = '/:sections/:title/'\n"
     "f = '/:sections[1:]/:sections[last]/:filename/'\nh = '/hh/:title/'\n",
     {{"content/a/my page.md",
       with(R"("title": "The Title", "date": "2021-03-04T23:30:00+02:00", "slug": "My Slug")")},
      {"content/a/noslug.md", with(R"("title": "No Slug!", "date": "2021-03-04")")},
      {"content/a/nodate.md", with(R"("title": "ND")")},
      {"content/a/b/_index.md", page},
      {"content/a/b/deep.md", with(R"("title": "Deep", "date": "2021-03-04")")},
      {"content/a/leaf/index.md", with(R"("title": "Leaf T", "date": "2021-03-04")")},
      {"content/a/leaf/f.txt", "x"},
      {"content/b/x.md", with(R"("title": "X", "date": "2021-03-04")")},
      {"content/c/x.md", with(R"("title": "C x")")},
      {"content/d/x y.md", with(R"("title": "D")")},
      {"content/d/s.md", with(R"("slug": "sl ug")")},
      {"content/d/leaf/index.md", page},
      {"content/e/n/y.md", with(R"("title": "Y")")},
      {"content/e/n/m/_index.md", page},
      {"content/e/n/m/z.md", page},
      {"content/f/g/_index.md", page},
      {"content/f/g/h/_index.md", page},
      {"content/f/g/h/p.md", page},
      {"content/f/g/h/leaf/index.md", page},
      {"content/h/plus.md", with(R"("title": "a+b")")},
      {"content/h/ue.md", with(R"("title": "Ünï & more")")}},
     "/a/my-page/ /a/noslug/ /a/nodate/ /a/b/deep/ /a/leaf/ /a/leaf/f.txt /b/x/ /c/x/ /d/x-y/ /d/s/ /e/n/ "
     "/e/n/y/ "
     "/f/g/h/p/ /h/plus/"},
    {"permalinks at the top and under ugly URLs",
     "uglyURLs = true\n[permalinks]\n'/' = '/r/:title/'\na = '/z/:title/'\n",
     {{"content/x.md", with(R"("title": "T t")")},
      {"content/a/x.md", page},
      {"content/a/leaf/index.md", page},
      {"content/b/_index.md", page},
      {"content/b/u.md", with(R"("url": "foo/bar")")},
      {"content/b/al.md", with(R"("aliases": ["old", "/f.html", "/v1.2/x"])")}},
     "/x.html /a/x.html /b/ /b/old/ /foo/bar.html"},
    {"urls and slugs of all kinds",
     "",
     {{"content/a/rel.md", with(R"("url": "foo/bar")")},
      {"content/a/abs.md", with(R"("url": "/Foo/Bar/")")},
      {"content/a/dot.md", with(R"("url": "/v1.2/page")")},
      {"content/a/html.md", with(R"("url": "/x/y.html")")},
      {"content/a/space.md", with(R"("url": "/with space/x/")")},
      {"content/a/punct.md", with(R"("url": "/a(b)/c,d/")")},
      {"content/a/slashes.md", with(R"("url": "//dbl//x")")},
      {"content/a/up.md", with(R"("url": "../up/x")")},
      {"content/sec/_index.md", with(R"("url": "/Sec New/")")},
      {"content/sec/p.md", page},
      {"content/sec/f.txt", "x"},
      {"content/sec3/_index.md", with(R"("slug": "s3")")},
      {"content/leaf/index.md", with(R"("url": "/leafed/")")},
      {"content/leaf/f.txt", "x"},
      {"content/lb/index.md", with(R"("slug": "lbs")")},
      {"content/lb/img/a b.png", "x"},
      {"content/a/slug1.md", with(R"("slug": "a/b")")},
      {"content/a/slug2.md", with(R"("slug": "A B&C")")},
      {"content/a/slug4.md", with(R"("slug": "x.html")")},
      {"content/a/slug5.md", with(R"("slug": "../up2")")},
      {"content/a/slug9.md", with(R"("slug": 2021)")}},
     "/a/rel/ /a/abs/ /foo/bar.html /Sec /sec/ /sec/f.txt /leaf/ /leaf/f.txt /lb/ /lbs/a.png /a/slug1/ "
     "?/v1.2/page/ "
     "?/s3/"},
    {"aliases",
     "",
     {{"content/a/al.md",
       with(R"("aliases": ["old", "/abs/old2/", "/f.html", "../up", "/v1.2/x", "/UP/", "/x.htm",
                                              "/y.xml", "/a//b", "/file.txt", "./dot", "sub/deep"])")},
      {"content/a/_index.md", with(R"("aliases": ["sec-old", "/sec-abs"])")},
      {"content/a/leaf/index.md", with(R"("aliases": ["l-old"])")},
      {"content/b/u.md", with(R"("url": "/uu/vv/", "aliases": ["rel"])")},
      {"content/b/dr.md", with(R"("draft": true, "aliases": ["/dr-al/"])")},
      {"content/b/rn.md", with(R"("_build": {"render": "never"}, "aliases": ["/rn-al/"])")}},
     "/dr-al/ /rn-al/ /old/ /rel/"},
    {"names of all kinds",
     "",
     {{"content/a/x (1), y & 'z'!.md", page},
      {"content/a/semi;colon.md", page},
      {"content/a/at@x+y~z.md", page},
      {"content/a/hash#tag.md", page},
      {"content/a/100%.md", page},
      {"content/a/a%20b.md", page},
      {"content/a/.hidden.md", page},
      {"content/a/dots.v1.2.md", page},
      {"content/a/--dash--.md", page},
      {"content/a/中文.md", page},
      {"content/a/emoji😀x.md", page},
      {"content/a/é.md", page},
      {"content/a/İ.md", page},
      {"content/a/[br].md", page},
      {"content/a/ lead.md", page},
      {"content/a/trail .md", page},
      {"content/.dots/p.md", page},
      {"content/a/README.md", page},
      {"content/A B/C D/p.md", page},
      {"content/A B/C D/f F.txt", "x"},
      {"content/a/b - c.md", page},
      {"content/a/old/index.x.md", page},
      {"static/st (1) & x.txt", "x"},
      {"static/docs/index.html", "x"}},
     "/a/.hidden/ /.dots/p/ /A /a/README/ /a-b/c-d/f-F.txt"},
    {"accents and letter case",
     "removePathAccents = true\n",
     {{"content/a/Ünï Çode.md", page},
      {"content/Sé/p.md", with(R"("slug": "été")")},
      {"static/ünï.txt", "x"}},
     "/a/ünï-çode/ /sé/ /uni.txt"},
    {"letter case kept",
     "disablePathToLower = true\n",
     {{"content/Aa/Bb Cc.md", page},
      {"content/Aa/Sec/_index.md", page},
      {"content/t.md", with(R"("tags": ["Foo Bar"])")}},
     "/aa/bb-cc/ /aa/sec/ /tags/foo-bar/ ?/Aa/"},
    {"other formats",
     "",
     {{"content/a/h.html", page},
      {"content/a/plain.html", "<p>x</p>"},
      {"content/a/htm.htm", page},
      {"content/a/draft.html", with(R"("draft": true)")},
      {"content/a/slug.html", with(R"("slug": "sluggy")")},
      {"content/a/al.html", with(R"("aliases": ["/aliased/"], "tags": ["t"])")},
      {"content/o/sl.org", "#+title: x\n#+slug: orgslug\n"},
      {"content/a/x.mdx", page},
      {"content/a/xhtml.xhtml", page},
      {"content/a/UP.MD", page}},
     "/a/plain/ /a/draft/ /a/slug/ /o/sl/ /a/x/ /a/xhtml/ /a/up/"},
    {"languages by names",
     two_languages,
     {{"content/a/p.md", page},
      {"content/a/p.de.md", page},
      {"content/a/q.de.md", page},
      {"content/b/r.md", page},
      {"content/a/x.fr.md", page},
      {"content/a/leaf/index.md", page},
      {"content/a/leaf/index.de.md", page},
      {"content/a/leaf/f.txt", "x"},
      {"content/a/leaf/g.de.txt", "x"},
      {"content/_index.de.md", page},
      {"content/a/al.de.md", with(R"("aliases": ["old", "/abs"])")},
      {"content/a/u.de.md", with(R"("url": "/u/x/")")},
      {"content/a/ur.de.md", with(R"("url": "ur/x")")},
      {"content/a/tag.de.md", with(R"("tags": ["dtag"])")},
      {"content/d/leaf2/index.de.md", page},
      {"content/d/leaf2/f.txt", "x"},
      {"content/a/res/index.md", page},
      {"content/a/res/one.txt", "x"}},
     "/a/q/ /de/b/r/ /de/b/ /de/u/x/ /ur/x/ /de/abs/ /tags/dtag/ /d/ /d/leaf2/f.txt /de/a/res/one.txt "
     "/a/p.de/"},
    {"languages by folders",
     "defaultContentLanguageInSubdir = true\ndefaultContentLanguage = 'en'\n[languages.en]\ncontentDir = "
     "'content'\n"
     "[languages.de]\ncontentDir = 'inhalt'\n",
     {{"content/a/p.md", page},
      {"inhalt/a/p.md", page},
      {"inhalt/a/q.md", page},
      {"inhalt/a/leaf/index.md", page},
      {"inhalt/a/leaf/f.txt", "x"},
      {"content/a/leaf/index.md", page},
      {"static/s.txt", "x"}},
     "/a/p/ /en/a/q/ /a/leaf/f.txt /de/s.txt"},
    {"languages that are off",
     "[languages.en]\n[languages.de]\ndisabled = true\n[languages.fr]\n",
     {{"content/a/p.md", page}, {"content/a/p.de.md", page}, {"content/a/p.fr.md", page}},
     "/de/ /de/a/p/ /a/p.de/ /a/p.fr/"},
    {"settings of a language",
     two_languages +
         "uglyURLs = true\n[languages.de.taxonomies]\nthema = 'themen'\n[languages.de.permalinks]\n"
         "posts = '/y/:title/'\n",
     {{"content/posts/p.md", with(R"("title": "T", "tags": ["x"], "themen": ["y"])")},
      {"content/posts/p.de.md", with(R"("title": "Tee", "tags": ["x"], "themen": ["y"])")}},
     "/de/posts/p/ /de/tags/x/ /de/tags/x.html /themen/y/"},
    {"mounts",
     "[module]\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\nexcludeFiles = ['*.draft.md', "
     "'sub/y*']\n"
     "[[module.mounts]]\nsource = 'docs'\ntarget = 'content/docs'\n[[module.mounts]]\nsource = 'over'\n"
     "target = 'content/docs'\n[[module.mounts]]\nsource = 'ex'\ntarget = 'content/ex'\nincludeFiles = "
     "['b*']\n"
     "[[module.mounts]]\nsource = 's1'\ntarget = 'static'\n[[module.mounts]]\nsource = 's2'\ntarget = "
     "'static/to'\n",
     {{"docs/a.md", page},
      {"over/a.md", page},
      {"over/b.md", page},
      {"content/x.draft.md", page},
      {"content/sub/y.md", page},
      {"content/sub/z.md", page},
      {"ex/b.md", page},
      {"ex/c.md", page},
      {"s1/a.txt", "x"},
      {"s2/b.txt", "x"},
      {"static/c.txt", "x"}},
     "/x.draft/ /sub/y/ /ex/c/ /c.txt /b.txt"},
    {"sections without a page of their own in permalinks",
     "[permalinks]\na = '/:sections[last]/:filename/'\nb = '/x/:sections[1:]/:sections[:last]/:filename/'\n",
     {{"content/a/p.md", page},
      {"content/a/b/q.md", page},
      {"content/a/c/_index.md", page},
      {"content/a/c/r.md", page},
      {"content/b/s.md", page},
      {"content/b/c/_index.md", page},
      {"content/b/c/t.md", page}},
     "/a/p/ /a/q/ /a/r/ /b/q/ /x/b/s/ /x/t/"},
    {"files for machines that Hugo makes", "", {{"content/a.md", page}}, "/robots.txt /a/robots.txt"},
    {"signs in permalinks, and pages without a title",
     "[permalinks]\na = '/x/:title/'\nb = '/y/:slug/'\nc = '/z/:filename/'\nd = '/w/:slugorfilename/'\n"
     "e = '/p/:slugorfilename'\n",
     {{"content/a/p.md", with(R"("title": "gRPC + JSON")")},
      {"content/a/q.md", with(R"("title": "x+")")},
      {"content/b/p.md", with(R"("title": "a +b", "slug": "C++ y")")},
      {"content/b/q.md", page},
      {"content/b/none.md", with("")},
      {"content/c/a + b.md", page},
      {"content/d/C++ x.md", page},
      {"content/e/plus+.md", page}},
     "/p/plus/ /x/grpc-json/ /x/grpc-+-json/ /y/none/ /z/a-b/ /w/c-x/x/"},
    {"relative aliases of pages that are named files",
     "",
     {{"content/a/p.md", with(R"("url": "/f/g/x.html", "aliases": ["one", "../two", "./three/y.html"])")},
      {"content/a/leaf/index.md", with(R"("url": "/v1.2/page", "aliases": ["four"])")},
      {"content/b/_index.md", with(R"("url": "/h/i/", "aliases": ["five"])")}},
     "/f/g/one/ /v1.2/four/ /five/"},
    {"mounts of one file",
     "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
     "[[module.mounts]]\nsource = 'text/t.md'\ntarget = 'content/docs/one.md'\n"
     "[[module.mounts]]\nsource = 'text/README.md'\ntarget = 'content/top/_index.md'\n"
     "[[module.mounts]]\nsource = 'text/f.txt'\ntarget = 'static/one.txt'\n",
     {{"text/t.md", page}, {"text/README.md", page}, {"text/f.txt", "x"}, {"content/a.md", page}},
     "/docs/t/ /t/ /top/readme/ /f.txt /readme/ /docs/one.md"},
    {"content adapters, which old Hugo does not know",
     "",
     {{"content/a/_content.gotmpl", "x"}, {"content/a/p.md", page}},
     "/a/other/"},
    {"build under its newer name",
     "",
     {{"content/a.md", with(R"("build": {"render": "never"})")},
      {"content/b.md", with(R"("_build": {"render": "never"})")}},
     "/b/"},
    {"letter case of sections that Hugo makes",
     "disablePathToLower = true\n",
     {{"content/Cap/X.md", page}, {"content/Own/_index.md", page}, {"content/Own/Sub/_index.md", page}},
     "/Cap/ /cap/X /own/ /Cap/x/"},
    {"a bundle with a page of another language, and their section",
     "disableKinds = ['RSS']\ndefaultContentLanguage = 'de'\n[languages.de]\nweight = "
     "1\n[languages.en]\nweight = 2\n",
     {{"content/s/leaf/index.en.md", page}, {"content/s/leaf/extra.md", page}},
     "?/s/ ?/s/leaf/ ?/s/leaf/extra.md /s/leaf/extra/"},
    {"robots.txt", "enableRobotsTXT = true\n", {{"content/a.md", page}}, "/a/robots.txt"},
    {"static folders",
     "staticDir = ['s1', 's2']\n",
     {{"s1/a.txt", "x"}, {"s2/b.txt", "x"}, {"s2/sub/index.html", "x"}, {"static/c.txt", "x"}},
     "/c.txt /sub/x/"},
    {"bundles in bundles",
     "",
     {{"content/x/leaf/index.md", page},
      {"content/x/leaf/sub/f.txt", "x"},
      {"content/x/leaf/sub/p.md", page},
      {"content/x/leaf/sub/index.md", page},
      {"content/x/leaf/sub2/_index.md", page},
      {"content/b/index.md", page},
      {"content/b/_index.md", page},
      {"content/b/p.md", page},
      {"content/empty/f.txt", "x"},
      {"content/h/index.md", with(R"("headless": true)")},
      {"content/h/x.txt", "x"},
      {"content/d/index.md", with(R"("draft": true)")},
      {"content/d/x.txt", "x"}},
     "/x/leaf/sub/ /x/leaf/sub/p/ /x/leaf/sub2/ /empty/ /h/ /d/ /d/x.txt"},
    {"bundles whose url is that of a file",
     "",
     {{"content/x/leaf/index.md", with(R"("url": "/file.html")")},
      {"content/x/leaf/f.txt", "x"},
      {"content/x/leaf/sub/g.txt", "x"},
      {"content/x/two/index.md", with(R"("url": "/v1.2/page")")},
      {"content/x/two/h.txt", "x"},
      {"content/y/_index.md", with(R"("url": "/z/list.html")")},
      {"content/y/i.txt", "x"},
      {"content/y/sub/j.txt", "x"}},
     "/x/leaf/f.txt /file/f.txt /v1.2/page/h.txt /x/two/h.txt /y/i.txt /z/sub/j.txt /z/list/i.txt"},
    {"lists",
     "",
     {{"content/p/a.md", page},
      {"content/p/b.md", page},
      {"layouts/_default/list.html", "{{ range (.Paginate .Pages 1).Pages }}{{ end }}"}},
     "/p/a/page/2/ /p/page/2.html /p/page/0/ /p/page/x/ /p/page/ ?/p/page/4/ /p/page/999/ /q/page/2/ "
     "/p/a/index.xml "
     "/p/index.json "
     "/p/sitemap.xml /404.html"},
    {"kinds that are off",
     "disableKinds = ['RSS', 'sitemap', 'term']\n",
     {{"content/p/a.md", with(R"("tags": ["x"])")}},
     "/tags/x/ /index.xml /p/index.xml /sitemap.xml"},
};

}  // namespace

TEST_CASE("What Hugo publishes is found, and nothing else", "[conformance]") {
  const auto hugo = installed_hugo();
  if (!hugo) {
    WARN(hugo_is_missing);
    return;
  }
  // The cases are written as old Hugo reads them: `_build`, `_target`, sections that are drafts.
  if (*hugo >= HugoVersion{0, 123, 0}) return;
  for (const Case& site : cases) check(site);
}
