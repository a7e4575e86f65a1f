#include "site/page.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

SiteConfiguration hugo_site() {
  SiteConfiguration configuration;
  configuration.hugo = true;
  configuration.content = {{"content", "", ""}};
  configuration.languages = {"en"};
  configuration.dialect.shortcodes = true;
  auto& templates = configuration.dialect.templates;
  templates["include"].include = true;
  templates["include"].path = "layouts/shortcodes/include.html";
  templates["box"].inner = InnerText::markdown;
  templates["box"].path = "layouts/shortcodes/box.html";
  templates["chart"].writes_html = true;
  templates["chart"].path = "layouts/shortcodes/chart.html";
  templates["ref"] = {};
  templates["raw"].inner = InnerText::raw;
  templates["raw"].path = "layouts/shortcodes/raw.html";
  templates["raw"].ids = {"from-template"};
  return configuration;
}

Page read(std::string_view text, const SiteConfiguration& configuration = hugo_site()) {
  const Document document("content/a.md", std::string(text), configuration.dialect);
  return read_page(document, configuration);
}

void check_links(std::string_view text, std::string_view expected, HugoVersion hugo = current_hugo) {
  INFO(text);
  SiteConfiguration configuration = hugo_site();
  configuration.dialect.hugo = hugo;
  ShortcodeTemplate raw;
  raw.inner = InnerText::raw;
  configuration.dialect.templates["dim"] = raw;
  raw.passes_inner = true;
  configuration.dialect.templates["raw"] = raw;
  std::string found;
  for (const Link& link : read(text, configuration).links) {
    if (!found.empty()) found += ' ';
    found += std::to_string(link.range.begin.line) + ":" + std::to_string(link.range.begin.column) + "=";
    found += link.target;
  }
  CHECK(found == expected);
}

void check_anchors(std::string_view text, std::string_view expected, bool open = false,
                   const SiteConfiguration& configuration = hugo_site()) {
  INFO(text);
  const Page page = read(text, configuration);
  std::string found;
  for (const Anchor& anchor : page.anchors) {
    if (!found.empty()) found += ' ';
    found += anchor.id;
  }
  CHECK(found == expected);
  CHECK(page.open == open);
}

}  // namespace

TEST_CASE("Links of every form are found at their destination") {
  check_links("[a](/x) ![b](y.png \"t\") [c](<z z>)\n", "1:5=/x 1:14=y.png 1:30=z z");
  check_links("[a][r] [r]\n\n[r]: /x\n[s]: /unused\n", "3:6=/x");
  check_links("<a href=\"/x\">q</a> <IMG SRC=y>\n", "1:10=/x 1:29=y");
  check_links("<div>\n<a href='/x?a=1&amp;b'>\n<!-- <a href=no> -->\n</div>\n", "2:10=/x?a=1&b");
  check_links("{{< ref \"p.md\" >}}\n", "1:10=p.md");
  check_links("[a](a\\_b&amp;)\n", "1:5=a_b&");
}

TEST_CASE("Raw HTML that Goldmark leaves out has no links") {
  SiteConfiguration configuration = hugo_site();
  configuration.dialect.goldmark.raw_html = false;
  const Document document("content/p.md", "<a href=\"/x\">q</a> [y](/y)\n\n<img src=z>\n",
                          configuration.dialect);
  const Page page = read_page(document, configuration);
  REQUIRE(page.links.size() == 1);
  CHECK(page.links[0].target == "/y");
}

TEST_CASE("Other hosts, code and what shortcodes write are no links of the site") {
  check_links("<https://x.org> https://x.org [a](mailto:a@b) [b](//x/)\n", "");
  check_links("`[a](x)`\n\n    [a](x)\n\n<!-- <a href=x> -->\n", "");
  check_links("[x]({{< ref \"p.md\" >}})\n", "1:14=p.md");
  check_links("<a href=\"{{< ref \"p.md\" >}}\">x</a>\n", "1:19=p.md");
}

