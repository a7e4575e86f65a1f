#include "site/include_template.h"

#include <string>
#include <string_view>

#include <catch2/catch.hpp>

namespace rubric {
namespace {

// "assets includes/*.md (file 0) raw": where it looks, by which parameters, and what it prints.
std::string dump(const IncludeTemplate& include) {
  const char* from[] = {"assets", "files", "pages", "site_pages"};
  const char* output[] = {"unknown", "raw", "markdown", "page", "shortcodes"};
  if (include.lookups.empty()) return "";
  std::string out;
  for (const IncludeLookup& lookup : include.lookups) {
    out += std::string(from[static_cast<int>(lookup.from)]) + " " + (lookup.beside_page ? "beside " : "");
    out += lookup.before + "*" + lookup.after + " ";
  }
  out += "(";
  for (const std::string& key : include.keys) out += (&key == &include.keys.front() ? "" : " ") + key;
  out += std::string(") ") + output[static_cast<int>(include.output)];
  return out + (include.wrapped ? ", wrapped" : "");
}

void check(std::string_view source, const std::string& expected) {
  INFO(source);
  CHECK(dump(read_include_template(read_template_source(source))) == expected);
}

}  // namespace

TEST_CASE("A template tells where it looks and what it prints", "[templates]") {
  check("{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}", "assets * (0) raw");
  check("{{- $f := .Get \"file\" -}}\n{{ (resources.Get $f).Content | markdownify }}",
        "assets * (file) markdown");
  check("{{ with resources.Get (.Get 0) }}<div>{{ .Content | safeHTML }}</div>{{ end }}",
        "assets * (0) raw, wrapped");
  check("{{ .Get 0 | readFile | $.Page.RenderString }}", "files * (0) markdown");
  check("{{ os.ReadFile (.Get 0) | .Page.RenderString (dict \"display\" \"block\") }}",
        "files * (0) markdown");
  check("{{ with .Get 0 }}{{ with $.Page.GetPage . }}{{ .RenderShortcodes }}{{ end }}{{ end }}",
        "pages * (0) shortcodes");
  check("{{ $p := .Get 0 }}{{ with site.GetPage $p }}{{ .Content }}{{ end }}", "site_pages * (0) page");
  check("{{ (.Site.GetPage (.Get 0)).RawContent }}", "site_pages * (0) raw");
}

TEST_CASE("A path made of constants and the parameter is followed", "[templates]") {
  check("{{ os.ReadFile (printf \"includes/%s.md\" (.Get 0)) }}", "files includes/*.md (0) raw");
  check("{{ readFile (path.Join \"includes\" (.Get 0)) }}", "files includes/* (0) raw");
  check("{{ $p := print \"a/\" (.Get \"name\") }}{{ readFile (add $p \".md\") }}", "files a/*.md (name) raw");
  check("{{ $f := .Get \"file\" | default (.Get 0) }}{{ readFile $f }}", "files * (file 0) raw");
  check(
      "{{ $f := \"\" }}{{ if .IsNamedParams }}{{ $f = .Get \"file\" }}{{ else }}{{ $f = .Get 0 }}{{ end }}"
      "{{ readFile $f }}",
      "files * (file 0) raw");
  check("{{ readFile (printf \"%s%s\" .Page.File.Dir (.Get 0)) }}", "files beside * (0) raw");
  check(
      "{{ $.Scratch.Set \"p\" (.Get 0) }}{{ if eq (.Scratch.Get \"p\" | printf \"%.1s\") \"/\" }}"
      "{{ $.Scratch.Set \"f\" ($.Scratch.Get \"p\") }}{{ else }}{{ $.Scratch.Set \"f\" \"/\" }}"
      "{{ $.Scratch.Add \"f\" $.Page.File.Dir }}{{ $.Scratch.Add \"f\" ($.Scratch.Get \"p\") }}{{ end }}"
      "{{ if fileExists ($.Scratch.Get \"f\") }}{{ $.Scratch.Get \"f\" | readFile | .Page.RenderString }}"
      "{{ else }}{{ errorf \"no %s\" .Position }}{{ end }}",
      "files * files beside * (0) markdown");
  check(
      "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ else }}{{ with site.GetPage (.Get 0) }}"
      "{{ .RawContent }}{{ end }}{{ end }}",
      "assets * site_pages * (0) raw");
}

TEST_CASE("Of what is not followed nothing is claimed", "[templates]") {
  for (const char* source :
       {"", "{{ .Inner }}", "{{ readFile \"a.md\" }}", "{{ readFile (.Get 1) }}", "{{ .Get 0 }}",
        "{{ readFile (replace (.Get 0) \"a\" \"b\") }}", "{{ readFile (strings.TrimPrefix \"/\" (.Get 0)) }}",
        "{{ partial \"include.html\" (dict \"file\" (.Get 0)) }}",
        "{{ readFile (.Get 0) }}{{ partial \"x.html\" . }}", "{{ readFile (index .Params 0) }}",
        "{{ with .Page.Resources.Get (.Get 0) }}{{ .Content }}{{ end }}",
        "{{ $f := .Get 0 }}{{ if not (hasSuffix $f \".md\") }}{{ $f = replace $f \"x\" \"y\" }}{{ end }}"
        "{{ readFile $f }}",
        "{{ $f := \"default.md\" }}{{ with .Get 0 }}{{ $f = . }}{{ end }}{{ readFile $f }}",
        "{{ with resources.Get (.Get 0) }}{{ .RelPermalink }}{{ end }}",
        "{{ $r := resources.Get (.Get \"src\") | minify }}<img src=\"{{ $r.RelPermalink }}\">",
        "{{ range (.Get 0) }}{{ readFile . }}{{ end }}", "{{ ) }}{{ ( }}{{ | }}{{ end }}{{ else }}"})
    check(source, "");
}

TEST_CASE("Text that is printed in several ways, or not always, is not known", "[templates]") {
  check(
      "{{ $c := readFile (.Get 0) }}{{ if .Get \"code\" }}{{ highlight $c \"go\" }}{{ else }}"
      "{{ $c | markdownify }}{{ end }}",
      "files * (0) unknown");
  check("{{ readFile (.Get 0) }}{{ readFile (.Get 0) }}", "files * (0) unknown");
  check("{{ if .Get 1 }}{{ readFile (.Get 0) }}{{ end }}", "files * (0) unknown");
  check("{{ with resources.Get (.Get 0) }}{{ if true }}{{ .Content }}{{ end }}{{ end }}",
        "assets * (0) unknown");
  check("{{ replace (readFile (.Get 0)) \"a\" \"b\" | markdownify }}", "files * (0) unknown");
  check("{{ if .Get 1 }}{{ readFile (.Get 0) }}{{ else }}{{ readFile (.Get 0) | markdownify }}{{ end }}",
        "files * (0) unknown");
  check("{{ with resources.Get (.Get 0) }}{{ .Content }}{{ else }}{{ errorf \"no\" }}{{ end }}",
        "assets * (0) raw");
}

}  // namespace rubric
