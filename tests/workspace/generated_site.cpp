// How it works: paths of pages are drawn first, then each page's front matter, then texts whose links lead to
// what was drawn, in all ways that links are written, right and wrong.

#include "workspace/generated_site.h"

#include <algorithm>
#include <set>
#include <vector>

#include "conformance/random.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr const char* folders[] = {"",      "docs",       "docs",      "docs/Guide One", "docs/api",
                                   "posts", "posts/2020", "blog/über", "tags",           "de"};
constexpr const char* names[] = {"alpha", "Beta Two", "gamma",  "delta.de", "ünder",
                                 "index", "_index",   "_index", "v1.2",     "_index.de"};
constexpr const char* headings[] = {"One", "Two", "Two", "Über uns"};
constexpr const char* anchors[] = {"one", "two", "two-1", "über-uns", "three", "top", "part"};

// What Hugo makes by itself, if nothing keeps it from that, and other formats.
constexpr const char* made[] = {"/",
                                "/de/",
                                "/tags/",
                                "/tags/foo/",
                                "/tags/bar/",
                                "/t/foo/",
                                "/de/tags/bar/",
                                "/docs/",
                                "/posts/page/2/",
                                "/docs/form/",
                                "/index.xml",
                                "/docs/index.xml",
                                "/docs/form.html",
                                "/posts/",
                                "/sitemap.xml",
                                "/docs/alpha/index.json",
                                "https://example.org/docs/alpha/"};

struct GeneratedPage {
  std::string path;   // of the file
  std::string place;  // "/docs/alpha", as a link by place would name it
  std::string moved;  // its own URL, or an alias; empty when front matter has none
};

std::string lower(std::string text) {
  for (char& byte : text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
    if (byte == ' ') byte = '-';
  }
  return text;
}

class Generator {
 public:
  Generator(uint64_t seed, uint64_t index) : random_(seed, index) {}

  std::map<std::string, std::string, std::less<>> run() {
    configure();
    for (int page = 0; page < 16; ++page) draw_page();
    for (const char* text : {"note.md", "parts/own.md", "parts/again.md"})
      texts_.push_back("assets/" + std::string(text));
    for (GeneratedPage& page : pages_) files_[page.path] = front_matter(page);
    for (const GeneratedPage& page : pages_) files_[page.path] += body(page.place);
    if (!pages_.empty()) files_["GUIDE.md"] = guide();
    for (const std::string& text : texts_) files_[text] = body("/");
    files_["README.md"] = "# Readme\n\n[a](content/docs/alpha.md#one) [b](docs)\n";
    files_["static/images/figure.png"] = "png";
    files_["content/docs/form.html"] = random_.chance(50) ? "---\ntitle: Form\n---\n<p>" : "<p>Form</p>";
    if (random_.chance(8)) files_["content/docs/_content.gotmpl"] = "{{ .AddPage (dict) }}";
    if (random_.chance(10)) files_["static/_redirects"] = "/old-1/* /docs/\n";
    files_["content/docs/alpha/figure.png"] = "png";
    return std::move(files_);
  }

