// What is proposed for a page with a cursor in it, however unfinished the text around it is.

#include <catch2/catch.hpp>

#include "lsp/json.h"
#include "lsp/marked_site.h"

using namespace rubric;

namespace {

const std::map<std::string, std::string> handbook = {
    {"hugo.toml", "baseURL = 'https://example.org/'\n"},
    {"layouts/shortcodes/include.html",
     "{{ with resources.Get (printf \"includes/%s\" (.Get 0)) }}{{ .Content }}{{ end }}\n"},
    {"layouts/shortcodes/note.html", "<p class={{ .Get \"type\" }}>{{ .Inner | markdownify }}</p>\n"},
    {"layouts/shortcodes/badge.html", "<b>{{ .Get 0 }}</b>\n"},
    {"assets/includes/keys.md", "Keys hang **beside** the door.\n"},
    {"assets/includes/shop/saws.md", "## Saws\n"},
    {"assets/includes/table.csv", "a,b\n"},
    {"static/img/plan.png", "png"},
    {"content/_index.md", "---\ntitle: Home\n---\n[a](/shop/) [b](/shop/tools/)\n"},
    {"content/draft.md", "---\ntitle: Draft\ndraft: true\n---\n"},
    {"content/shop/_index.md",
     "---\ntitle: The shop\ntags: [wood, steel]\nowner: anna\n---\n\n## Opening hours\n"},
    {"content/shop/tools.md",
     "---\ntitle: Tools\ntags: [wood]\n---\n\n## Hand saws {#saws}\n\n{{% include \"keys.md\" %}}\n\n"
     "{{< note type=\"warn\" >}}x{{< /note >}} {{< note type=\"warn\" >}}y{{< /note >}}"
     "{{< note type=\"tip\" >}}z{{< /note >}}\n\n{{< badge \"new\" >}}\n"},
    {"content/shop/new.md", "---\ntitle: New\n---\n"},
};

// The labels and, in brackets, what is put in where that differs.
std::string proposed(MarkedSite& site, const std::string& text,
                     const std::string& path = "content/shop/new.md") {
  const auto answer = read_json(site.answer("textDocument/completion", path, text));
  REQUIRE(answer);
  std::string list;
  for (const Json& item : (*answer)["items"].items) {
    if (!list.empty()) list += ", ";
    list += item["label"].text;
    const std::string& put_in = item.at("textEdit.newText").text;
    if (put_in != item["label"].text) list += " [" + put_in + "]";
  }
  return list;
}

void check_proposals(const std::string& text, const std::string& expected) {
  MarkedSite site(handbook);
  INFO(text);
  CHECK(proposed(site, text) == expected);
}

}  // namespace

TEST_CASE("Links are proposed in the site's own way", "[lsp]") {
  check_proposals("[x](‸", "/shop/, /shop/tools/, /");
  check_proposals("[x](/shop/t‸)", "/shop/tools/");
  check_proposals("[x](/sh‸op/) and [y](z)", "/shop/, /shop/tools/");
  check_proposals("[x](hours‸)", "");
  check_proposals("[x](the sh‸op)", "");
  check_proposals("[x](Tool‸)", "/shop/tools/");
  check_proposals("[x](../t‸)", "../tools/");
  check_proposals("- a\n  > [x](/shop/to‸", "/shop/tools/");
  check_proposals("[t]: /to‸\n", "/shop/tools/");
  check_proposals("<a href=\"/to‸\">", "/shop/tools/");
  check_proposals("`[x](‸`", "");
  check_proposals("```\n[x](‸\n```\n", "");
  check_proposals("text‸", "");
  check_proposals("{{< badge \"x\" %}} [x](/shop/to‸", "/shop/tools/");
  check_proposals("(text‸", "");
}

TEST_CASE("A site that links by relative files, or by ref, is followed", "[lsp]") {
  std::map<std::string, std::string> files = handbook;
  files["hugo.toml"] = "[markup.goldmark.renderHooks.link]\nenableDefault = true\n";
  files["content/_index.md"] = "[a](shop/tools.md) [b](shop/_index.md)\n";
  MarkedSite by_file(files);
  CHECK(proposed(by_file, "[x](to‸)") == "tools.md");
  CHECK(proposed(by_file, "[x](../‸)") == "../_index.md");
  files["content/_index.md"] = "[a]({{< ref \"/shop/tools\" >}}) [b]({{< ref \"/shop\" >}})\n";
  MarkedSite by_ref(files);
  CHECK(proposed(by_ref, "[x](‸)") == R"({{< ref "/shop" >}}, {{< ref "/shop/tools" >}}, {{< ref "/" >}})");
  CHECK(proposed(by_ref, "{{< ref \"/shop/t‸\" >}}") == "/shop/tools");
  CHECK(proposed(by_ref, "{{< ref path=\"/shop/t‸") == "/shop/tools");
  CHECK(proposed(by_ref, "{{< ref \"/shop/tools#‸\" >}}") == "saws");
}

TEST_CASE("A page without Hugo links by files", "[lsp]") {
  MarkedSite site({{"README.md", "# Start\n"}, {"docs/guide.md", "# Guide\n\n## Set-up\n"}});
  CHECK(proposed(site, "[x](‸", "README.md") == "docs/guide.md");
  CHECK(proposed(site, "[x](docs/guide.md#‸", "README.md") == "guide, set-up");
  CHECK(proposed(site, "{{< ‸", "README.md").empty());
}

