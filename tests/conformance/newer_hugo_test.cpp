// Behaviour of Hugo's releases after the one that Debian has, which the generated pages cannot meet. Each
// case says where Hugo's documentation (gohugoio/hugoDocs, below content/en) or source (gohugoio/hugo) speaks
// of it.

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "shortcode/dump.h"
#include "shortcode/shortcodes.h"
#include "site/configuration.h"

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

}  // namespace rubric
