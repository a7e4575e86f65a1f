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
        "{{ \"}}\" }}{{ .Inner }}", "{{ print (dict 1 .Inner) }}", "{{ if 0 }}{{ else if .Inner }}{{ end }}",
        "{{- template \"d\" . -}}{{- define \"d\" -}}{{- .Inner -}}{{- end -}}"})
    check(source, "raw");
  check("{{ template \"x.html\" . }}{{ .Inner }}", "raw, open");
  for (const char* source :
       {"", ".Inner", "{{/* .Inner */}}", "{{- /* .Inner */ -}}", "{{ \".Inner\" }}", "{{ `.Inner` }}",
        "{{ .inner }}", "{{ .InnerX }}", "{{ (f).Inner }}", "{{ site.Params.Inner }}", "{{ $Inner }}",
        "{{ define \"d\" }}{{ if 1 }}{{ end }}{{ .Inner }}{{ end }}",
        "{{- define \"d\" -}}{{ .Inner }}{{- end -}}",
        "{{ template \"d\" .Inner }}{{ define \"d\" }}{{ end }}", "{{ block \"b\" .Inner }}{{ end }}",
        "{{ with (dict 1 .Inner).a }}{{ end }}", "{{ with ((dict 1 .Inner)).a }}{{ end }}",
        "{{ template \"_internal/shortcodes/vimeo_simple.html\" . }}"})
    check(source, "none");
  check("{{ template \"partials/x.html\" . }}", "unknown, open");
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
  check("<h2>{{ .Get 0 }}</h2>", "none");
  check("<h2 id=\"fixed\">{{ .Get 0 }}</h2>", "none");
  check("{{ .Get 0 | safeHTML }}{{ .Inner | safeHTML }}", "raw");
  check("{{ site.Params.html | safeHTML }}", "none, open");
  check("# {{ .Get 0 }}", "none, open");
  check("{{ partial \"x.html\" . }}", "none, open");
  check("{{ .Page.Render \"card\" }}", "none, open");
  check("{{ template \"_internal/x.html\" . }}", "none");
  check("{{ range site.Data.x }}{{ .text | markdownify }}{{ end }}", "none, open");
}

TEST_CASE("A template writes what the partials that it calls write", "[templates]") {
  const std::map<std::string, std::string> partials = {
      {"icon.html", "<i id=\"icon\">{{ partial \"deep\" . }}</i>"},
      {"deep", "{{ partial \"icon.html\" . }}"},
      {"own.html", "<b id=\"{{ .id }}\"></b>"}};
  const ReadPartial read_partial = [&](const std::string& name) -> std::optional<std::string> {
    const auto found = partials.find(name);
    return found == partials.end() ? std::nullopt : std::optional(found->second);
  };
  const ShortcodeTemplate icon = read_shortcode_template("{{ partial \"icon.html\" . }}", read_partial);
  CHECK_FALSE(icon.writes_html);
  CHECK(icon.ids == std::vector<std::string>{"icon"});
  CHECK(read_shortcode_template("{{ partial \"own.html\" . }}", read_partial).writes_html);
  CHECK(read_shortcode_template("{{ partial \"gone.html\" . }}", read_partial).writes_html);
  CHECK(read_shortcode_template("{{ partial .name . }}", read_partial).writes_html);
}

using Texts = std::map<std::string, std::string, std::less<>>;

SiteTemplates read(const Texts& texts, const std::vector<Mount>& layouts, HugoVersion hugo,
                   const std::vector<std::string>& includes = {}) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : texts) paths.push_back(path);
  const ReadFile read_text = [&](std::string_view path) -> std::optional<std::string> {
    const auto found = texts.find(path);
    return found == texts.end() ? std::nullopt : std::optional(found->second);
  };
  return read_shortcode_templates(FileTree(paths), read_text, layouts, hugo, includes);
}

constexpr HugoVersion old_hugo{0, 111, 3};
const std::vector<Mount> project = {{"layouts", "", ""}};
const std::vector<Mount> project_and_theme = {{"layouts", "", ""}, {"themes/t/layouts", "", ""}};

