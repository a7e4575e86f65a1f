// How it works: a variant has settings of its own, and some that go with any other have a chance in most.

#include "conformance/links/site_settings.h"

namespace rubric {
namespace {

class Settings {
 public:
  Settings(std::string_view variant, Random& random) : variant_(variant), random_(random) {}

  SiteSettings make() {
    SiteSettings result;
    result.base_url = base_url();
    result.lines = {"baseURL: " + result.base_url + "\n", "refLinksErrorLevel: WARNING\n"};
    if (!result.base_url.ends_with('/')) result.base_url += '/';
    std::vector<std::string>& lines = result.lines;
    lines.push_back(is("kinds") || is("feeds") ? kinds()
                                               : "disableKinds: [RSS, sitemap, \"404\", taxonomy, term]\n");
    lines.push_back(markup());
    if (is_ugly()) lines.push_back("uglyURLs: true\n");
    if (is("canonify")) lines.push_back("canonifyURLs: true\n");
    if (is("relative")) lines.push_back("relativeURLs: true\n");
    if (is("permalinks")) lines.push_back(permalinks());
    if (is("mounts")) lines.push_back(mounts());
    if (is("languages") || is("folders")) lines.push_back(languages());
    if (is("languages") && random_.chance(40)) lines.push_back(permalinks());
    if (is("cascade") && random_.chance(60)) lines.push_back(cascade());
    if (is("case")) lines.push_back("disablePathToLower: true\n");
    return result;
  }

 private:
  bool is(std::string_view variant) const { return variant_ == variant; }

  std::string base_url() {
    std::string url = is("hosts") && random_.chance(30) ? "http://Example.org/" : "https://example.org/";
    const bool may_be_below = is("canonify") || is("relative") || is("languages") || is("hosts");
    if (is("subpath") || (may_be_below && random_.chance(50))) {
      url += random_.chance(70) ? "docs/" : "my/docs/";
      if (random_.chance(20)) url.pop_back();
    }
    return url;
  }

  bool is_ugly() {
    if (is("ugly")) return true;
    const bool has_chance = !is("pretty") && !is("own hook") && !is("embedded");
    return has_chance && random_.chance(20);
  }

  std::string kinds() {
    constexpr const char* choices[] = {"disableKinds: []\n",
                                       "disableKinds: [RSS]\n",
                                       "disableKinds: [taxonomy]\nignoreErrors: [error-disable-taxonomy]\n",
                                       "disableKinds: [term, sitemap]\n",
                                       "disableKinds: [section, RSS]\n",
                                       "taxonomies: {tag: tags, area: areas}\n",
                                       "paginate: 2\n",
                                       "paginate: 2\npaginatePath: seite\n",
                                       "enableRobotsTXT: true\n",
                                       "permalinks: {tags: \"/t/:slug/\"}\n",
                                       "rssLimit: 1\n"};
    return random_.pick(choices);
  }

  std::string markup() {
    if (is("safe")) return random_.chance(50) ? "" : "markup: {goldmark: {renderer: {unsafe: false}}}\n";
    constexpr const char* choices[] = {
        "markup: {goldmark: {renderer: {unsafe: true}, extensions: {linkify: false}}}\n",
        "markup: {goldmark: {renderer: {unsafe: true}, extensions: {table: false, footnote: false}}}\n",
        "markup: {goldmark: {renderer: {unsafe: true}, extensions: {definitionList: false}}}\n",
        "markup: {goldmark: {renderer: {unsafe: true}, parser: {autoHeadingIDType: github-ascii}}}\n",
        "markup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {block: true}}}}\n",
        "markup: {goldmark: {renderer: {unsafe: true}, parser: {attribute: {title: false}}}}\n",
        "markup: {goldmark: {renderer: {unsafe: true}, parser: {autoHeadingID: false}}}\n",
        ("enableEmoji: true\n"
         "markup: {goldmark: {renderer: {unsafe: true}, extensions: {typographer: false}}}\n")};
    return is("markdown") ? random_.pick(choices) : "markup: {goldmark: {renderer: {unsafe: true}}}\n";
  }

  std::string permalinks() {
    constexpr const char* patterns[] = {
        "/:year/:month/:day/:slug/", "/:section/:slug",        "/x/:section/:filename/",
        "/blog/:slugorfilename/",    "/:year/:title/",         "/p/:slug",
        "/:sections/:slug/",         "/:sections[1:]/:title/", "/:sections[last]/:slugorfilename/"};
    std::string text = "permalinks:\n";
    for (const char* section : {"a", "b", "docs", "posts"})
      if (random_.chance(70)) text += std::string("  ") + section + ": \"" + random_.pick(patterns) + "\"\n";
    return text + "  sub: /s/:filename/\n";
  }

  std::string mounts() {
    constexpr const char* choices[] = {
        "staticDir: [static, files]\n",
        "module: {mounts: [{source: content, target: content}, {source: extra, target: content/extra}, "
        "{source: static, target: static}, {source: files, target: static/dl}]}\n",
        "contentDir: text\nstaticDir: files\n",
        "module: {mounts: [{source: content, target: content}, {source: text, target: content/a}, {source: "
        "files, target: static}, {source: static, target: static}]}\n",
        "module: {mounts: [{source: content, target: content, excludeFiles: [\"a/**\"]}, {source: extra, "
        "target: content/extra, includeFiles: [\"*.md\"]}, {source: static, target: static}]}\n",
        "module: {mounts: [{source: content, target: content}, {source: text/t.md, target: "
        "content/docs/one.md}, {source: files/f.txt, target: static/one.txt}]}\n"};
    return random_.pick(choices);
  }

  std::string languages() {
    std::string text;
    if (is("folders"))
      text = "languages: {en: {contentDir: content, weight: 1}, de: {contentDir: content-de, weight: 2}}\n";
    else
      text = "languages: {en: {weight: 1}, de: {weight: 2}, pt-br: {weight: 3}}\n";
    if (random_.chance(40)) text += "defaultContentLanguage: de\n";
    if (random_.chance(50)) text += "defaultContentLanguageInSubdir: true\n";
    return text;
  }

  std::string cascade() {
    constexpr const char* choices[] = {
        "cascade: [{_target: {path: \"/a/**\"}, _build: {render: never}}]\n",
        "cascade: [{_target: {kind: page, path: \"{/b,/docs}/**\"}, draft: true}]\n",
        "cascade: [{_target: {kind: section}, _build: {render: link}}]\n",
        "cascade: [{_target: {environment: staging}, draft: true}, {_target: {lang: en, path: \"**/p*\"}, "
        "_build: {render: never}}]\n",
        "cascade: {_build: {list: never}}\n",
        "cascade: [{_target: {path: \"/a/*\"}, slug: handed}]\n"};
    return random_.pick(choices);
  }

  std::string_view variant_;
  Random& random_;
};

}  // namespace

SiteSettings make_settings(std::string_view variant, Random& random) {
  return Settings(variant, random).make();
}

}  // namespace rubric
