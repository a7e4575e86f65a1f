#include "site/template_inner.h"

#include <catch2/catch.hpp>

namespace rubric {
namespace {

void check(std::string_view source, bool expected) {
  INFO(source);
  CHECK(prints_inner_as_html(read_template_source(source)) == expected);
}

TEST_CASE("A template that prints its inner text between tags shows it as it is", "[templates]") {
  check("<div class=\"box\">{{- .Inner | safeHTML -}}</div>", true);
  check("<p>{{ trim $.Inner \" \" }}</p>", true);
  check("{{ if .Inner }}<b>{{ strings.TrimSpace .Inner }}</b>{{ end }}", true);
  check("<pre>x</pre>{{ .Inner }}", true);
  check("{{ .Inner }}<hr>", true);
}

TEST_CASE("A template that may do anything else with its inner text is not certain to show it",
          "[templates]") {
  check("{{ .Get 0 }}", false);
  check("{{ .Inner }}", false);
  check("{{ .Inner | markdownify }}", false);
  check("{{ .Inner }}{{ .Page.RenderString .Inner }}", false);
  check("{{ if .Get 0 }}{{ .Inner | markdownify }}{{ else }}{{ .Inner }}{{ end }}", false);
  check("{{ with .Inner }}{{ . }}{{ end }}", false);
  check("{{ $text := .Inner }}{{ $text }}", false);
  check("{{ partial \"x\" (dict \"text\" .Inner) }}", false);
  check("{{ len .Inner }}", false);
}

TEST_CASE("A template that always prints its inner text", "[templates]") {
  const auto prints = [](std::string_view source) {
    return always_prints_inner(read_template_source(source));
  };
  for (const std::string_view source : {"{{ .Inner }}", "<div class=\"a\">{{- .Inner | safeHTML -}}</div>",
                                        "{{ with .Get 0 }}<b>{{ . }}</b>{{ end }}{{ .Inner }}"}) {
    INFO(source);
    CHECK(prints(source));
  }
  for (const std::string_view source :
       {"{{ if .Get 0 }}{{ .Inner }}{{ end }}", "{{ .Inner | markdownify }}", "<a title=\"{{ .Inner }}\">",
        "{{ .Get 0 }}", "<script>{{ .Inner }}</script>"}) {
    INFO(source);
    CHECK_FALSE(prints(source));
  }
}

TEST_CASE("A template that always renders its inner text", "[templates]") {
  const auto renders = [](std::string_view source) {
    return always_renders_inner(read_template_source(source));
  };
  for (const std::string_view source : {
           "{{ .Inner | markdownify }}",
           "<p>{{- markdownify (trim $.Inner \" \") -}}</p>",
           "{{ with .Get 0 }}{{ . }}{{ end }}{{ .Inner | .Page.RenderString (dict \"display\" \"block\") }}",
           "{{ $html := $.Page.RenderString .Inner | safeHTML }}{{ $html }}",
       }) {
    INFO(source);
    CHECK(renders(source));
  }
  for (const std::string_view source : {
           "{{ .Inner }}",
           "{{ .Inner }}{{ \"x\" | markdownify }}",
           "{{ if .Get 0 }}{{ .Inner | markdownify }}{{ else }}{{ .Inner }}{{ end }}",
           "{{ range .Params }}{{ $.Inner | markdownify }}{{ end }}",
           "{{ .Inner | htmlEscape | markdownify }}",
           "{{ replace .Inner \"a\" \"b\" | markdownify }}",
           "{{ define \"unused\" }}{{ .Inner | markdownify }}{{ end }}",
           "{{ $_hugo_config := `{ \"version\": 1 }` }}{{ .Inner | markdownify }}",
       }) {
    INFO(source);
    CHECK_FALSE(renders(source));
  }
}

TEST_CASE("Inner text in scripts, code and attributes is none for readers", "[templates]") {
  check("<pre>{{ .Inner }}</pre>", false);
  check("<script>{{ .Inner }}</script>", false);
  check("<a title=\"{{ .Inner }}\">x</a>", false);
  check("<div class=\"Mermaid\">{{ .Inner }}</div>", false);
  check("<section data-markdown>{{ .Inner }}</section>", false);
}

}  // namespace
}  // namespace rubric
