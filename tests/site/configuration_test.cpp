#include "site/configuration.h"

#include <map>

#include <catch2/catch.hpp>

#include "site/page.h"

using namespace rubric;

namespace {

using Files = std::map<std::string, std::string>;

SiteConfiguration read(const Files& contents, const SiteOptions& options = {}, std::string_view root = "") {
  std::vector<std::string> paths;
  for (const auto& [path, text] : contents) paths.push_back(path);
  const FileTree tree(std::move(paths));
  const ReadFile read_file = [&contents](std::string_view path) -> std::optional<std::string> {
    const auto found = contents.find(std::string(path));
    return found == contents.end() ? std::nullopt : std::optional(found->second);
  };
  return read_site(tree, read_file, root, options);
}

std::string dump(std::string_view name, const std::vector<Mount>& mounts, std::string_view usual) {
  std::string out;
  for (const Mount& mount : mounts) {
    out += (out.empty() ? "" : ", ") + mount.source;
    if (!mount.target.empty()) out += " > " + mount.target;
    if (!mount.language.empty()) out += " (" + mount.language + ")";
  }
  return out == usual ? "" : std::string(name) + "[" + out + "] ";
}

std::string dump(std::string_view name, const std::map<std::string, std::string>& entries) {
  std::string out;
  for (const auto& [key, value] : entries) out += (out.empty() ? "" : ", ") + key + "=" + value;
  return entries.empty() ? "" : std::string(name) + "{" + out + "} ";
}

std::string dump(std::string_view name, bool value) {
  return value ? std::string(name) + " " : "";
}

std::string dump(std::string_view name, LinkHook hook) {
  if (hook == LinkHook::none) return "";
  return std::string(name) + (hook == LinkHook::custom ? " custom " : " embedded ");
}

// What differs from a site with an empty configuration, in a line.
std::string dump(const SiteConfiguration& site) {
  if (!site.hugo) return "plain";
  const GoldmarkOptions& goldmark = site.dialect.goldmark;
  std::string out = dump("content", site.content, "content") + dump("static", site.statics, "static") +
                    dump("assets", site.assets, "assets") + dump("layouts", site.layouts, "layouts");
  if (!site.base_host.empty() || site.base_path != "/") out += site.base_host + " " + site.base_path + " ";
  std::string languages;
  for (const std::string& language : site.languages) languages += (languages.empty() ? "" : ",") + language;
  if (languages != "en" || site.default_language != "en")
    out += site.default_language + " of " + languages + " ";
  out += dump("subfolder", site.default_language_in_subfolder) + dump("ugly", site.ugly_urls) +
         dump("case", !site.lower_case_paths) + dump("no-aliases", site.disable_aliases) +
         dump("canonify", site.canonify_urls) + dump("drafts", site.build_drafts) +
         dump("future", site.build_future) + dump("expired", site.build_expired);
  for (const std::string& kind : site.disabled_kinds) out += "no-" + kind + " ";
  out += dump("permalinks", site.permalinks) + dump("sections", site.section_permalinks);
  if (site.taxonomies.size() != 2) out += "taxonomies " + dump("", site.taxonomies);
  if (site.pagination_path != "page") out += "pager " + site.pagination_path + " ";
  out += dump("link", site.link_hook) + dump("image", site.image_hook) +
         dump("theme-missing", site.theme_missing) +
         dump("templates-missing", !site.dialect.templates_complete) + dump("emoji", goldmark.emoji) +
         dump("block-attributes", goldmark.block_attributes) +
         dump("no-heading-attributes", !goldmark.heading_attributes) + dump("no-linkify", !goldmark.linkify) +
         dump("no-footnotes", !goldmark.footnotes) + dump("no-typographer", !goldmark.typographer) +
         dump("no-definitions", !goldmark.definition_lists);
  if (goldmark.heading_ids != HeadingIds::github)
    out += "ids " + std::to_string(static_cast<int>(goldmark.heading_ids)) + " ";
  if (!site.error_path.empty()) out += "error " + site.error_path + ": " + site.errors.at(0).message + " ";
  if (!out.empty()) out.pop_back();
  return out;
}

struct Row {
  Files files;
  std::string_view expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.files.begin()->first << ": " << row.files.begin()->second);
    CHECK(dump(read(row.files)) == row.expected);
  }
}

}  // namespace