 private:
  void configure() {
    std::string text =
        "baseURL = 'https://example.org" + std::string(random_.chance(20) ? "/base/" : "/") + "'\n";
    if (random_.chance(20)) text += "uglyURLs = true\n";
    if (random_.chance(15)) text += "theme = 'away'\n";
    if (random_.chance(15)) text += "disablePathToLower = true\n";
    if (random_.chance(15)) text += "disableKinds = ['section', 'taxonomy', 'term']\n";
    if (random_.chance(15)) text += "defaultContentLanguageInSubdir = true\n";
    text += "[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n";
    constexpr const char* patterns[] = {"/p/:slug/", "/:section/:filename/", "/:year/:title/",
                                        "/x/:sections/:slug"};
    if (random_.chance(30)) text += "[permalinks]\nposts = '" + std::string(random_.pick(patterns)) + "'\n";
    if (random_.chance(15)) text += "[languages.de.permalinks]\ndocs = '/d/:slug/'\n";
    if (random_.chance(15)) text += "[permalinks.term]\ntags = '/t/:slug/'\n";
    if (random_.chance(12)) text += "[cascade]\ndraft = true\n[cascade._target]\npath = '**/alpha*'\n";
    if (random_.chance(30)) text += "[markup.goldmark.renderHooks.link]\nenableDefault = true\n";
    if (random_.chance(15))
      text +=
          "[module]\n[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n"
          "[[module.mounts]]\nsource = 'more'\ntarget = 'content/docs'\n"
          "[[module.mounts]]\nsource = 'assets'\ntarget = 'assets'\n";
    files_["hugo.toml"] = text;
    if (random_.chance(15))
      files_["layouts/_default/_markup/render-link.html"] = "<a href=\"{{ .Destination }}\">";
    files_["layouts/shortcodes/include.html"] =
        "{{ with resources.Get (.Get 0) }}{{ $.Page.RenderString .Content }}{{ end }}";
    files_["layouts/shortcodes/text.html"] = "{{ readFile (.Get 0) | safeHTML }}";
    files_["layouts/shortcodes/other.html"] = "{{ with site.GetPage (.Get 0) }}{{ .RawContent }}{{ end }}";
    files_["layouts/shortcodes/note.html"] = "<b>{{ .Inner | markdownify }}</b>";
  }

  void draw_page() {
    GeneratedPage page;
    const std::string folder = random_.pick(folders);
    const std::string name = random_.pick(names);
    const std::string base = random_.chance(10) ? "more" : "content";
    const std::string ending = random_.chance(8) ? ".html" : ".md";
    page.path = base + (folder.empty() ? "" : "/" + folder) + "/" + name + ending;
    const bool is_index = name.find("index") == 0 || name.find("_index") == 0;
    page.place = (base == "more" ? "/docs" : "") + (folder.empty() ? std::string() : "/" + folder);
    if (!is_index) page.place += "/" + name.substr(0, name.find(".de"));
    // Sections of other languages and content that lies twice in one place are left out: they share URLs.
    if (!taken_.insert(lower(page.place) + (name.find(".de") == name.npos ? "" : "@de")).second) return;
    pages_.push_back(page);
  }

  // A URL that no other page has.
  std::string new_name(const char* kind) { return kind + std::to_string(++named_); }

  std::string front_matter(GeneratedPage& page) {
    std::string text =
        "---\ntitle: " + new_name("Title ") + "\ndate: 2020-0" + std::to_string(1 + named_ % 9) + "-01\n";
    const std::string folder(folder_of(page.place));
    if (random_.chance(12)) {
      text += "url: /" + (page.moved = new_name("own-")) + "/\n";
      page.moved = "/" + page.moved;
    } else if (random_.chance(12)) {
      const std::string slug = new_name("Slug ");
      text += "slug: " + slug + "\n";
      page.moved = folder + "/" + lower(slug);
    }
    if (random_.chance(15)) {
      const std::string alias = random_.chance(50) ? "/" + new_name("old-") : folder + "/" + new_name("old-");
      text += "aliases: ['" + alias + "']\n";
      if (page.moved.empty() || random_.chance(50)) page.moved = alias;
    }
    if (random_.chance(12)) text += "draft: true\n";
    if (random_.chance(8)) text += "headless: true\n";
    if (random_.chance(8)) text += "tags: [foo, alpha]\n";
    if (random_.chance(8)) text += "_build: {render: never}\n";
    if (random_.chance(6)) text += "expiryDate: 2001-01-01\n";
    if (random_.chance(6)) text += "publishDate: 2999-01-01\n";
    if (random_.chance(6)) text += "outputs: [json]\n";
    if (random_.chance(30)) text += cascade();
    return text + "---\n\n";
  }

  // What a section hands down; on other pages it means nothing.
  std::string cascade() {
    constexpr const char* targets[] = {"kind: term",         "kind: section",    "kind: page",
                                       "path: '/docs/**'",   "path: '**alpha*'", "lang: de",
                                       "path: '/tags{,/**}'"};
    constexpr const char* values[] = {
        "draft: true", "_build: {render: never}", "_build: {render: always}", "headless: true",
        "tags: [bar]", "expiryDate: 2001-01-01"};
    const std::string value = random_.pick(values);
    if (random_.chance(30)) return "cascade: {" + value + "}\n";
    return "cascade: [{_target: {" + std::string(random_.pick(targets)) + "}, " + value + "}]\n";
  }

