// How it works: pages are made of headings and includes, in any order; the site has a template for each way
// to print a file. The ids in what the installed Hugo writes must be those that the site works out.

#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "conformance/hugo_site.h"
#include "conformance/random.h"
#include "site/site.h"

namespace rubric {
namespace {

constexpr size_t page_count = 150;

const std::map<std::string, std::string>& ids_site() {
  static const std::string folder = "layouts/shortcodes/";
  static const std::string get = "{{ with resources.Get (.Get 0) }}";
  static const std::map<std::string, std::string> files = {
      {"hugo.toml",
       "baseURL = 'https://example.org/'\nuglyURLs = true\n"
       "disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404']\n"
       "[markup.goldmark.renderer]\nunsafe = true\n"},
      {"layouts/_default/single.html", "{{ .Content }}"},
      {folder + "paste.html", get + "{{ .Content | safeHTML }}{{ end }}"},
      {folder + "escape.html", get + "{{ .Content }}{{ else }}{{ errorf \"no file\" }}{{ end }}"},
      {folder + "text.md", get + "{{ .Content }}{{ end }}"},
      {folder + "read.html", "{{ readFile (printf \"assets/%s\" (.Get 0)) | safeHTML }}"},
      {folder + "markdown.html", "<div>" + get + "{{ .Content | markdownify }}{{ end }}</div>"},
      {folder + "render.html", get + "{{ .Content | $.Page.RenderString }}{{ end }}"},
      {folder + "either.html",
       get + "{{ if $.Get 1 }}{{ .Content }}{{ else }}{{ .Content | markdownify }}{{ end }}{{ end }}"},
      {"assets/plain.md", "## Setup\n\nText.\n\n## Other\n"},
      {"assets/same.md", "## Setup\n\n## Setup\n\n## Setup {#own}\n\n## Own\n"},
      {"assets/special.md", "## Setup & \"more\"\n\n<a id=\"x\"></a>\n\n> ## Setup\n"},
      {"assets/front.md", "---\ntitle: Setup\n---\n\n## Setup\n"},
      {"assets/outer.md",
       "## Setup\n\n{{% paste \"plain.md\" %}}\n\n{{< render \"same.md\" >}}\n\n## Setup\n"},
  };
  return files;
}

std::string generate(Random& random) {
  const char* headings[] = {"## Setup", "## Setup", "## Setup-1",       "## Setup {#own}",
                            "## Own",   "## Other", "<a id=\"x\"></a>", "Text."};
  const char* names[] = {"paste", "escape", "text", "read", "markdown", "render", "either"};
  const char* files[] = {"plain.md", "plain.md", "same.md", "special.md", "front.md", "outer.md"};
  std::string page = "---\ntitle: Page\n---\n\n";
  for (size_t count = 2 + random.below(5); count > 0; --count) {
    if (random.chance(55)) {
      page += std::string(random.pick(headings)) + "\n\n";
      continue;
    }
    const bool angle = random.chance(30);
    if (random.chance(10)) page += "Text before ";
    page += std::string(angle ? "{{< " : "{{% ") + random.pick(names) + " \"" + random.pick(files) + "\"";
    page += angle ? " >}}\n\n" : " %}}\n\n";
  }
  return page;
}

std::vector<std::string> ids_of(std::string_view html) {
  std::vector<std::string> ids;
  constexpr std::string_view mark = " id=\"";
  for (size_t at = html.find(mark); at != html.npos; at = html.find(mark, at + 1))
    ids.emplace_back(html.substr(at + mark.size(), html.find('"', at + mark.size()) - at - mark.size()));
  return ids;
}

std::optional<std::vector<std::string>> ids_by_rubric(const std::string& page, HugoVersion hugo) {
  std::map<std::string, std::string> texts = ids_site();
  texts["content/page.md"] = page;
  std::vector<std::string> paths;
  for (const auto& [path, text] : texts) paths.push_back(path);
  const FileTree files(paths);
  const ReadFile read = [&](std::string_view path) -> std::optional<std::string> {
    const auto found = texts.find(std::string(path));
    return found == texts.end() ? std::nullopt : std::optional(found->second);
  };
  SiteOptions options;
  options.hugo = hugo;
  const SiteConfiguration configuration = read_site(files, read, "", options);
  std::vector<Page> pages;
  for (const auto& [path, text] : texts) {
    if (path.ends_with(".md") && page_kind(path, configuration))
      pages.push_back(read_page(Document(path, text, configuration.dialect), configuration));
  }
  const Site site(configuration, files, std::move(pages));
  return site.exact_ids(*site.page_at("content/page.md"));
}

}  // namespace

TEST_CASE("The ids of included headings are Hugo's", "[conformance]") {
  const auto hugo = installed_hugo();
  if (!hugo) {
    std::cout << "skipped: no hugo is installed, so included ids are not compared with its own\n";
    return;
  }
  std::vector<std::string> pages;
  for (size_t index = 0; index < page_count; ++index) {
    Random random(3, index);
    pages.push_back(generate(random));
  }
  HugoSite site(ids_site());
  const std::vector<HugoVerdict> verdicts = site.build(pages);
  size_t known = 0;
  for (size_t index = 0; index < page_count; ++index) {
    INFO(pages[index]);
    REQUIRE_FALSE(verdicts[index].fails);
    const auto ids = ids_by_rubric(pages[index], *hugo);
    if (!ids) continue;
    ++known;
    CHECK(*ids == ids_of(verdicts[index].html));
  }
  CHECK(known > page_count / 3);
}

}  // namespace rubric
