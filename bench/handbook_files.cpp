// How it works: constants. The templates are written so that Hugo 0.111 and the newest Hugo both take them.
#include "handbook_files.h"

#include <array>

namespace rubric::bench {
namespace {

constexpr std::string_view page_template = R"(<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<h1>{{ .Title }}</h1>
{{ .Content }}
</body>
</html>
)";

constexpr std::array<HandbookFile, 8> files = {{
    {"hugo.yaml", R"(baseURL: https://handbook.example.com/
title: Generated handbook
disableKinds: [taxonomy, term, RSS, sitemap]
markup:
  goldmark:
    renderer:
      unsafe: true
)"},
    {"layouts/_default/single.html", page_template},
    {"layouts/_default/list.html", page_template},
    {"layouts/index.html", page_template},
    {"layouts/shortcodes/include.html",
     R"({{ with resources.Get (.Get 0) }}{{ $.Page.RenderString (dict "display" "block") .Content }}{{ else }}{{ errorf "include %q not found: %s" (.Get 0) .Position }}{{ end }}
)"},
    {"layouts/shortcodes/note.html", R"(<aside class="note">

{{ .Inner }}

</aside>
)"},
    {"layouts/shortcodes/alert.html", R"(<aside class="alert">
{{ with .Get "title" }}<strong>{{ . }}</strong>{{ end }}
{{ .Inner | $.Page.RenderString (dict "display" "block") }}
</aside>
)"},
    {"layouts/shortcodes/badge.html", "<span class=\"badge\">{{ .Get 0 }}</span>\n"},
}};

constexpr unsigned char pixel[] = {
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00,
    0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
    0xda, 0x45, 0x08, 0x3b, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

}  // namespace

std::span<const HandbookFile> handbook_files() {
  return files;
}

const std::string_view diagram_svg =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><rect width=\"8\" "
    "height=\"8\"/></svg>\n";

const std::string_view pixel_png(reinterpret_cast<const char*>(pixel), sizeof pixel);

}  // namespace rubric::bench
