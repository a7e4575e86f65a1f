#include "site/template_lookups.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "site/configuration.h"

namespace rubric {
namespace {

using Files = std::map<std::string, std::string, std::less<>>;

TemplateLookups lookups_of(Files files) {
  files.emplace("hugo.yaml", "title: T\n");
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) paths.push_back(path);
  SiteOptions options;
  options.lookups = true;
  const auto read = [&](std::string_view path) {
    const auto found = files.find(path);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  };
  return read_site(FileTree(paths), read, "", options).lookups;
}

// "any" when a template may read anything, else whether it may read assets/inc/a.md.
std::string dump(const TemplateLookups& lookups) {
  if (!lookups.known) return "any";
  return lookups.may_read("assets/inc/a.md") || lookups.may_read("inc/a.md") ? "may" : "no";
}

void check(const std::string& path, const std::string& text, const std::string& expected) {
  INFO(path << ": " << text);
  CHECK(dump(lookups_of({{path, text}})) == expected);
}

}  // namespace

TEST_CASE("A layout reads what the strings in it name", "[templates]") {
  const std::string layout = "layouts/partials/p.html";
  check(layout, "{{ .Title }}{{ .Resources.Get .File }}{{ fileExists .X }}", "no");
  check(layout, "{{/* resources.Get \"inc/a.md\" */}}", "no");
  check(layout, "{{ resources.Get \"css/a.css\" | resources.Minify }}", "no");
  check(layout, "{{ resources.Get \"inc/a.md\" }}", "may");
  check(layout, "{{ resources.Get \"/inc/a.md\" }}", "may");
  check(layout, "{{ readFile \"assets/inc/a.md\" }}", "may");
  check(layout, "{{ os.ReadFile \"./assets/inc/a.md\" }}", "may");
  check(layout, "{{ $f := \"a\" }}", "may");
  check(layout, "{{ $f := \"b/a.md\" }}{{ $g := \"inc\" }}", "no");
  check(layout, "{{ resources.Match \"inc/*\" }}", "may");
  check(layout, "{{ resources.GetMatch \"/inc/[a-z].md\" }}", "may");
  check(layout, "{{ resources.Match \"css/*.css\" }}", "no");
}

TEST_CASE("A layout that computes what it reads may read anything", "[templates]") {
  for (const char* source :
       {"{{ resources.Get .Params.file }}", "{{ with resources.Get (printf \"inc/%s\" .X) }}{{ end }}",
        "{{ .X | resources.Get }}", "{{ \"inc/a.md\" | resources.Get }}", "{{ readFile $f }}",
        "{{ os.ReadFile $f }}", "{{ readDir \"assets/inc\" }}", "{{ os.ReadDir \"assets\" }}",
        "{{ resources.Match .X }}", "{{ resources.ByType \"text\" }}", "{{ $r := resources }}",
        "{{ apply $x \"readFile\" \".\" }}", "{{ js.Build (dict \"loaders\" (dict \".md\" \"text\")) }}",
        "{{ . | resources.ExecuteAsTemplate \"a.css\" }}"})
    check("layouts/partials/p.html", source, "any");
}

TEST_CASE("What an include reads by its parameter is known", "[templates]") {
  const std::string shortcode = "layouts/shortcodes/inc.html";
  check(shortcode, "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}", "no");
  check(shortcode, "{{ readFile (printf \"inc/%s.md\" (.Get 0)) }}", "no");
  check(shortcode, "{{ readFile (printf \"inc/%s.md\" (.Get 0 | default \"a\")) }}", "may");
  check(shortcode, "{{ readFile (.Get 0) }}{{ readFile (.Get 1) }}", "any");
  check(shortcode, "{{ readFile (.Get 0) }}{{ readFile (.Get \"other\") }}", "any");
  check(shortcode, "{{ readFile (.Get 0 | default .Page.Params.file) }}", "any");
  check(shortcode, "{{ readFile (.Get 0) }}{{ range resources.Match (.Get 0) }}{{ .Content }}{{ end }}",
        "any");
  check(shortcode, "{{ readFile (replace (.Get 0) \"a\" \"b\") }}", "any");
}

TEST_CASE("What calls shortcodes and is no page of ours may read anything", "[templates]") {
  check("content/p.html", "---\n---\n{{< inc \"x\" >}}", "any");
  check("content/p.html", "<p>Text.</p>", "no");
  check("content/p.md", "{{< inc \"x\" >}}", "no");
  check("content/_content.gotmpl", "{{ .AddPage (dict \"path\" \"p\") }}", "any");
  check("archetypes/default.md", "---\ntitle: {{ .Name }}\n---\n", "no");
  check("archetypes/default.md", "{{% inc \"x\" %}}", "any");
  CHECK(dump(lookups_of({{"hugo.yaml", "security:\n  enableInlineShortcodes: true\n"}})) == "any");
}

}  // namespace rubric
