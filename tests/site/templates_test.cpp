#include "site/templates.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

namespace rubric {
namespace {

std::string dump(const ShortcodeTemplate& shortcode) {
  const char* inner[] = {"none", "raw", "markdown", "unknown"};
  std::string out = inner[static_cast<int>(shortcode.inner)];
  if (shortcode.include) out += ", include";
  if (shortcode.writes_html) out += ", open";
  return out;
}

void check(std::string_view source, const std::string& expected) {
  INFO(source);
  CHECK(dump(read_shortcode_template(source)) == expected);
}

TEST_CASE("A template takes inner text by Hugo's criterion", "[templates]") {
  for (const char* source :
       {"{{ .Inner }}", "{{- .Inner -}}", "{{ $.Inner }}", "{{ $x.Inner }}", "{{ .Parent.Inner }}",
        "{{ .Params.Inner }}", "{{ return .Inner }}", "{{ len .Inner }}", "{{ if .Inner }}{{ end }}",
        "{{ with .Get 0 }}{{ else }}{{ .InnerDeindent }}{{ end }}", "{{ $a := print (print .Inner) }}",
        "{{ print `}}` 'a' }}{{ .Inner }}", "{{ block \"b\" . }}{{ .Inner }}{{ end }}",
        "{{ template \"d\" . }}{{ define \"d\" }}{{ if 1 }}{{ end }}{{ .Inner }}{{ end }}",
        "{{ \"}}\" }}{{ .Inner }}"})
    check(source, "raw");
  for (const char* source :
       {"", ".Inner", "{{/* .Inner */}}", "{{- /* .Inner */ -}}", "{{ \".Inner\" }}", "{{ `.Inner` }}",
        "{{ .inner }}", "{{ .InnerX }}", "{{ (f).Inner }}", "{{ site.Params.Inner }}", "{{ $Inner }}",
        "{{ define \"d\" }}{{ if 1 }}{{ end }}{{ .Inner }}{{ end }}"})
    check(source, "none");
}

TEST_CASE("Inner text is Markdown when the template renders it", "[templates]") {
  check("{{ .Inner | markdownify }}", "markdown");
  check("{{ .Page.RenderString .Inner }}", "markdown");
  check("{{ $i := trim .Inner \" \" }}{{ $i | .Page.RenderString }}", "markdown");
  check("{{ with .Inner }}{{ . | markdownify }}{{ end }}", "markdown");
  check("{{ .Get 0 | markdownify }}{{ .Inner }}", "raw");
}

TEST_CASE("An include finds a file by its first parameter and prints it", "[templates]") {
  check("{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}", "none, include");
  check("{{ $p := .Get 0 }}{{ readFile $p | safeHTML }}", "none, include");
  check("{{ with .Get 0 }}{{ with $.Page.GetPage . }}{{ .RenderShortcodes }}{{ end }}{{ end }}",
        "none, include");
  check("{{ $r := .Page.Resources.Get (.Get \"file\") }}{{ $r.Content }}", "none, include");
  check("{{ (site.GetPage (.Get 0)).Content }}", "none, include");
  check("{{ with resources.Get (.Get 0) }}<img src=\"{{ .RelPermalink }}\">{{ end }}", "none");
  check("{{ with resources.Get \"x.md\" }}{{ .RelPermalink }}{{ end }}", "none");
  check("{{ with .Page.GetPage (.Get 0) }}{{ .Title }}{{ end }}", "none");
}

TEST_CASE("Output with ids of its own leaves a page open", "[templates]") {
  check("<div class=\"note\">{{ .Inner | markdownify }}</div>", "markdown");
  check("<div id=\"{{ .Get 0 }}\"></div>", "none, open");
  check("<h2>{{ .Get 0 }}</h2>", "none, open");
  check("# {{ .Get 0 }}", "none, open");
  check("{{ partial \"x.html\" . }}", "none, open");
  check("{{ range site.Data.x }}{{ .text | markdownify }}{{ end }}", "none, open");
}

TEST_CASE("Names come from paths, and the project wins over its theme", "[templates]") {
  const std::map<std::string, std::string, std::less<>> texts = {
      {"layouts/shortcodes/a.html", "{{ .Inner }}"}, {"layouts/shortcodes/b/c.en.html", "{{ .Inner }}"},
      {"layouts/shortcodes/b/c.html", ""},           {"layouts/shortcodes/figure.html", "{{ .Inner }}"},
      {"layouts/shortcodes/include.html", ""},       {"themes/t/layouts/shortcodes/a.html", ""},
      {"themes/t/layouts/shortcodes/d.md", ""},      {"layouts/_shortcodes/e.html", ""},
      {"layouts/docs/_shortcodes/f.html", ""},       {"layouts/partials/g.html", ""}};
  std::vector<std::string> paths;
  for (const auto& [path, text] : texts) paths.push_back(path);
  const FileTree files(paths);
  const ReadFile read = [&](std::string_view path) -> std::optional<std::string> {
    const auto found = texts.find(path);
    return found == texts.end() ? std::nullopt : std::optional(found->second);
  };
  const std::vector<std::string> folders = {"layouts", "themes/t/layouts"};
  const std::vector<std::string> includes = {"pull"};

  const ShortcodeTemplates now = read_shortcode_templates(files, read, folders, current_hugo, includes);
  CHECK(now.at("a").inner == InnerText::raw);
  CHECK(now.at("a").path == "layouts/shortcodes/a.html");
  CHECK(now.at("b/c").inner == InnerText::none);
  CHECK(now.at("figure").inner == InnerText::raw);
  CHECK(now.at("include").include);
  CHECK(now.at("d").path == "themes/t/layouts/shortcodes/d.md");
  CHECK(now.at("pull").include);
  CHECK(now.at("pull").inner == InnerText::unknown);
  CHECK((now.contains("e") && now.contains("f") && !now.contains("g")));
  CHECK(now.at("details").inner == InnerText::markdown);

  const ShortcodeTemplates old = read_shortcode_templates(files, read, folders, {0, 111, 3});
  CHECK((!old.contains("e") && !old.contains("f") && !old.contains("details") && old.contains("tweet")));
}

TEST_CASE("Letter case in names counts before Hugo 0.146", "[templates]") {
  Dialect dialect;
  dialect.templates["Note"] = {};
  dialect.hugo = {0, 145, 0};
  CHECK(dialect.find("note") == nullptr);
  CHECK(dialect.find("shortcodes/Note") != nullptr);
  dialect.hugo = {0, 146, 0};
  CHECK(dialect.find("note") != nullptr);
}

}  // namespace
}  // namespace rubric