// The site's own shortcodes, each with its file and what it does with inner text.
std::string own(const ShortcodeTemplates& templates) {
  std::string out;
  for (const auto& [name, shortcode] : templates) {
    if (shortcode.path.empty()) continue;
    out += (out.empty() ? "" : ", ") + name + " " + shortcode.path + " " + dump(shortcode);
    if (shortcode.plain_text) out += " text";
  }
  return out;
}

TEST_CASE("Names come from paths, and the project wins over its theme", "[templates]") {
  const Texts texts = {{"layouts/shortcodes/a.html", "{{ .Inner }}"},
                       {"layouts/shortcodes/b/c.en.html", ""},
                       {"layouts/shortcodes/b/c.html", ""},
                       {"layouts/shortcodes/figure.html", "{{ .Inner }}"},
                       {"layouts/shortcodes/include.html", ""},
                       {"themes/t/layouts/shortcodes/a.html", ""},
                       {"themes/t/layouts/shortcodes/d.md", ""},
                       {"layouts/_shortcodes/e.html", ""},
                       {"layouts/docs/_shortcodes/f.html", ""},
                       {"layouts/partials/g.html", ""},
                       {"layouts/shortcodes/h.html~", ""},
                       {"layouts/shortcodes/.i.html", ""},
                       {"layouts/shortcodes/k", ""},
                       {"layouts/_default/shortcodes/l m.html", ""}};
  const SiteTemplates now = read(texts, project_and_theme, current_hugo, {"pull"});
  CHECK(own(now.all) ==
        "a layouts/shortcodes/a.html raw, b/c layouts/shortcodes/b/c.html none, "
        "d themes/t/layouts/shortcodes/d.md none text, e layouts/_shortcodes/e.html none, "
        "f layouts/docs/_shortcodes/f.html none, figure layouts/shortcodes/figure.html raw, "
        "include layouts/shortcodes/include.html none, include, k layouts/shortcodes/k none, "
        "l-m layouts/_default/shortcodes/l m.html none");
  CHECK(now.all.at("pull").include);
  CHECK(now.all.at("pull").inner == InnerText::unknown);
  CHECK(now.all.at("details").inner == InnerText::markdown);

  const SiteTemplates old = read(texts, project_and_theme, old_hugo);
  CHECK(own(old.all) ==
        "a layouts/shortcodes/a.html raw, b/c layouts/shortcodes/b/c.html none, "
        "d themes/t/layouts/shortcodes/d.md none, figure layouts/shortcodes/figure.html raw, "
        "include layouts/shortcodes/include.html none, include, k layouts/shortcodes/k none");
  CHECK(old.sections.empty());
  CHECK(own(read({{"layouts/shortcodes/a.b/c.html", ""}}, project, old_hugo).all) ==
        "a layouts/shortcodes/a.b/c.html none");
}

TEST_CASE("Embedded shortcodes come and go with releases", "[templates]") {
  const struct {
    std::string_view name;
    HugoVersion since, until;
  } rows[] = {
      {"figure", {}, {9, 0, 0}},           {"comment", {0, 137, 1}, {9, 0, 0}},
      {"details", {0, 140, 0}, {9, 0, 0}}, {"qr", {0, 141, 0}, {9, 0, 0}},
      {"x", {0, 141, 0}, {9, 0, 0}},       {"gist", {}, {0, 156, 0}},
      {"tweet", {}, {0, 156, 0}},
  };
  for (const auto& row : rows) {
    for (const HugoVersion hugo :
         {HugoVersion{0, 111, 3}, HugoVersion{0, 137, 0}, HugoVersion{0, 137, 1}, HugoVersion{0, 140, 0},
          HugoVersion{0, 141, 0}, HugoVersion{0, 155, 3}, HugoVersion{0, 156, 0}}) {
      INFO(row.name << " in 0." << hugo.minor);
      CHECK(read({}, project, hugo).all.contains(row.name) == (hugo >= row.since && hugo < row.until));
    }
  }
}