TEST_CASE("A link that old Hugo takes for a task box is none") {
  check_links("- [x](/y/)\n- [ ](/y/)\n- [xy](/z/)\n", "3:8=/z/");
  check_links("[x](/y/)\n\n> [x](/z/)\n", "1:5=/y/ 3:7=/z/");
  check_links("- a [x](/y/)\n\n  b [x](/z/)\n", "3:9=/z/", {0, 111, 3});
  check_links("- a [x](/y/)\n", "1:9=/y/");
}

TEST_CASE("HTML in inner text that a shortcode prints as it is has links") {
  check_links("{{< raw >}}<a href=\"/y/\">t</a> [t](/z/){{< /raw >}}\n", "1:21=/y/");
  check_links("{{< raw >}}{{< dim >}}<a href=\"/y/\">t</a>{{< /dim >}}{{< /raw >}}\n", "");
  check_links("<!-- {{< raw >}}<a href=\"/y/\">t</a>{{< /raw >}} -->\n", "");
}

TEST_CASE("A page's ids are those that Hugo gives it") {
  check_anchors("# A\n\n## B `c` [d](/e)\n\n## B {#Own}\n\nTwo\nlines\n---\n\n## A\n",
                "a b-c-d Own lines a-1");
  check_anchors("> ## In a quote\n\n- # In a list\n", "in-a-quote in-a-list");
  check_anchors("<a name=x></a><b ID='Y'>\n\n```\n# no\n```\n", "x Y");
  check_anchors("x[^n] y[^m] z[^n]\n\n[^m]: note\n\n[^n]: note\n\n[^o]: # Unused\n",
                "fnref:1 fnref:2 fnref1:1 fn:2 fn:1");
  check_anchors("{{< box >}}\n# A\n{{< /box >}}\n\n# A\n", "a a");
  // Closing signs make goldmark look for attributes on the lines below.
  check_anchors("# A ##\n\n \t\n  {#below} \n\n## A #\n{.c}\n\n# B #\n{#no} x\n\n- # C #\n- {#no}\n",
                "below a b c");
  check_anchors("# A # {#own}\n{#no}\n\n# B\n{#no}\n\nC\n===\n{#no}\n\n## ##\n{#empty}\n", "own b c empty");
}

TEST_CASE("Ids that templates may write leave a page open") {
  check_anchors("{{< chart >}}\n", "", true);
  check_anchors("{{< unknown >}}\n", "", true);
  check_anchors("{{% include \"a.md\" %}}\n\n{{< ref \"x\" >}}\n", "", false);
  // Of the call Hugo makes part of an id that nobody links to; what is pasted may be anything.
  check_anchors("## Since {{< ref \"x\" >}}\n\n## Since\n", "since", false);
  check_anchors("## Since {{% ref \"x\" %}}\n", "", true);
  check_anchors("## Since {{< ref \"x\" >}} {#since}\n", "since", false);
}

TEST_CASE("Options of goldmark change ids") {
  SiteConfiguration configuration = hugo_site();
  configuration.dialect.goldmark.block_attributes = true;
  check_anchors("Text\n{#block}\n\n- a\n{#list}\n\n{#free}\n\n```go\nx\n```\n{#no}\n", "block list", false,
                configuration);
  check_anchors("# A\n{#no}\n\nText\n{.c}\n{#one}\n{#two}\n\n```go {#fence}\n```\n", "a one fence", false,
                configuration);
  check_anchors("- # A #\n\n{#own}\n\n- b\n{#list}\n", "own list", false, configuration);
  configuration.dialect.goldmark.raw_html = false;
  check_anchors("<a id=\"x\"></a>\n", "", false, configuration);
  configuration.dialect.goldmark.definition_term_ids = true;
  check_anchors("Term [x](/y/)\n`two`\n: ## Term x\n", "term-x two term-x-1", false, configuration);
  configuration.dialect.goldmark.emoji = true;
  check_anchors("# Go :rocket: now\n", "go-rocket-now", false, configuration);
  configuration.dialect.hugo = {0, 111, 3};
  check_anchors("# Go :rocket: now\n", "go-rocket-now go--now", false, configuration);
  configuration.dialect.goldmark.heading_attributes = false;
  check_anchors("# A {#b}\n", "a-b", false, configuration);
}

