// How it works: a configuration is chosen, then the pages and files that give it something to do. Names are
// few, so that they meet, and odd.

#include "conformance/links/site_generator.h"

#include <algorithm>
#include <set>

#include "conformance/links/site_settings.h"

namespace rubric {
namespace {

constexpr const char* page_names[] = {
    "p",        "q",      "r",        "My File", "Case",     "v1.2",     "paren(1)", "naïve",
    "amp&and",  "plus+",  "under_sc", "a--b",    "comma, b", "it's",     "at@x",     "tilde~1",
    "日本",     "two.md", "a  b",     "100%",    "Ünï",      "e\u0301t", "semi;x",   "x=y",
    "dollar$",  "ß",      "page",     "tags",    "Straße",   "q-r",      "(z)",      "index2",
    "sub.html", "star!",  "a - b",    "p1",      "p2",       "guide",    "ΑΒΓ",
};
constexpr const char* folder_names[] = {"a",    "b", "docs", "Cap Dir", "x.y",  "über",
                                        "d(1)", "a", "b",    "sub",     "posts"};

class Generator {
 public:
  Generator(uint64_t seed, uint64_t index) : random_(seed, index) {
    site_.variant = site_variants[index % std::size(site_variants)];
  }

  LinkSite make() {
    configure();
    add_layouts();
    add_files();
    const size_t pages = 5 + random_.below(9);
    for (size_t count = 0; count < pages; ++count) add_page();
    if (random_.chance(70) && !is("permalinks") && !is("mounts")) add_bundle();
    if (random_.chance(is("cascade") ? 90 : 40)) add_section();
    if (is("cascade")) add_section();
    if (random_.chance(60)) add("content/_index.md", front_matter("Home", ""));
    add_section_pages();
    add_include();
    add_hook();
    return std::move(site_);
  }

 private:
  bool is(std::string_view variant) const { return site_.variant == variant; }

  void add(const std::string& path, std::string text) {
    if (taken_.insert(path).second) site_.files.push_back({path, {std::move(text)}});
  }

  void configure() {
    SiteSettings settings = make_settings(site_.variant, random_);
    site_.base_url = std::move(settings.base_url);
    site_.files.push_back({"hugo.yaml", std::move(settings.lines)});
  }

  void add_layouts() {
    const std::string page =
        "<!DOCTYPE html><html><head><title>x</title></head><body>\n"
        "<main data-source=\"{{ with .File }}{{ .Filename }}{{ end }}\">{{ .Content "
        "}}</main></body></html>\n";
    const std::string list =
        "<!DOCTYPE html><html><head><title>x</title></head><body>\n"
        "{{ $first := eq .Paginator.PageNumber 1 }}"
        "<main data-source=\"{{ if $first }}{{ with .File }}{{ .Filename }}{{ end }}{{ end }}\">"
        "{{ if $first }}{{ .Content }}{{ end }}</main></body></html>\n";
    add("layouts/_default/single.html", page);
    add("layouts/_default/list.html", is("kinds") || is("feeds") ? list : page);
    add("layouts/shortcodes/raw.html", "{{ .Inner }}");
    // markdownify renders for the home page, from where a hook then looks pages up; that is not modelled.
    add("layouts/shortcodes/md.html",
        is("own hook") ? "{{ .Inner | .Page.RenderString }}" : "{{ .Inner | markdownify }}");
    add("layouts/shortcodes/pass.html", "{{ .Inner }}");
    if (is("kinds") || is("feeds")) add("layouts/404.html", page);
  }

