// Hover, definitions, references, links, symbols, folds and highlights: what is answered for a page with a
// cursor in it.

#include <catch2/catch.hpp>

#include "lsp/marked_site.h"
#include "rules/rules.h"
#include "workspace/configuration.h"

using namespace rubric;

namespace {

const std::map<std::string, std::string> handbook = {
    {"hugo.toml", "baseURL = 'https://example.org/'\n"},
    {"layouts/shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
    {"layouts/shortcodes/note.html", "<p>{{ .Inner | markdownify }}</p>\n"},
    {"layouts/shortcodes/box.html", "<div>{{ .Inner }}</div>\n"},
    {"assets/keys.md", "Keys hang **beside** the door.\n"},
    {"static/plan.png", "png"},
    {"content/a.md", "---\ntitle: A\n---\n"},
    {"content/tools/index.md",
     "---\ntitle: The tools\n---\n\nSaws first.\n\n## Hand saws {#saws}\n\nSharp ones.\n\n## Planes\n"},
    {"content/tips.md", "{{< note type=\"tip\" >}}z{{< /note >}}\n"},
};

void check_answer(const std::string& method, const std::string& text, const std::string& expected) {
  MarkedSite site(handbook);
  INFO(text);
  CHECK(site.ask("textDocument/" + method, "content/a.md", text) == expected);
}

void check_definition(const std::string& text, const std::string& expected) {
  MarkedSite site(handbook);
  site.support.definition_links = false;
  INFO(text);
  CHECK(site.ask("textDocument/definition", "content/a.md", text) == expected);
}

}  // namespace

TEST_CASE("A definition is what a link, an include or a shortcode leads to", "[lsp]") {
  check_definition("[x](/to‸ols/)", R"({"uri":"content/tools/index.md","range":0:0-0:0})");
  check_definition("[x‸](/tools/#saws)", R"({"uri":"content/tools/index.md","range":6:0-6:0})");
  check_definition("[x](/tools/#none‸)", R"({"uri":"content/tools/index.md","range":0:0-0:0})");
  check_definition("[x](#here‸)\n\n## Here\n", R"({"uri":"content/a.md","range":2:0-2:0})");
  check_definition("[some‸ text][t]\n\n[t]: /tools/\n",
                   R"({"uri":"content/tools/index.md","range":0:0-0:0})");
  check_definition("[x][t]\n\n[t]: /too‸ls/\n", R"({"uri":"content/tools/index.md","range":0:0-0:0})");
  check_definition("[x‸]({{< ref \"/tools\" >}})", R"({"uri":"content/tools/index.md","range":0:0-0:0})");
  check_definition("{{< relref \"/tools#planes‸\" >}}",
                   R"({"uri":"content/tools/index.md","range":10:0-10:0})");
  check_definition("![p‸lan](/plan.png)", R"({"uri":"static/plan.png","range":0:0-0:0})");
  check_definition("[![in‸ner](/plan.png)](/tools/)", R"({"uri":"static/plan.png","range":0:0-0:0})");
  check_definition("[![inner](/plan.png) outer‸](/tools/)",
                   R"({"uri":"content/tools/index.md","range":0:0-0:0})");
  check_definition("{{% include \"ke‸ys.md\" %}}", R"({"uri":"assets/keys.md","range":0:0-0:0})");
  check_definition("{{% inc‸lude \"keys.md\" %}}",
                   R"({"uri":"layouts/shortcodes/include.html","range":0:0-0:0})");
  check_definition("{{% include \"ke‸", R"({"uri":"layouts/shortcodes/include.html","range":0:0-0:0})");
  check_definition("{{< note >}}x{{< /no‸te >}}",
                   R"({"uri":"layouts/shortcodes/note.html","range":0:0-0:0})");
}

TEST_CASE("Where nothing leads anywhere, there is no definition", "[lsp]") {
  check_definition("pl‸ain", "null");
  check_definition("‸", "null");
  check_definition("[x](/no‸ne/)", "null");
  check_definition("[x](https://elsewhere.example/‸)", "null");
  check_definition("{{% include \"no‸ne.md\" %}}", "null");
  check_definition("{{< fig‸ure src=x >}}", "null");
  check_definition("[x](/tools‸", "null");
  check_definition("## Head‸ing\n", "null");
}

TEST_CASE("A definition says what of the page was followed, to editors that ask", "[lsp]") {
  check_answer("definition", "See [x](/to‸ols/).",
               R"([{"originSelectionRange":0:8-0:15,"targetUri":"content/tools/index.md",)"
               R"("targetRange":0:0-0:0,"targetSelectionRange":0:0-0:0}])");
}

TEST_CASE("References are who links to or includes a page, a heading, a file, or calls a shortcode",
          "[lsp]") {
  std::map<std::string, std::string> files = handbook;
  files["content/b.md"] =
      "[a](/a/) [b]({{< ref \"a.md#two\" >}}) [c](/a/#one)\n\n{{% include \"keys.md\" %}}\n";
  files["assets/keys.md"] = "## Keys\n\n[up](/a/#one)\n";
  MarkedSite site(files);
  const auto check_references = [&](const std::string& text, const std::string& expected, bool own = false) {
    const std::string context =
        std::string(R"(,"context":{"includeDeclaration":)") + (own ? "true" : "false") + "}";
    INFO(text);
    CHECK(site.ask("textDocument/references", "content/a.md", text, context) == expected);
  };
  const std::string page = R"({"uri":"assets/keys.md","range":2:5-2:12},)"
                           R"({"uri":"content/b.md","range":0:4-0:7},)"
                           R"({"uri":"content/b.md","range":0:22-0:30},)"
                           R"({"uri":"content/b.md","range":0:41-0:48})";
  check_references("te‸xt\n\n# One\n", "[" + page + "]");
  check_references("te‸xt\n\n# One\n", R"([{"uri":"content/a.md","range":0:0-0:0},)" + page + "]", true);
  const std::string heading = R"({"uri":"assets/keys.md","range":2:5-2:12},)"
                              R"({"uri":"content/b.md","range":0:41-0:48})";
  check_references("# On‸e\n", "[" + heading + "]");
  check_references("\n# On‸e\n", R"([{"uri":"content/a.md","range":1:0-1:0},)" + heading + "]", true);
  check_references("# One\n\n[x](/a/#on‸e)\n",
                   R"([{"uri":"assets/keys.md","range":2:5-2:12},{"uri":"content/a.md","range":2:4-2:11},)"
                   R"({"uri":"content/b.md","range":0:41-0:48}])");
  check_references("{{% include \"ke‸ys.md\" %}}",
                   R"([{"uri":"content/a.md","range":0:13-0:20},{"uri":"content/b.md","range":2:13-2:20}])");
  check_references("{{% inc‸lude \"keys.md\" %}}",
                   R"([{"uri":"content/a.md","range":0:4-0:11},{"uri":"content/b.md","range":2:4-2:11}])");
  // A heading of a text that others include is reached through them.
  CHECK(site.ask("textDocument/references", "assets/keys.md", "## Ke‸ys\n\n[up](/b/#keys)\n") ==
        R"([{"uri":"assets/keys.md","range":2:5-2:13}])");
}

TEST_CASE("Document links are all that leads to a file", "[lsp]") {
  check_answer("documentLink", "[x](/tools/#saws) [y](/none/) {{% include \"keys.md\" %}}",
               R"([{"range":0:4-0:16,"target":"content/tools/index.md#L7"},)"
               R"({"range":0:34-0:41,"target":"layouts/shortcodes/include.html"},)"
               R"({"range":0:43-0:50,"target":"assets/keys.md"}])");
  check_answer("documentLink", "", "[]");
}

TEST_CASE("Highlights are the names in both tags of a shortcode", "[lsp]") {
  check_answer("documentHighlight", "🪚 {{<‸ note >}} x {{< /note >}}",
               R"([{"range":0:7-0:11,"kind":1},{"range":0:23-0:27,"kind":1}])");
  check_answer("documentHighlight", "a {{< note >}} x {{< /no‸te >}}",
               R"([{"range":0:6-0:10,"kind":1},{"range":0:22-0:26,"kind":1}])");
  check_answer("documentHighlight", "{{% incl‸ude \"keys.md\" %}}", R"([{"range":0:4-0:11,"kind":1}])");
  check_answer("documentHighlight", "{{< note >}} x‸ {{< /note >}}", "null");
  check_answer("documentHighlight", "{{< no‸te >}} x", R"([{"range":0:4-0:8,"kind":1}])");
}

TEST_CASE("Symbols are the headings, with the shortcodes in their sections", "[lsp]") {
  check_answer("documentSymbol", "", "[]");
  check_answer(
      "documentSymbol", "# *One* `x`\n\ntext\n\n## Two\n\n{{% include \"keys.md\" %}}\n\n# Three\n",
      R"([{"name":"One x","kind":15,"range":0:0-6:25,"selectionRange":0:2-0:11,"children":[)"
      R"({"name":"Two","kind":15,"range":4:0-6:25,"selectionRange":4:3-4:6,"children":[)"
      R"({"name":"include","detail":"\"keys.md\"","kind":12,"range":6:0-6:25,"selectionRange":6:4-6:11}]}]},)"
      R"({"name":"Three","kind":15,"range":8:0-8:7,"selectionRange":8:2-8:7}])");
  // A call that a heading stands in is its tag only; one without headings holds what stands within.
  check_answer("documentSymbol", "{{% box %}}\n# In\n{{% /box %}}\n",
               R"([{"name":"box","kind":12,"range":0:0-0:11,"selectionRange":0:4-0:7},)"
               R"({"name":"In","kind":15,"range":1:0-2:12,"selectionRange":1:2-1:4}])");
  check_answer(
      "documentSymbol", "{{< note >}}{{% include \"keys.md\" %}}{{< /note >}}\n",
      R"([{"name":"note","kind":12,"range":0:0-0:50,"selectionRange":0:4-0:8,"children":[)"
      R"({"name":"include","detail":"\"keys.md\"","kind":12,"range":0:12-0:37,"selectionRange":0:16-0:23}]}])");
  // A heading without text is shown as it is written.
  check_answer("documentSymbol", "##\n",
               R"([{"name":"##","kind":15,"range":0:0-0:2,"selectionRange":0:0-0:2}])");
}

