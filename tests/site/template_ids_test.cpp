#include "site/template_ids.h"

#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void check(std::string_view source, const std::string& expected) {
  INFO(source);
  const std::vector<TemplatePart> parts = read_template_source(source);
  const TemplateIds found = find_template_ids(parts);
  std::string out;
  for (const std::string& id : found.ids) out += (out.empty() ? "" : " ") + id;
  if (found.computed) out += out.empty() ? "computed" : ", computed";
  if (is_empty(parts)) out += "nothing";
  CHECK(out == expected);
}

}  // namespace

TEST_CASE("A template's text tells which ids it writes") {
  check("<div id=\"box\"><a name='top'></a><p id=bare class=x>{{ .Inner }}</p></div>", "box bare top");
  check("<div id=\"{{ .Get 0 }}\">", "computed");
  check("<div id=\"x-{{ .Get 0 }}\">", "computed");
  check("<div data-id=\"{{ .Get 0 }}\" class=\"id={{ .Get 1 }}\">", "");
  check("{{ printf \"<a id=%q>\" (.Get 0) }}", "computed");
  check("<h2>{{ .Get 0 }}</h2>", "");
  check("\n## {{ .Get 0 }}\n", "computed");
  check("<p {{ range $k, $v := .Params }} {{ $k }}=\"{{ $v }}\"{{ end }}>", "computed");
  check("{{/* for now */}}\n", "nothing");
  check("{{ .Inner }}", "");
  check("text", "");
}