TEST_CASE("Mounts below layouts give names, and patterns hide files", "[templates]") {
  const Texts texts = {
      {"sc/a.html", ""}, {"sc/in/b.html", ""}, {"one.html", ""}, {"other/_shortcodes/c.html", ""}};
  Mount deep{"sc", "shortcodes/deep", ""};
  const Mount file{"one.html", "shortcodes/uno.html", ""};
  CHECK(own(read(texts, {deep, file}, old_hugo).all) ==
        "deep/a sc/a.html none, deep/in/b sc/in/b.html none, uno one.html none");
  CHECK(own(read(texts, {{"other/_shortcodes", "_shortcodes", ""}}, current_hugo).all) ==
        "c other/_shortcodes/c.html none");
  CHECK(own(read(texts, {{"sc", "docs/_shortcodes", ""}}, current_hugo).sections.at(0).templates) ==
        "a sc/a.html none, in/b sc/in/b.html none");
  deep.excluded = {"in"};
  CHECK(own(read(texts, {deep}, old_hugo).all) == "deep/a sc/a.html none");
  deep.excluded = {};
  deep.included = {"in/*.html"};
  CHECK(own(read(texts, {deep}, old_hugo).all) == "deep/in/b sc/in/b.html none");
  CHECK(read(texts, {deep}, old_hugo).complete);
  deep.included = {"[a-c].html"};
  CHECK(!read(texts, {deep}, old_hugo).complete);
}

TEST_CASE("Of variants that differ, whether inner text is taken is unknown", "[templates]") {
  const auto inner = [](const Texts& texts, HugoVersion hugo, const std::string& name) {
    return own(read(texts, project, hugo).all).find(name + " ") == std::string::npos
               ? "embedded"
               : dump(read(texts, project, hugo).all.at(name));
  };
  const std::string folder = "layouts/shortcodes/";
  for (const HugoVersion hugo : {old_hugo, current_hugo}) {
    CHECK(inner({{folder + "x.html", "{{ .Inner }}"}, {folder + "x.amp.html", ""}}, hugo, "x") == "unknown");
    CHECK(inner({{folder + "x.html", ""}, {folder + "x.md", "{{ .Inner }}"}}, hugo, "x") == "unknown");
    CHECK(inner({{folder + "x.html", "{{ .Inner }}"}, {folder + "x.en.html", "{{ .Inner | markdownify }}"}},
                hugo, "x") == "raw");
    CHECK(inner({{folder + "figure.amp.html", "{{ .Inner }}"}}, hugo, "figure") == "unknown");
    CHECK(inner({{folder + "figure.amp.html", ""}}, hugo, "figure") == "none");
  }
  CHECK(inner({{folder + "x.html", ""}, {"layouts/docs/_shortcodes/x.html", "{{ .Inner }}"}}, current_hugo,
              "x") == "unknown");
}

TEST_CASE("A section's shortcodes are seen by its pages, before those around it", "[templates]") {
  const Texts texts = {{"layouts/_shortcodes/a.html", ""},
                       {"layouts/Docs/_shortcodes/a.html", ""},
                       {"layouts/Docs/_shortcodes/b.html", ""},
                       {"layouts/docs/api/_shortcodes/c.html", ""},
                       {"layouts/docs/api/_shortcodes/a.md", ""}};
  const SiteTemplates site = read(texts, project, current_hugo);
  std::string sections;
  for (const SectionTemplates& section : site.sections)
    sections += section.section + ": " + own(section.templates) + "\n";
  CHECK(sections ==
        "docs/api: a layouts/Docs/_shortcodes/a.html none, b layouts/Docs/_shortcodes/b.html none, "
        "c layouts/docs/api/_shortcodes/c.html none\n"
        "docs: a layouts/Docs/_shortcodes/a.html none, b layouts/Docs/_shortcodes/b.html none\n"
        ": a layouts/_shortcodes/a.html none\n");
  CHECK(site.sections.back().templates.contains("figure"));
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
