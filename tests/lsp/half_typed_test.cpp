// Pages in an editor are mostly unfinished: every beginning of a page is asked for everything at its end.

#include <catch2/catch.hpp>

#include "lsp/json.h"
#include "lsp/marked_site.h"

using namespace rubric;

TEST_CASE("Every beginning of a page is answered, whatever is asked", "[lsp]") {
  MarkedSite site({
      {"hugo.toml", "baseURL = 'https://example.org/'\n"},
      {"layouts/shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
      {"layouts/shortcodes/note.html", "<p class={{ .Get \"type\" }}>{{ .Inner | markdownify }}</p>\n"},
      {"assets/keys.md", "Keys.\n"},
      {"content/b.md", "[a](/a/)\n"},
      {"content/a.md", ""},
  });
  const std::string page =
      "---\r\ntitle: \"A\"\ntags: ['x', \"y\"]\nlist:\n  - é\n---\n# 🪚 *One* {#one}\n\n"
      "{{< note type=\"a\\\"b\" `c` >}}\n- [x](</b/#\xff> \"t\") ![i](p.png)\n{{< /note >}}\n"
      "{{% include \"keys.md\" %}} {{</* x */>}} <a href=\"/b/\">b</a> {{< ref \"b.md#\" >}}\n"
      "```go\n[x](\n```\n[r]: /b/\n> # Two\n\n<!-- {{< note";
  for (size_t size = 0; size <= page.size(); ++size) {
    const std::string text = page.substr(0, size) + "‸";
    INFO(text);
    for (const std::string method : {"completion", "definition", "documentHighlight", "documentLink",
                                     "documentSymbol", "foldingRange", "hover", "references"})
      CHECK(read_json(site.answer("textDocument/" + method, "content/a.md", text)));
  }
}