TEST_CASE("A Hugo site is known by its configuration") {
  check({
      {{{"README.md", ""}}, "plain"},
      {{{"config.yaml", ""}, {"src/main.c", ""}}, "plain"},
      {{{"config.yaml", ""}, {"content/a.md", ""}}, ""},
      {{{"hugo.toml", ""}}, ""},
      {{{"hugo.json", "{}"}}, ""},
      {{{"config/_default/params.yaml", ""}}, ""},
      {{{"config/_default/notes.txt", ""}}, "plain"},
  });
  CHECK(read({{"docs/hugo.toml", "contentDir = 'pages'"}}, {}, "docs").content.at(0).source == "docs/pages");
}

TEST_CASE("Settings are read in any format and letter case") {
  check({
      {{{"hugo.toml", "baseurl = 'https://example.org/docs'\nUGLYURLS = true\n"}},
       "https://example.org /docs/ ugly"},
      {{{"hugo.yaml", "baseURL: https://example.org\ndisablePathToLower: true\ndisableAliases: true"}},
       "https://example.org / case no-aliases"},
      {{{"hugo.json", R"({"baseURL": "/x//y/", "disableKinds": ["RSS", "taxonomy"]})"}},
       " /x/y/ no-rss no-taxonomy"},
      {{{"hugo.yaml", "relativeURLs: true"}}, "canonify"},
      {{{"hugo.yaml", "canonifyURLs: true\nbuildDrafts: true\nbuildFuture: true\nbuildExpired: true"}},
       "canonify drafts future expired"},
      {{{"hugo.yaml", "pagination: {path: seite}"}}, "pager seite"},
      {{{"hugo.yaml", "taxonomies: {Author: authors}"}}, "taxonomies {author=authors}"},
      {{{"hugo.yaml", "taxonomies: {}"}}, "taxonomies"},
      {{{"hugo.yaml", "permalinks: {posts: '/:year/:slug/'}"}}, "permalinks{posts=/:year/:slug/}"},
      {{{"hugo.yaml", "permalinks: {page: {posts: '/:slug/'}, section: {posts: /p/}, term: {tags: /t/}}"}},
       "permalinks{posts=/:slug/} sections{posts=/p/}"},
  });
}

TEST_CASE("Configuration files are merged in Hugo's order") {
  check({
      {{{"hugo.toml", "uglyURLs = true"}, {"config.toml", "disableAliases = true"}}, "ugly"},
      {{{"hugo.toml", "uglyURLs = true"},
        {"config/_default/hugo.yaml", "uglyURLs: false\nenableEmoji: true"}},
       "emoji"},
      {{{"config/_default/config.toml", "baseURL = '/a/'"},
        {"config/production/config.toml", "BaseUrl = '/b/'"},
        {"config/review/config.toml", "baseURL = '/c/'"}},
       " /b/"},
      {{{"config/_default/languages.toml", "[en]\nweight = 1\n[de]\nweight = 2\n"},
        {"config/_default/languages.fr.toml", "contentDir = 'contenu'"}},
       "content[content, contenu (fr)] en of fr,en,de link embedded image embedded"},
      {{{"config/_default/markup.toml", "[goldmark.parser.attribute]\nblock = true\n"},
        {"config/_default/module.yaml", "mounts: [{source: pages, target: content/docs}]"},
        {"config/_default/params.de.toml", "a = 1"}},
       "content[pages > docs] en of de block-attributes"},
  });
}

TEST_CASE("Configuration folders are merged among themselves before they are laid over the base file") {
  check({
      {{{"hugo.yaml", "permalinks: {posts: /a/}"},
        {"config/_default/hugo.yaml", "permalinks: none"},
        {"config/production/hugo.yaml", "permalinks: {docs: /b/}"}},
       "permalinks{docs=/b/, posts=/a/}"},
  });
}

TEST_CASE("Languages have their keys and folders") {
  check({
      {{{"hugo.yaml", "defaultContentLanguage: de\ndefaultContentLanguageInSubdir: true"}},
       "de of de subfolder"},
      {{{"hugo.yaml", "languages: {en: {contentDir: content/en}}"}}, "content[content/en]"},
      {{{"hugo.yaml",
         "defaultContentLanguage: de\nlanguages: {en: {contentDir: content}, de: {contentDir: x}}"}},
       "content[x, content (en)] de of en,de link embedded image embedded"},
      {{{"hugo.yaml", "languages: {en: {}, DE: {contentDir: de, staticDir: [s, t]}, fr: {disabled: true}}"}},
       "content[content, de (de)] static[static, s (de), t (de)] en of en,de link embedded image embedded"},
      {{{"hugo.yaml", "languages: {en: {baseURL: 'https://a/'}, de: {baseURL: 'https://b/'}}"}},
       "en of en,de"},
  });
}

TEST_CASE("Folders are mounted as configured") {
  check({
      {{{"hugo.yaml", "contentDir: docs\nstaticDir: [a, b]\nassetDir: x\nlayoutDir: y"}},
       "content[docs] static[a, b] assets[x] layouts[y]"},
      {{{"hugo.yaml",
         "module:\n  mounts:\n  - {source: c, target: content, lang: de}\n  - {source: ./s/, target: "
         "static/files/}\n"},
        {"s/a.css", ""}},
       "content[c (de)] static[s > files]"},
      {{{"hugo.yaml", "module: {mounts: [{source: ../outside, target: content}]}"}},
       "content[] theme-missing"},
  });
}

TEST_CASE("Themes and modules are followed where they are on disk") {
  check({
      {{{"hugo.yaml", "theme: t"}}, "theme-missing templates-missing"},
      {{{"hugo.yaml", "theme: [t]"}, {"themes/t/layouts/a.html", ""}, {"themes/t/static/b.css", ""}},
       "static[static, themes/t/static] layouts[layouts, themes/t/layouts]"},
      {{{"hugo.yaml", "module: {imports: [{path: example.org/m}]}"},
        {"_vendor/example.org/m/layouts/a.html", ""}},
       "layouts[layouts, _vendor/example.org/m/layouts]"},
      {{{"hugo.yaml", "module: {imports: [{path: example.org/m}]}\ntheme: t"},
        {"_vendor/modules.txt", "# example.org/m v1.2.3\n"},
        {"_vendor/example.org/m/hugo.toml", "theme = 'own'"},
        {"_vendor/example.org/m/layouts/a.html", ""},
        {"themes/t/_vendor/modules.txt", "# inner v1.0.0\n# own v1.0.0\n"},
        {"themes/t/hugo.toml", "[[module.imports]]\npath = 'inner'"},
        {"themes/t/layouts/a.html", ""},
        {"themes/t/_vendor/inner/layouts/a.html", ""},
        {"themes/own/layouts/a.html", ""}},
       "layouts[layouts, _vendor/example.org/m/layouts, themes/own/layouts, themes/t/layouts, "
       "themes/t/_vendor/inner/layouts]"},
      {{{"hugo.yaml", "theme: [t, u]"},
        {"themes/t/hugo.toml", "theme = 'v'"},
        {"themes/t/layouts/a.html", ""},
        {"themes/u/layouts/a.html", ""},
        {"themes/v/layouts/a.html", ""}},
       "layouts[layouts, themes/t/layouts, themes/v/layouts, themes/u/layouts]"},
      {{{"hugo.yaml", "themesDir: ../elsewhere\ntheme: t"}}, "theme-missing templates-missing"},
      {{{"hugo.yaml", "themesDir: designs\ntheme: t"}, {"designs/t/theme.toml", "theme = 'u'"}}, ""},
      {{{"hugo.yaml", "module: {imports: [{path: m, ignoreImports: true, ignoreConfig: true}]}"},
        {"themes/m/hugo.toml", "theme = 'n'\n[[module.mounts]]\nsource = 'x'\ntarget = 'layouts'"}},
       ""},
      {{{"hugo.yaml", "module: {imports: [{path: m, noMounts: true}]}"}, {"themes/m/layouts/a.html", ""}},
       ""},
      {{{"hugo.yaml", "module: {mounts: [{source: node_modules/x/dist, target: static/x}]}"}},
       "static[node_modules/x/dist > x] theme-missing"},
      {{{"hugo.yaml", "module: {mounts: [{source: made, target: layouts}]}"}},
       "layouts[made] theme-missing templates-missing"},
      {{{"hugo.yaml", ""}, {"go.mod", "module example.org/site\n\nrequire example.org/m v1.0.0"}}, ""},
      {{{"hugo.yaml", "module: {imports: [{path: m, disable: true}]}"}}, ""},
      {{{"hugo.yaml", "module: {imports: [{path: m, mounts: [{source: scss, target: assets/m}]}]}"}},
       "theme-missing"},
      {{{"hugo.yaml", "theme: t"},
        {"themes/t/config.toml", "theme = 'u'\n[[module.mounts]]\nsource = 'x'\ntarget = 'layouts'\n"},
        {"themes/t/x/a.html", ""},
        {"themes/u/layouts/a.html", ""}},
       "layouts[layouts, themes/t/x, themes/u/layouts]"},
      {{{"hugo.yaml", "theme: t"}, {"themes/t/hugo.yaml", "theme: t"}}, ""},
      {{{"hugo.yaml", "module: {replacements: 'a.b/c -> ../own', imports: [{path: a.b/c}]}"},
        {"own/layouts/a.html", ""}},
       "layouts[layouts, own/layouts]"},
  });
}

TEST_CASE("A theme's configuration counts where the project merges it") {
  const auto with = [](std::string project) -> Files {
    return {{"hugo.yaml", "theme: [t, u]\n" + project},
            {"themes/t/hugo.yaml",
             "uglyURLs: true\npermalinks: {posts: /t/}\nmarkup: {goldmark: {parser: "
             "{autoHeadingIDType: github-ascii}, extensions: {linkify: false}}}"},
            {"themes/t/layouts/a.html", ""},
            {"themes/u/hugo.yaml", "permalinks: {posts: /u/, docs: /u/}"},
            {"themes/u/layouts/a.html", ""}};
  };
  const std::string layouts = "layouts[layouts, themes/t/layouts, themes/u/layouts]";
  check({
      {with(""), layouts},
      {with("_merge: deep"), layouts + " ugly permalinks{docs=/u/, posts=/t/} no-linkify ids 1"},
      {with("_merge: none\npermalinks: {_merge: deep}"), layouts},
      {with("permalinks: {_merge: shallow, news: /n/}"),
       layouts + " permalinks{docs=/u/, news=/n/, posts=/t/}"},
      {with("permalinks: {_merge: shallow, posts: /n/}"), layouts + " permalinks{docs=/u/, posts=/n/}"},
      {with("markup: {goldmark: {parser: {_merge: shallow}}}"), layouts + " ids 1"},
      {with("markup: {_merge: deep, goldmark: {extensions: {typographer: false}}}"),
       layouts + " no-linkify no-typographer ids 1"},
      {with("markup: {_merge: shallow, goldmark: {extensions: {typographer: false}}}"),
       layouts + " no-typographer"},
  });
}

TEST_CASE("Render hooks are found") {
  const std::string hook = "layouts/_default/_markup/render-link.html";
  const auto with = [](std::string settings) {
    return "markup: {goldmark: {renderHooks: {link: {" + settings + "}}}}";
  };
  check({
      {{{"hugo.yaml", ""}, {hook, ""}}, "link custom"},
      {{{"hugo.yaml", ""}, {"layouts/docs/_markup/render-image.en.html", ""}}, "image custom"},
      {{{"hugo.yaml", ""}, {"layouts/_markup/render-link.rss.xml", ""}}, ""},
      {{{"hugo.yaml", "theme: t"}, {"themes/t/layouts/_markup/render-link.html", ""}},
       "layouts[layouts, themes/t/layouts] link custom"},
      {{{"hugo.yaml", with("useEmbedded: fallback")}}, "link embedded"},
      {{{"hugo.yaml", with("useEmbedded: fallback")}, {hook, ""}}, "link custom"},
      {{{"hugo.yaml", with("useEmbedded: always")}, {hook, ""}}, "link embedded"},
      {{{"hugo.yaml", with("enableDefault: true")}}, "link embedded"},
      {{{"hugo.yaml", with("useEmbedded: never") + "\nlanguages: {en: {}, de: {}}"}},
       "en of en,de image embedded"},
      {{{"hugo.yaml", with("useEmbedded: always") + "\nmodule: {hugoVersion: {max: 0.111.3}}"}}, ""},
  });
}

TEST_CASE("Goldmark's settings are read") {
  const auto with = [](std::string settings) { return "markup: {goldmark: {" + settings + "}}"; };
  check({
      {{{"hugo.yaml", "enableEmoji: true"}}, "emoji"},
      {{{"hugo.yaml", with("parser: {autoHeadingIDType: github-ascii}")}}, "ids 1"},
      {{{"hugo.yaml", with("parser: {autoIDType: blackfriday}")}}, "ids 2"},
      {{{"hugo.yaml", with("parser: {autoHeadingID: false, attribute: {title: false}}")}},
       "no-heading-attributes ids 3"},
      {{{"hugo.yaml",
         with("extensions: {linkify: false, definitionList: false, typographer: {disable: true}, "
              "footnote: {enable: false}}")}},
       "no-linkify no-footnotes no-typographer no-definitions"},
  });
}

TEST_CASE("The environment chooses which settings are laid over the rest") {
  const Files files = {{"config/_default/hugo.toml", "baseURL = '/a/'\nuglyURLs = true"},
                       {"config/production/hugo.toml", "baseURL = '/b/'"},
                       {"config/review/hugo.json", "{\"baseURL\": \"/c/\", \"uglyURLs\": false}"},
                       {"config/review/markup.yaml", "goldmark: {extensions: {linkify: false}}"}};
  const auto in = [&](std::string environment) {
    SiteOptions options;
    options.environment = std::move(environment);
    return dump(read(files, options));
  };
  CHECK(in("production") == " /b/ ugly");
  CHECK(in("review") == " /c/ no-linkify");
  CHECK(in("staging") == " /a/ ugly");
  CHECK(in("../..") == " /a/ ugly");
}

TEST_CASE("Hugo's release is read where it is stated for who builds the site") {
  const auto release = [](Files files) {
    files.emplace("hugo.yaml", "module: {hugoVersion: {min: 0.140.0}}");
    const HugoVersion hugo = read(files).dialect.hugo;
    return hugo == current_hugo ? "current" : std::to_string(hugo.minor) + "." + std::to_string(hugo.patch);
  };
  const struct {
    Files files;
    std::string_view expected;
  } rows[] = {
      {{{".tool-versions", "nodejs 20.0.1\nhugo 0.123.4\n"}}, "123.4"},
      {{{".tool-versions", "gohugo extended_0.120.1 # as CI\n"}}, "120.1"},
      {{{".tool-versions", "hugo latest\n"}}, "current"},
      {{{".gitlab-ci.yml", "image: registry.gitlab.com/pages/hugo/hugo_extended:0.111.3\n"}}, "111.3"},
      {{{".gitlab-ci.yml", "pages:\n  image:\n    name: 'hugomods/hugo:exts-0.124.1@sha256:0.1'\n"}},
       "124.1"},
      {{{".gitlab-ci.yml", "image: node:0.12\nvariables:\n  HUGO_VERSION: \"0.111.3\"\n"}}, "111.3"},
      {{{".gitlab-ci.yml", "variables:\n  HUGO_VERSION: {value: 0.111.3, description: x}\n"}}, "111.3"},
      {{{".gitlab-ci.yml", "image: hugo:$HUGO_VERSION\n"}}, "current"},
      {{{".gitlab-ci.yml", "a: {image: 'hugo:0.1.0'}\nb: {image: 'hugo:0.2.0'}\n"}}, "current"},
      {{{".gitlab-ci.yml", "a: ["}}, "current"},
      {{{".github/workflows/pages.yml", "env:\n  HUGO_VERSION: 0.128.0\n"}}, "128.0"},
      {{{".github/workflows/pages.yaml", "jobs: {a: {steps: [{with: {hugo-version: '0.101.0'}}]}}"}},
       "101.0"},
      {{{".github/workflows/a.yml", "matrix: {hugo-version: ['0.101.0', '0.128.0']}"}}, "current"},
      {{{"netlify.toml",
         "[build.environment]\nHUGO_VERSION = '0.111.3'\n[context.production.environment]\n"
         "HUGO_VERSION = '0.112.0'\n[context.deploy-preview.environment]\nHUGO_VERSION = '0.1.0'"}},
       "112.0"},
      {{{"netlify.toml", "[build.environment]\nHUGO_VERSION = '0.111.3'\n"}}, "111.3"},
      {{{"package.json", R"({"devDependencies": {"hugo-extended": "^0.111.3"}})"}}, "111.3"},
      {{{"package.json", R"({"dependencies": {"hugo-extended": ">=0.111.3"}})"}}, "current"},
      {{{".tool-versions", "hugo 0.123.4"}, {".gitlab-ci.yml", "image: hugo:0.111.3"}}, "123.4"},
  };
  for (const auto& row : rows) {
    INFO(row.files.begin()->second);
    CHECK(release(row.files) == row.expected);
  }
  const Files below = {
      {"docs/hugo.toml", ""}, {".tool-versions", "hugo 0.99.1"}, {"docs/package.json", "{}"}};
  CHECK(read(below, {}, "docs").dialect.hugo == HugoVersion{0, 99, 1});
  CHECK(read(below, {}, "docs").hugo_stated_in == ".tool-versions");
  CHECK(read({{"hugo.toml", ""}}, {}, "").hugo_stated_in.empty());
  const Files workflows = {{"hugo.toml", ""},
                           {".github/workflows/a.yml", "on: push\n"},
                           {".github/workflows/b.yml", "env: {HUGO_VERSION: 0.128.0}\n"}};
  CHECK(read(workflows, {}, "").hugo_stated_in == ".github/workflows/b.yml");
}

TEST_CASE("Hugo's release is estimated from what the site demands") {
  const struct {
    Files files;
    std::optional<HugoVersion> given;
    HugoVersion expected;
  } rows[] = {
      {{{"hugo.yaml", ""}}, {}, current_hugo},
      {{{"hugo.yaml", ""}}, HugoVersion{0, 111, 3}, {0, 111, 3}},
      {{{"hugo.yaml", "module: {hugoVersion: {max: 0.120.0}}"}}, {}, {0, 120, 0}},
      {{{"hugo.yaml", "module: {hugoVersion: {max: v0.120}}"}, {"layouts/_shortcodes/a.html", ""}},
       {},
       {0, 146, 0}},
      {{{"hugo.yaml", "module: {hugoVersion: {min: 0.999}}"}}, {}, {0, 999, 0}},
      {{{"hugo.yaml", "module: {hugoVersion: {min: none}}"}}, {}, current_hugo},
  };
  for (const auto& row : rows) {
    SiteOptions options;
    options.hugo = row.given;
    CHECK(read(row.files, options).dialect.hugo == row.expected);
  }
}

TEST_CASE("A configuration that cannot be parsed is an error with its path") {
  check({
      {{{"hugo.toml", "a = \n"}}, "error hugo.toml: a value is missing here"},
      {{{"hugo.yaml", "- a"}}, "error hugo.yaml: a configuration must be a mapping of keys to values"},
      {{{"hugo.yaml", "uglyURLs: true"}, {"config/_default/params.yaml", "a: b: c"}},
       "ugly error config/_default/params.yaml: a `:` is not allowed here; put the value in quotes or check "
       "the "
       "indentation"},
  });
}

TEST_CASE("A page is parsed with the shortcodes of its section") {
  const SiteConfiguration site = read({{"hugo.yaml", "module: {mounts: [{source: pages, target: content}]}"},
                                       {"layouts/docs/_shortcodes/own.html", ""}},
                                      {});
  const auto sees_own = [&](std::string_view path) { return dialect_of(path, site).find("Own") != nullptr; };
  for (const char* path : {"pages/docs/a.md", "pages/docs/_index.md", "pages/Docs/b/index.md",
                           "pages/docs.md", "assets/docs.md"}) {
    INFO(path);
    CHECK(sees_own(path));
  }
  for (const char* path : {"pages/a.md", "pages/docs-2/a.md", "pages/b/docs/a.md", "pages/_index.md"}) {
    INFO(path);
    CHECK(!sees_own(path));
  }
  CHECK(read({{"hugo.yaml", ""}, {"layouts/_shortcodes/x.html", ""}}).sections.empty());
}

TEST_CASE("What is said to be known changes nothing that is on disk") {
  SiteOptions options;
  options.known = {"A/Box", "figure", "note", "far/away"};
  const SiteConfiguration site =
      read({{"hugo.yaml", ""}, {"layouts/shortcodes/a/box.html", "{{ .Inner }}"}}, options);
  CHECK(site.dialect.find("A/Box")->inner == InnerText::raw);
  CHECK(site.dialect.find("figure")->inner == InnerText::none);
  CHECK(site.dialect.find("note")->inner == InnerText::unknown);
  CHECK(site.dialect.find("far/away")->inner == InnerText::unknown);
}

TEST_CASE("Shortcodes come from Hugo, the project, its themes and the options") {
  SiteOptions options;
  options.known = {"alert", "box"};
  options.includes = {"box"};
  const SiteConfiguration site = read({{"hugo.yaml", "theme: t"},
                                       {"layouts/shortcodes/box.html", "{{ .Inner }}"},
                                       {"themes/t/layouts/shortcodes/box.html", ""},
                                       {"themes/t/layouts/shortcodes/a/b.html", ""}},
                                      options);
  const ShortcodeTemplates& templates = site.dialect.templates;
  CHECK(templates.count("figure") == 1);
  CHECK(templates.count("a/b") == 1);
  REQUIRE(templates.count("box") == 1);
  CHECK(templates.at("box").path == "layouts/shortcodes/box.html");
  CHECK(templates.at("box").inner == InnerText::raw);
  CHECK(templates.at("box").include);
  REQUIRE(templates.count("alert") == 1);
  CHECK(templates.at("alert").inner == InnerText::unknown);
}

TEST_CASE("Languages have settings of their own for URLs") {
  const SiteConfiguration site = read({{"hugo.toml",
                                        "uglyURLs = true\n[permalinks]\nposts = '/x/'\n[languages.en]\n"
                                        "[languages.de]\n[languages.de.permalinks]\nposts = '/y/'\n"
                                        "[languages.fr]\ndisabled = true\n"}});
  CHECK(site.of_language("en").permalinks.at("posts") == "/x/");
  CHECK(site.of_language("de").permalinks.at("posts") == "/y/");
  CHECK(site.of_language("de").ugly_urls);
  CHECK(site.disabled_languages == std::vector<std::string>{"fr"});
  CHECK_FALSE(site.several_hosts);
  CHECK(read({{"hugo.toml", "[languages.en]\n[languages.de]\nbaseURL = 'https://de.example.org/'\n"}})
            .several_hosts);
}

TEST_CASE("The host's redirects are read from static folders and netlify.toml") {
  const SiteConfiguration site = read({{"docs/hugo.toml", ""},
                                       {"docs/static/_redirects", "/a /b\n"},
                                       {"docs/assets/_redirects", "/no /b\n"},
                                       {"netlify.toml", "[[redirects]]\nfrom = '/c/*'\nto = '/d'\n"}},
                                      {}, "docs");
  CHECK(site.redirects.answers("/a"));
  CHECK(site.redirects.answers("/c/x"));
  CHECK_FALSE(site.redirects.answers("/no"));
}

TEST_CASE("Mounts to sites of several dimensions leave URLs open") {
  const auto many = [](const std::string& mount) {
    return read({{"hugo.yaml", "module: {mounts: [{source: content, target: content, " + mount + "}]}"}})
        .many_sites;
  };
  CHECK_FALSE(many("lang: en"));
  CHECK_FALSE(many("sites: {matrix: {languages: [en]}}"));
  CHECK(many("sites: {matrix: {languages: [en, de]}}"));
  CHECK(many("sites: {matrix: {versions: ['v1.*']}}"));
}