  // Markdown outside the site.
  std::string guide() {
    std::string text = "## One\n\n";
    for (int links = 0; links < 4; ++links) {
      const std::string path = random_.chance(60)   ? some_page().path
                               : random_.chance(50) ? "README.md"
                                                    : "docs";
      text += "[a](<" + path + fragment() + ">) and [b](<" + url() + ">).\n\n";
    }
    return text;
  }

  const GeneratedPage& some_page() { return pages_[random_.below(pages_.size())]; }

  std::string fragment() { return random_.chance(40) ? "#" + std::string(random_.pick(anchors)) : ""; }

  // Where a page is, as a URL path: mostly right.
  std::string url() {
    const GeneratedPage& page = some_page();
    std::string place = !page.moved.empty() && random_.chance(50) ? page.moved : page.place;
    if (random_.chance(85)) place = lower(place);
    if (random_.chance(12)) place = "/de" + place;
    if (random_.chance(8)) place += "x";
    if (random_.chance(8)) return place + ".html";
    return place + (place.empty() || random_.chance(80) ? "/" : "");
  }

  static std::string up(std::string_view place) {
    std::string dots;
    for (const char byte : place) dots += byte == '/' ? "../" : "";
    return dots;
  }

  std::string link(const std::string& from) {
    const GeneratedPage& page = some_page();
    const std::string file = page.path.substr(page.path.find('/'));
    switch (random_.below(12)) {
      case 0:
      case 1:
      case 2:
        return "[a](<" + url() + fragment() + ">)";
      case 3:
        return "[a](<" + up(from) + url().substr(1) + fragment() + ">)";
      case 4:
        return "[a](<" + std::string(random_.chance(50) ? "" : "..") + file + fragment() + ">)";
      case 5:
        return "[a](<" + std::string(name_of(page.path)) + fragment() + ">)";
      case 6:
        return "[a]({{< ref \"" + (random_.chance(60) ? file : page.place) + fragment() + "\" >}})";
      case 7:
        return "[a]({{< relref \"" + std::string(name_of(random_.chance(50) ? page.path : page.place)) +
               "\" >}})";
      case 8:
        return "![i](" + std::string(random_.chance(50) ? "/images/figure.png" : "figure.png") + ")";
      case 9:
        return "<a href=\"" + url() + fragment() + "\">a</a>";
      case 10:
        return "[a](#" + std::string(random_.pick(anchors)) + ")";
      default:
        return random_.chance(30) ? "[a](<" + from + "/" + url() + ">)"
                                  : "[m](<" + std::string(random_.pick(made)) + fragment() + ">)";
    }
  }

  std::string include() {
    switch (random_.below(5)) {
      case 0:
        return "{{% include \"note.md\" %}}";
      case 1:
        return "{{< include \"parts/own.md\" >}}";
      case 2:
        return "{{% include \"" + std::string(random_.chance(80) ? "parts/again.md" : "parts/gone.md") +
               "\" %}}";
      case 3:
        return "{{% text \"" + some_page().path + "\" %}}";
      default:
        return "{{% other \"" + some_page().place + "\" %}}";
    }
  }

  std::string body(const std::string& from) {
    std::string text;
    const size_t blocks = random_.below(5);
    for (size_t block = 0; block < blocks; ++block) {
      if (random_.chance(60)) text += "## " + std::string(random_.pick(headings)) + "\n\n";
      if (random_.chance(20)) text += "<a id=\"part\"></a>\n\n";
      if (random_.chance(20)) text += include() + "\n\n";
      text += "Text " + link(from) + " and " + (random_.chance(10) ? "the the" : link(from)) + ".\n\n";
    }
    return text;
  }

  Random random_;
  std::map<std::string, std::string, std::less<>> files_;
  std::vector<GeneratedPage> pages_;
  std::vector<std::string> texts_;
  std::set<std::string> taken_;
  int named_ = 0;
};

}  // namespace

std::map<std::string, std::string, std::less<>> generated_site(uint64_t seed, uint64_t index) {
  return Generator(seed, index).run();
}

}  // namespace rubric
