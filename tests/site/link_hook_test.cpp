#include "site/link_hook.h"

#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

constexpr const char* embedded = R"({{- $u := urls.Parse .Destination -}}
{{- $href := $u.String -}}
{{- if strings.HasPrefix $u.String "#" -}}
  {{- $href = printf "%s#%s" .PageInner.RelPermalink $u.Fragment -}}
{{- else if and $href (not $u.IsAbs) -}}
  {{- $path := strings.TrimPrefix "./" $u.Path -}}
  {{- with or ($.PageInner.GetPage $path) ($.PageInner.Resources.Get $path) (resources.Get $path) -}}
    {{- $href = .RelPermalink -}}
    {{- with $u.RawQuery -}}{{- $href = printf "%s?%s" $href . -}}{{- end -}}
    {{- with $u.Fragment -}}{{- $href = printf "%s#%s" $href . -}}{{- end -}}
  {{- end -}}
{{- end -}}
<a href="{{ $href }}"{{ with .Title }} title="{{ . }}"{{ end }}>{{ .Text | safeHTML }}</a>)";

}  // namespace

TEST_CASE("A hook that looks destinations up as Hugo's embedded one does is told from others") {
  CHECK(finds_pages_as_embedded(embedded));
  CHECK_FALSE(finds_pages_as_embedded(""));
  CHECK_FALSE(finds_pages_as_embedded("<a href=\"{{ .Destination | safeURL }}\">{{ .Text }}</a>"));
  CHECK_FALSE(
      finds_pages_as_embedded("<a href=\"{{ (.Page.GetPage .Destination).RelPermalink }}\">{{ .Text }}</a>"));
  for (const char* more :
       {"{{ $href = relURL $href }}", "{{ site.GetPage .Destination }}", "{{ partial \"x\" . }}",
        "{{ .Page.Site.GetPage .Destination }}", "{{ ref .Page .Destination }}"}) {
    INFO(more);
    CHECK_FALSE(finds_pages_as_embedded(std::string(embedded) + more));
  }
}