TEST_CASE("Ids are made of what is written, and later of what is seen") {
  SiteConfiguration configuration = hugo_site();
  const std::string_view page = "# A `c` [d](/e) <b>x</b> &amp; -- https://x.org\n\n# A `c` [d](/e)\n";
  check_anchors(page, "a-c-d-x- a-c-d", false, configuration);
  configuration.dialect.hugo = {0, 111, 3};
  check_anchors(page, "a-c-de-bxb-amp----httpsxorg a-c-de", false, configuration);
  configuration.dialect.hugo_assumed = true;
  check_anchors("# A [d](/e)\n\n# A [d](/e)\n", "a-de a-d a-de-1 a-d-1", false, configuration);
}

TEST_CASE("Shortcodes bring ids of their own and of HTML in them") {
  check_anchors("{{< raw >}}<b id=\"x\">{{< /raw >}}\n", "from-template x", false);
}

TEST_CASE("Includes are found with the exact place of their path") {
  const Page page = read("# A\n\n{{% include \"includes/x.md\" %}}\n\n{{$ include \"y.md\" %}}\n");
  REQUIRE(page.includes.size() == 2);
  CHECK(page.includes[0].target == "includes/x.md");
  CHECK(page.includes[0].range.begin == Position{3, 14});
  CHECK(page.includes[0].range.end == Position{3, 27});
  CHECK(page.includes[0].anchors_before == 1);
  CHECK(page.includes[0].slip == -1);
  CHECK(page.includes[1].range.begin == Position{5, 14});
  CHECK(page.includes[1].slip == 0);
  REQUIRE(page.slips.size() == 1);
  CHECK(page.slips[0].written == "{{$");
  CHECK(page.slips[0].known);
}

TEST_CASE("A mistyped tag in code is a sample") {
  CHECK(read("`{{$ include \"y.md\" %}}`\n").slips.empty());
  CHECK(read("{% include \"y.md\" %}\n").slips.size() == 1);
  CHECK(read("{% include \"y.html\" %}\n").slips.empty());
  CHECK(read("{%% include \"y.html\" %%}\n").slips.size() == 1);
  CHECK(read("<pre>\n{% include \"y.md\" %}\n</pre>\n").slips.empty());
  CHECK(read("`{{$ include \"y.md\" %}}`\n").includes.empty());
}

TEST_CASE("What is mistaken for front matter depends on Hugo and its configuration") {
  SiteConfiguration configuration = hugo_site();
  CHECK(read("- a\n", configuration).mistaken_start == MistakenStart::yaml);
  CHECK(read("<b>\n", configuration).mistaken_start == MistakenStart::nothing);
  configuration.dialect.hugo = {0, 122, 0};
  CHECK(read("<b>\n", configuration).mistaken_start == MistakenStart::html);
  CHECK(read("\xEF\xBB\xBF- a\n", configuration).has_byte_order_mark);
  configuration.ignores_files = true;
  CHECK(read("- a\n", configuration).mistaken_start == MistakenStart::nothing);
  configuration = hugo_site();
  configuration.content = {{"pages", "", ""}};  // the file is no content now
  CHECK(read("- a\n", configuration).mistaken_start == MistakenStart::nothing);
}

TEST_CASE("Addresses on the site's own host are links") {
  SiteConfiguration configuration = hugo_site();
  configuration.base_host = "https://docs.example.org";
  const Page page = read(
      "[a](https://docs.example.org/x/) <https://docs.example.org/y/> https://docs.example.org/z/ and\n"
      "[b](https://example.org/) <https://example.org/>\n\nhttps://docs.example.org/über/ "
      "https://docs.example.org/a*b*\n",
      configuration);
  std::string found;
  for (const Link& link : page.links)
    found += std::to_string(link.range.begin.column) + "=" + std::string(link.target) + " ";
  CHECK(found ==
        "5=https://docs.example.org/x/ 35=https://docs.example.org/y/ 64=https://docs.example.org/z/ "
        "1=https://docs.example.org/ 32=https://docs.example.org/a ");
}
