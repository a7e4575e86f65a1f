#include "site/template_safety.h"

#include <catch2/catch.hpp>

namespace rubric {
namespace {

void check(std::string_view source, bool expected) {
  INFO(source);
  CHECK(cannot_fail(read_template_source(source)) == expected);
}

TEST_CASE("A template that only prints and tests what it is given cannot fail", "[templates]") {
  check("<b>{{ .Get 0 }}</b>", true);
  check("{{ with .Get \"id\" }}{{ . }}{{ else }}{{ $.Inner | markdownify }}{{ end }}", true);
  check("{{- $x := .Get 0 | default \"a\" -}}<i class=\"{{ $x }}\">{{ .Page.RenderString .Inner }}</i>",
        true);
  check("{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}", true);
}

TEST_CASE("A template that does more may fail", "[templates]") {
  check("{{ errorf \"no\" }}", false);
  check("{{ .Parent.Get 0 }}", false);
  check("{{ partial \"x\" . }}", false);
  check("{{ index .Site.Data.people (.Get 0) }}", false);
  check("{{ (.Page.GetPage (.Get 0)).Title }}", false);
  check("{{ (resources.GetRemote (.Get 0)).Content }}", false);
  check("{{ add 1 (.Get 0) }}", false);
}

}  // namespace
}  // namespace rubric