  void add_hook() {
    if (!is("own hook") && !is("embedded")) return;
    const bool newer = is("embedded");
    const auto hook = [newer](std::string_view end) {
      return std::string(
                 "{{- $u := urls.Parse .Destination -}}\n"
                 "{{- $href := $u.String -}}\n"
                 "{{- if strings.HasPrefix $u.String \"#\" -}}\n"
                 "  {{- $href = printf \"%s#%s\" .Page.RelPermalink $u.Fragment -}}\n"
                 "{{- else if and $href (not $u.IsAbs) -}}\n"
                 "  {{- $path := strings.TrimPrefix \"./\" $u.Path -}}\n") +
             // Current Hugo's GetPage takes a slash at the end for nothing.
             (newer ? "  {{- $path = or (strings.TrimSuffix \"/\" $path) $path -}}\n" : "") +
             std::string(
                 "  {{- with or ($.Page.GetPage $path) ($.Page.Resources.Get $path) (resources.Get $path) "
                 "-}}\n"
                 "    {{- $href = .RelPermalink -}}\n"
                 "    {{- with $u.RawQuery -}}{{- $href = printf \"%s?%s\" $href . -}}{{- end -}}\n"
                 "    {{- with $u.Fragment -}}{{- $href = printf \"%s#%s\" $href . -}}{{- end -}}\n"
                 "  {{- end -}}\n"
                 "{{- end -}}\n") +
             std::string(end);
    };
    add("layouts/_default/_markup/render-link.html",
        hook("<a href=\"{{ $href }}\"{{ with .Title }} title=\"{{ . }}\"{{ end }}>{{ .Text | safeHTML "
             "}}</a>\n"));
    if (!is("embedded")) return;
    site_.newer = true;
    site_.for_rubric["layouts/_default/_markup/render-link.html"] = "";
    const std::string text = site_.files.front().text();
    constexpr std::string_view goldmark = "goldmark: {";
    std::string changed = text;
    changed.insert(changed.find(goldmark) + goldmark.size(),
                   "renderHooks: {link: {useEmbedded: fallback}, image: {useEmbedded: never}}, ");
    site_.for_rubric["hugo.yaml"] = changed;
  }

  void add_files() {
    for (const char* path :
         {"static/img/logo.png", "static/my file.pdf", "static/UPPER.TXT", "static/lone.html",
          "static/a/über.txt", "static/b/data.json", "static/100%.txt"})
      if (random_.chance(60)) add(path, "x\n");
    if (is("redirects")) add("static/_redirects", redirects());
    if (!is("mounts")) return;
    for (const char* path : {"files/f.txt", "files/img/logo.png", "files/b/g.png", "text/t.md", "text/a/u.md",
                             "text/a/My Doc.md", "text/pic.png", "extra/e.md", "extra/_index.md",
                             "extra/sub/f.md", "extra/pic.png"})
      if (random_.chance(80))
        add(path, std::string(path).ends_with(".md") ? front_matter("Mounted", path) : "x\n");
  }

  std::string redirects() {
    constexpr const char* rules[] = {"/moved/ /a/\n",
                                     "/moved  /a/ 301\n",
                                     "/gone/* /b/:splat 302\n",
                                     "/old/:name/x /a/\n",
                                     "/away https://other.example/x 301!\n",
                                     "/shown/* /a/ 200\n",
                                     "/none/* /404.html 404\n",
                                     "/f%C3%BCr/ /a/\n",
                                     "# /comment /a/\n",
                                     "/a/*/deep /b/\n"};
    std::string text;
    for (size_t count = 2 + random_.below(5); count > 0; --count) text += random_.pick(rules);
    return text;
  }

  /// A page that is rendered in each folder at the top that has one which is not.
  void add_section_pages() {
    for (const std::string& path : std::vector<std::string>(sections_)) {
      const size_t root = path.find('/') + 1, end = path.find('/', root);
      const size_t dots = path.ends_with(".de.md") ? 6 : path.ends_with(".pt-br.md") ? 9 : 3;
      if (end != path.npos)
        add(path.substr(0, end) + "/rendered" + path.substr(path.size() - dots), "---\ntitle: r\n---\n");
    }
  }

