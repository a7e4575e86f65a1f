// Behaviour of Hugo's releases after the one that Debian has, which the generated pages cannot meet. Each
// case says where Hugo's documentation (gohugoio/hugoDocs, below content/en) or source (gohugoio/hugo) speaks
// of it.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "shortcode/dump.h"
#include "shortcode/shortcodes.h"
#include "site/configuration.h"
#include "workspace/workspace.h"

namespace rubric {
namespace {

/// Every template takes inner text.
Dialect site(HugoVersion hugo, std::vector<std::string> layouts) {
  layouts.push_back("hugo.toml");
  const auto read = [](std::string_view path) -> std::optional<std::string> {
    return path == "hugo.toml" ? "" : "{{ .Inner }}";
  };
  SiteOptions options;
  options.hugo = hugo;
  return read_site(FileTree(std::move(layouts)), read, "", options).dialect;
}

void check(HugoVersion hugo, std::string_view text, const std::string& errors) {
  const Dialect dialect = site(hugo, {"layouts/shortcodes/box.html"});
  std::string found;
  for (const SyntaxError& error : parse_shortcodes(text, 0, dialect).errors)
    found += std::string(name_of(error.kind)) + " ";
  INFO(text);
  CHECK(found == errors);
}

bool is_known(HugoVersion hugo, std::string_view name, const std::vector<std::string>& layouts) {
  return site(hugo, layouts).find(name) != nullptr;
}

using Files = std::map<std::string, std::string, std::less<>>;

/// What the rules report of a page in a site of that release, as `line:column rule` for each.
std::string findings(HugoVersion hugo, const std::string& text, Files files = {}) {
  files["hugo.toml"] = "";
  files["content/a.md"] = text;
  const MemoryFiles disk(std::move(files));
  WorkspaceOptions options;
  options.configuration.site.hugo = hugo;
  Workspace workspace(disk, IgnoreRules::from_patterns({}), options);
  std::string found;
  for (const Diagnostic& finding : workspace.check({""})) {
    const Position begin = finding.range.begin;
    found += std::to_string(begin.line) + ":" + std::to_string(begin.column) + " " + finding.rule + " ";
  }
  return found;
}

}  // namespace

TEST_CASE("Newer Hugo takes all blanks inside a tag", "[shortcode]") {
  // parser/pageparser/pagelexer.go and pagelexer_shortcode.go, 0.165: isSpace is unicode.IsSpace for ASCII,
  // and lexEndOfShortcode skips line ends too.
  check({0, 165, 0}, "{{< box\v/ >}}", "");
  check({0, 165, 0}, "{{< box\f\"a\" / >}}", "");
  check({0, 165, 0}, "{{< box >}}{{< /box\n>}}", "");
  check({0, 164, 0}, "{{< box\v/ >}}", "unexpected_character ");
  check({0, 164, 0}, "{{< box >}}{{< /box\n>}}", "unexpected_character ");
}

TEST_CASE("Newer Hugo embeds more shortcodes", "[shortcode]") {
  const struct {
    const char* name;
    HugoVersion before, since;
  } rows[] = {
      {"comment", {0, 137, 0}, {0, 137, 1}},  // shortcodes/comment.md: new-in 0.137.1
      {"details", {0, 139, 0}, {0, 140, 0}},  // shortcodes/details.md: new-in 0.140.0
      {"qr", {0, 140, 0}, {0, 141, 0}},       // shortcodes/qr.md: new-in 0.141.0
      {"x", {0, 140, 0}, {0, 141, 0}},        // shortcodes/x.md: new-in 0.141.0
  };
  for (const auto& row : rows) {
    INFO(row.name);
    CHECK_FALSE(is_known(row.before, row.name, {}));
    CHECK(is_known(row.since, row.name, {}));
  }
}

TEST_CASE("Newer Hugo reads shortcodes from _shortcodes", "[shortcode]") {
  // templates/new-templatesystem-overview.md: layouts/shortcodes is renamed to layouts/_shortcodes;
  // _shortcodes can be placed at any level in the tree.
  CHECK(is_known({0, 146, 0}, "a", {"layouts/_shortcodes/a.html"}));
  CHECK(is_known({0, 146, 0}, "a/b", {"layouts/_shortcodes/a/b.html"}));
  CHECK(is_known({0, 146, 0}, "a", {"layouts/shortcodes/a.html"}));
  CHECK_FALSE(is_known({0, 145, 0}, "a", {"layouts/_shortcodes/a.html"}));
}

TEST_CASE("Newer Hugo compares shortcode names without letter case", "[shortcode]") {
  // tpl/tplimpl/templatestore.go, 0.146: template paths are normalised to lower case.
  CHECK(is_known({0, 146, 0}, "NOTE", {"layouts/_shortcodes/Note.html"}));
  CHECK_FALSE(is_known({0, 145, 0}, "NOTE", {"layouts/shortcodes/Note.html"}));
}

TEST_CASE("Newer Hugo's comment shortcode takes inner text", "[shortcode]") {
  // tpl/tplimpl/embedded/templates/_shortcodes/comment.html reads .Inner, and prints nothing of it. From
  // 0.143.0 on it warns that it is deprecated.
  const Dialect dialect = site({0, 143, 0}, {});
  const auto errors = [&](std::string_view text) { return parse_shortcodes(text, 0, dialect).errors.size(); };
  CHECK(errors("{{% comment %}} rewrite this {{% /comment %}}") == 0);
  CHECK(errors("{{% comment %}} rewrite this") == 1);
  // What stands in it is lexed like any other text (hugolib/shortcode.go).
  CHECK(errors("{{% comment %}} {{< a'b >}} {{% /comment %}}") == 1);
}

TEST_CASE("Newer Hugo calls templates of plain text by {{% %}} only", "[shortcode]") {
  // tpl/tplimpl/templatestore.go, LookupShortcode: "no compatible template found for shortcode …; note that
  // to use plain text template shortcodes in HTML you need to use the shortcode {{% delimiter".
  const auto layouts = [](std::string path) -> Files { return {{std::move(path), "x"}}; };
  const std::string angle = "Text {{< a >}}.\n", percent = "Text {{% a %}}.\n";
  CHECK(findings({0, 146, 0}, angle, layouts("layouts/_shortcodes/a.md")) == "1:10 shortcode-unknown ");
  CHECK(findings({0, 146, 0}, angle, layouts("layouts/shortcodes/a.txt")) == "1:10 shortcode-unknown ");
  CHECK(findings({0, 146, 0}, percent, layouts("layouts/_shortcodes/a.md")).empty());
  CHECK(findings({0, 146, 0}, angle, layouts("layouts/_shortcodes/a.html")).empty());
  // An HTML template beside it is taken for {{< >}}.
  Files both = layouts("layouts/_shortcodes/a.md");
  both["layouts/_shortcodes/a.html"] = "x";
  CHECK(findings({0, 146, 0}, angle, both).empty());
  CHECK(findings({0, 145, 0}, angle, layouts("layouts/shortcodes/a.md")).empty());
}

TEST_CASE("Newer Hugo lets a page begin with HTML", "[front-matter]") {
  // parser/pageparser/pagelexer_intro.go, lexIntroSection: up to 0.122 a `<` that begins no comment is the
  // error "plain HTML documents not supported"; other first characters are front matter in all releases.
  CHECK(findings({0, 122, 0}, "<b>a</b>\n") == "1:1 front-matter-mistaken ");
  CHECK(findings({0, 123, 0}, "<b>a</b>\n").empty());
  CHECK(findings({0, 123, 0}, "<!-- a -->\n").empty());
  CHECK(findings({0, 123, 0}, "{{< a >}}\n", {{"layouts/shortcodes/a.html", "x"}}) ==
        "1:1 front-matter-mistaken ");
  CHECK(findings({0, 123, 0}, "- a\n- b\n") == "1:1 front-matter-mistaken ");
  // The same function steps over byte-order marks and blanks, however many.
  CHECK(findings({0, 123, 0}, "\uFEFF\uFEFF\n\uFEFF---\ntitle: a\n---\n").empty());
  CHECK(findings({0, 123, 0}, "\uFEFF\uFEFF- a\n") == "1:1 front-matter-mistaken ");
}

}  // namespace rubric