TEST_CASE("Editors without trees of symbols get a list", "[lsp]") {
  MarkedSite site(handbook);
  site.support.symbol_tree = false;
  CHECK(
      site.ask("textDocument/documentSymbol", "content/a.md", "# One\n## Two\n") ==
      R"([{"name":"One","kind":15,"location":{"uri":"content/a.md","range":0:0-1:6}},)"
      R"({"name":"Two","kind":15,"location":{"uri":"content/a.md","range":1:0-1:6},"containerName":"One"}])");
}

TEST_CASE("Nests of shortcodes that nobody writes end at a depth", "[lsp]") {
  std::string text;
  for (int depth = 0; depth < 20'000; ++depth) text += "{{< note >}}";
  for (int depth = 0; depth < 20'000; ++depth) text += "{{< /note >}}";
  MarkedSite site(handbook);
  CHECK(site.ask("textDocument/documentSymbol", "content/a.md", text).size() < 10'000);
}

TEST_CASE("Sections, items, fences, front matter and paired shortcodes fold", "[lsp]") {
  check_answer("foldingRange", "---\ntitle: A\n---\n\n# One\n\ntext\n\n## Two\n\n- a\n  b\n- c\n\n# Three\n",
               R"([{"startLine":0,"endLine":2},{"startLine":4,"endLine":12},{"startLine":8,"endLine":12},)"
               R"({"startLine":10,"endLine":11}])");
  check_answer(
      "foldingRange", "```\ncode\n```\n\n{{< note >}}\nx\n{{< /note >}}\n\n<!--\nx\n-->\n",
      R"([{"startLine":0,"endLine":2},{"startLine":4,"endLine":6},{"startLine":8,"endLine":10,"kind":"comment"}])");
  check_answer("foldingRange", "one line\n", "[]");
  check_answer("foldingRange", "> # Quoted\n> text\n\nafter\n", R"([{"startLine":0,"endLine":1}])");
}

TEST_CASE("Hovering shows where a link leads, what is included, which template it is", "[lsp]") {
  check_answer(
      "hover", "[x](/to‸ols/)",
      R"({"contents":{"kind":"markdown","value":"**The tools**\n\n`/tools/` · `content/tools/index.md`\n\n```markdown\nSaws first.\n\n## Hand saws {#saws}\n\nSharp ones.\n\n## Planes\n```\n"},"range":0:4-0:11})");
  check_answer(
      "hover", "[x](/tools/#planes‸)",
      R"({"contents":{"kind":"markdown","value":"**The tools**\n\n`/tools/` · `content/tools/index.md`\n\n```markdown\n## Planes\n```\n"},"range":0:4-0:18})");
  check_answer(
      "hover", "{{% include \"ke‸ys.md\" %}}",
      R"({"contents":{"kind":"markdown","value":"`assets/keys.md`\n\n```markdown\nKeys hang **beside** the door.\n```\n"},"range":0:13-0:20})");
  check_answer(
      "hover", "{{< no‸te >}}x{{< /note >}}",
      R"({"contents":{"kind":"markdown","value":"Shortcode `note`, `layouts/shortcodes/note.html`\n\nIt renders its inner text as Markdown.\n\n2 calls on 2 pages.\n\n- `type`: 1 call, such as `tip` × 1"},"range":0:4-0:8})");
  check_answer("hover", "plain‸", "null");
  check_answer("hover", "[x](https://elsewhere.example/‸)", "null");
}

TEST_CASE("Hovering over a finding shows why its rule exists, before what stands there", "[lsp]") {
  MarkedSite site(handbook);
  const RuleInfo* rule = find_rule(built_in_rules(), "anchor-not-found");
  REQUIRE(rule != nullptr);
  const std::string shown = site.ask("textDocument/hover", "content/a.md", "[x](/tools/#no‸ne)");
  const size_t finding = shown.find("`anchor-not-found`: " + rule->summary);
  CHECK(finding != std::string::npos);
  CHECK(shown.find("**The tools**") > finding);
  CHECK(site.ask("textDocument/hover", "content/a.md", "[x](/tools/#none)  aft‸er") == "null");
}