  /// A text that some pages include.
  void add_include() {
    // The installed Hugo's resources.Get stops the build at a folder, and a link hook asks it of any link.
    if (is("own hook") || is("embedded") || !random_.chance(35)) return;
    add("layouts/shortcodes/include.html", "{{ (resources.Get (.Get 0)).Content | safeHTML }}");
    add("layouts/shortcodes/include-md.html", "{{ (resources.Get (.Get 0)).Content | markdownify }}");
    constexpr const char* calls[] = {"\n{{% include \"inc/part.md\" %}}\n",
                                     "\n{{< include-md \"inc/part.md\" >}}\n"};
    size_t readers = 1 + random_.below(3);
    for (SiteFile& file : site_.files)
      if (file.is_page() && readers > 0 && random_.chance(50) && readers-- > 0)
        file.parts.push_back(random_.pick(calls));
    add("assets/inc/part.md", "Included.\n\n## From include\n");
  }

  std::string content_root() {
    if (is("folders") && random_.chance(50)) return "content-de/";
    return "content/";
  }

  std::string folder() {
    // A hook sees the backslashes that a parenthesis may have in a destination.
    if (is("own hook") || is("embedded")) return random_.chance(50) ? "a/" : "x.y/b/";
    std::string path;
    const size_t depth = random_.below(10) < 5 ? 1 : random_.below(4);
    for (size_t level = 0; level < depth; ++level) path += std::string(random_.pick(folder_names)) + "/";
    return path;
  }

  std::string language() {
    constexpr const char* suffixes[] = {"", "", "", ".de", ".de", ".en", ".pt-br"};
    return is("languages") ? random_.pick(suffixes) : "";
  }

  void add_page() {
    const std::string name = random_.pick(page_names);
    // GetPage stops the build at a name that two pages have.
    const bool hooked = is("own hook") || is("embedded");
    const bool odd = name.find('%') != std::string::npos ||
                     (is("embedded") && name.find(' ') != std::string::npos) ||
                     name.find('(') != std::string::npos || name == "tags" || name == "ß" || name == "Straße";
    if (hooked && (!names_.insert(name).second || odd)) return;
    const std::string path = content_root() + folder() + name + language() + ".md";
    add(path, front_matter(name, path));
  }

  void add_section() {
    const std::string section = folder();
    const std::string path =
        content_root() + (section.empty() ? "a/" : section) + "_index" + language() + ".md";
    add(path, front_matter("Section", path));
    if (!is("languages") && !is("folders") && random_.chance(50))
      add(path.substr(0, path.rfind('/')) + "/Beside.png", "x\n");
  }

  void add_bundle() {
    constexpr const char* names[] = {"leaf", "my-bundle", "bundle", "leaf.x"};
    constexpr const char* folders[] = {"", "a/", "b/", "docs/", "x.y/", "a/b/"};
    const std::string root = content_root() + random_.pick(folders) + random_.pick(names);
    const std::string path = root + "/index" + language() + ".md";
    add(path, front_matter("Bundle", path));
    for (const char* file : {"/pic.png", "/Other File.txt", "/sub/pic.PNG", "/data.JSON", "/extra.md"})
      if (random_.chance(60))
        add(root + file, std::string_view(file).ends_with(".md") ? "---\ntitle: e\n---\n" : "x\n");
  }

  std::string front_matter(const std::string& title, const std::string& path) {
    std::string text = "---\ntitle: \"" + title + "\"\n";
    const unsigned often = is("publication") || is("permalinks") || is("languages") ? 30 : 12;
    if (!path.empty()) add_address(text, path, often);
    // Hugo refuses an alias above the root.
    const bool deep = std::count(path.begin(), path.end(), '/') > 2 && text.find("url:") == text.npos;
    if (deep && !is("permalinks") && text.find("aliases:") == text.npos && random_.chance(often))
      text += "aliases: [../up/]\n";
    if (is("permalinks")) text += random_.chance(50) ? "date: 2021-03-04\n" : "date: 2019-12-31T10:00:00Z\n";
    const unsigned rarely = is("publication") ? 14 : 4;
    if (!path.empty() && random_.chance(rarely)) text += "draft: true\n";
    if (path.find("/index.") != path.npos && random_.chance(rarely)) {
      text += "headless: true\n";
      sections_.push_back(path);
    }
    if (is("cascade") && path.ends_with("_index.md") && random_.chance(70)) text += cascade();
    constexpr const char* builds[] = {"_build: {render: never}\n", "_build: {render: link}\n",
                                      "_build: {list: never}\n", "_build: {render: false}\n"};
    if (!path.empty() && text.find("aliases:") == text.npos && random_.chance(rarely)) {
      text += random_.pick(builds);
      sections_.push_back(path);
    }
    if ((is("kinds") || is("feeds")) && random_.chance(60)) text += "tags: [Foo Bar, x, \"Ü\"]\n";
    text += "---\n";
    return text + anchors();
  }