TEST_CASE("Behind # the ids of the target are proposed", "[lsp]") {
  check_proposals("[x](/shop/tools/#‸)", "saws");
  check_proposals("[x](/shop/#open‸)", "opening-hours");
  check_proposals("[x](/shop/#‸Opening)", "opening-hours");
  check_proposals("# Mine\n\n[x](#‸", "mine");
  check_proposals("# Mine\n\n{{% include \"shop/saws.md\" %}}\n\n[x](#‸)", "mine, saws");
  check_proposals("[x](/none/#‸)", "");
}

TEST_CASE("Images are proposed by their files", "[lsp]") {
  check_proposals("![x](‸)", "/img/plan.png");
  check_proposals("![x](/img/pl‸", "/img/plan.png");
}

TEST_CASE("An include's paths are those that its template finds", "[lsp]") {
  check_proposals("{{% include \"‸", "keys.md, shop/saws.md");
  check_proposals("{{% include \"shop/‸\" %}}", "shop/saws.md");
  check_proposals("{{% include sh‸ %}}", "shop/saws.md [\"shop/saws.md\"]");
}

TEST_CASE("Shortcodes are proposed with the parameters that most calls have", "[lsp]") {
  check_proposals("{{< no‸", R"(note [note type="$1" >\}\}$0{{< /note >\}\}])");
  check_proposals("{{<no‸", R"(note [ note type="$1" >\}\}$0{{< /note >\}\}])");
  check_proposals("{{% incl‸ %}}", R"(include [include "$1"])");
  check_proposals("{{< no‸ >}}", R"(note [note type="$1"])");
  check_proposals("{{< badge \"‸\" >}}", "new");
  check_proposals("{{< note ‸ >}}", R"(type [type="$1"])");
  check_proposals("{{< note type=\"‸\" >}}", "warn, tip");
  check_proposals("{{< note type=t‸ >}}", "tip [\"tip\"]");
  check_proposals("{{< note type=\"tip\" ‸ >}}", "");
  check_proposals("{{< note >}} x {{< /‸", "note [note >}}]");
  check_proposals("{{< note >}} x {{< /n‸ >}}", "note");
  check_proposals("{{</* no‸ */>}}", "");
  check_proposals("{{< note >}} x‸", "");

  MarkedSite plain(handbook);
  plain.support.snippets = false;
  CHECK(proposed(plain, "{{< no‸") == "note");
  CHECK(proposed(plain, "{{<no‸") == "note [ note]");
}

TEST_CASE("Front matter is proposed as the site writes it, and Hugo's", "[lsp]") {
  check_proposals("---\ntitle: New\nta‸\n---\n", "tags [tags: ]");
  check_proposals("---\ntitle: New\nta‸", "tags [tags: ]");
  check_proposals("---\ntitle: New\ntitl‸\n---\n", "linkTitle [linkTitle: ]");
  check_proposals("---\nown‸: x\n---\n", "owner");
  check_proposals("---\nalia‸\n---\n", "aliases [aliases: ]");
  check_proposals("+++\nalia‸\n+++\n", "aliases [aliases = ]");
  check_proposals("---\ntags: [‸]\n---\n", "wood, steel");
  check_proposals("---\ntags: [wood, s‸]\n---\n", "steel");
  check_proposals("---\ntags:\n  - wood\n  - s‸\n---\n", "steel");
  check_proposals("+++\ntags = ['w‸']\n+++\n", "wood");
  check_proposals("---\nowner: ‸\n---\n", "anna");
  check_proposals("---\ndraft: ‸\n---\n", "true, false");
  check_proposals("---\ntitle: T‸\n---\n", "");
  check_proposals("---\n‸",
                  "title [title: ], tags [tags: ], draft [draft: ], owner [owner: ], "
                  "aliases [aliases: ], build [build: ], cascade [cascade: ], date [date: ], "
                  "description [description: ], expiryDate [expiryDate: ], headless [headless: ], "
                  "isCJKLanguage [isCJKLanguage: ], keywords [keywords: ], lastmod [lastmod: ], "
                  "layout [layout: ], linkTitle [linkTitle: ], markup [markup: ], menus [menus: ], "
                  "modified [modified: ], outputs [outputs: ], params [params: ], "
                  "publishDate [publishDate: ], resources [resources: ], sitemap [sitemap: ], "
                  "slug [slug: ], summary [summary: ], translationKey [translationKey: ], "
                  "type [type: ], url [url: ], weight [weight: ], categories [categories: ]");
}

TEST_CASE("Proposals replace the word around the cursor, and tell where more is to be had", "[lsp]") {
  MarkedSite site(handbook);
  CHECK(
      site.ask("textDocument/completion", "content/shop/new.md", "🪚 [x](/to‸ol#a)") ==
      R"({"isIncomplete":false,"items":[{"label":"/shop/tools/","kind":17,"detail":"Tools","sortText":"0000",)"
      R"("filterText":"/shop/tools/ Tools","textEdit":{"range":0:7-0:12,"newText":"/shop/tools/"},)"
      R"("data":{"file":"content/shop/tools.md","kind":"markdown"}}]})");
  CHECK(
      site.ask("textDocument/completion", "content/shop/new.md", "{{< no‸te >}}") ==
      R"({"isIncomplete":false,"items":[{"label":"note","kind":3,"detail":"layouts/shortcodes/note.html",)"
      R"("sortText":"0000","insertTextFormat":2,"textEdit":{"range":0:4-0:8,"newText":"note type=\"$1\""}}]})");
}