  std::string cascade() {
    constexpr const char* choices[] = {
        "cascade: {_build: {render: never}}\n",
        "cascade: {draft: true}\n",
        "cascade: [{_target: {path: \"**/q*\"}, _build: {render: never}}, {_build: {list: never}}]\n",
        "cascade: [{_target: {kind: page}, _build: {render: link}}]\n",
        "cascade: [{_target: {path: \"/a/b/**\"}, draft: true}]\n",
        "cascade: {aliases: [/handed/down/]}\n",
        "cascade: {expiryDate: 2001-01-01}\n",
        "cascade: {headless: true}\n",
        "cascade: {outputs: [html]}\n"};
    return random_.pick(choices);
  }

  void add_address(std::string& text, const std::string& path, unsigned often) {
    const bool section = path.ends_with("_index.md");
    constexpr const char* slugs[] = {"my-slug", "My Slug", "a/b", "Ünder", "v2.0", "end/"};
    constexpr const char* urls[] = {"/fixed/",    "/fixed/Case/", "/v1.2/page.html", "rel/url",
                                    "/file.html", "/a b/c/",      "/über/x/",        "/docs/in/",
                                    "/noslash",   "/x/index.html"};
    constexpr const char* aliases[] = {"/old/",      "old-rel",  "/old.html", "/Old/Case", "/a/gone/",
                                       "old page",   "/docs/x/", "./dotted",  "rel.html",  "/Idx/index.html",
                                       "/über/alt/", "sub/x/",   "/v2.0"};
    const std::string slug = random_.pick(slugs);
    if (!section && random_.chance(often) && names_.insert(slug).second) text += "slug: \"" + slug + "\"\n";
    const std::string url = random_.pick(urls);
    // RelPermalink of a url that names index.html ends in a slash, so a hook leads past the file.
    const bool misled = is("own hook") && url.ends_with("/index.html");
    if (!misled && random_.chance(section ? often / 2 : often) && names_.insert(url).second)
      text += "url: \"" + url + "\"\n";
    const bool plain = text.find("url:") == text.npos && text.find("slug:") == text.npos && !section;
    if (plain && random_.chance(often))
      text +=
          std::string("aliases: [\"") + random_.pick(aliases) + "\", \"" + random_.pick(aliases) + "\"]\n";
  }

  std::string anchors() {
    constexpr const char* blocks[] = {"## One\n",
                                      "## Two words\n",
                                      "## Dup\n\n## Dup\n",
                                      "### Über uns\n",
                                      "## X {#Custom_ID}\n",
                                      "<a id=\"html-id\"></a>\n",
                                      "<a name=\"old-name\">x</a>\n",
                                      "<div id=\"div\">\n\nx\n\n</div>\n",
                                      "Setext\n======\n",
                                      "## A [l](/?a) b\n",
                                      "## C++ & C#\n",
                                      "Text.\n{#para}\n",
                                      "- item\n{#list .c}\n",
                                      "Term\n: ## In definition\n",
                                      "Term {#no-id}\n: x <b id=in-definition>y</b>\n",
                                      "<section id='sec' name=n>\n\n## Within\n\n</section>\n",
                                      "Text.\n"};
    std::string text;
    for (size_t count = 1 + random_.below(4); count > 0; --count)
      text += "\n" + std::string(random_.pick(blocks));
    return text;
  }

  Random random_;
  LinkSite site_;
  std::vector<std::string> sections_;  // of pages that are not rendered
  std::set<std::string> taken_, names_;
};

}  // namespace

LinkSite generate_site(uint64_t seed, uint64_t index) {
  return Generator(seed, index).make();
}

}  // namespace rubric
