// What is read as a suppression, and which lines it covers.

#include "site/suppressions.h"

#include <sstream>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

Dialect hugo() {
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["card"].inner = InnerText::raw;
  dialect.templates["note"].inner = InnerText::markdown;
  dialect.templates["highlight"].inner = InnerText::raw;
  return dialect;
}

// "line:column word name,name (lines)" of each.
std::string suppressions_of(const std::string& text) {
  static const Dialect dialect = hugo();
  const Document document("a.md", text, dialect);
  std::ostringstream out;
  for (const Suppression& found : find_suppressions(document)) {
    out << (out.str().empty() ? "" : "; ") << found.range.begin.line << ':' << found.range.begin.column << ' '
        << found.word;
    for (const SuppressedName& name : found.names)
      out << ' ' << name.name << '@' << name.range.begin.line << ':' << name.range.begin.column;
    if (found.lines[0] != 0) out << " (" << found.lines[0] << '-' << found.lines[1] << ')';
    if (!found.certain) out << '?';
  }
  return out.str();
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace

TEST_CASE("Suppressions are read from comments and front matter") {
  const Case cases[] = {
      {"A <!-- rubric-disable-line x -->\n", "1:3 rubric-disable-line x@1:28 (1-1)"},
      {"<!-- rubric-disable-next-line x, y: why: not -->\nA\n",
       "1:1 rubric-disable-next-line x@1:31 y@1:34 (2-2)"},
      {"<!--rubric-disable-file-->\n", "1:1 rubric-disable-file"},
      {"<!--\nrubric-disable\n  x\n-->\nA\n<!-- rubric-enable x -->\n",
       "1:1 rubric-disable x@3:3; 6:1 rubric-enable x@6:20"},
      {"<!-- rubric-disable-next-line: reason -->\n\n\nA\n", "1:1 rubric-disable-next-line (2-4)"},
      {"<!-- rubric-disable-next-line x -->\n\n<!-- markdownlint-disable-next-line MD001 -->\nA\n",
       "1:1 rubric-disable-next-line x@1:31 (2-4); 3:1 markdownlint-disable-next-line MD001@3:37 (4-4)"},
      {"<!-- rubric-disable-next-line x -->", "1:1 rubric-disable-next-line x@1:31 (2-1)"},
      {"- a\n  <!-- rubric-disable-next-line x -->\n  b\n", "2:3 rubric-disable-next-line x@2:33 (3-3)"},
      {"> a <!-- rubric-disable-line -->\n", "1:5 rubric-disable-line (1-1)"},
      {"| a |\n| - |\n| b <!-- rubric-disable-line x --> |\n", "3:5 rubric-disable-line x@3:30 (3-3)"},
      {"---\nrubric: {disable: [x, \"y\"]}\n---\n", "2:19 rubric: disable: x@2:20 y@2:23"},
      {"---\nrubric:\n  disable: x\n---\n", "3:12 rubric: disable: x@3:12"},
      {"+++\n[rubric]\ndisable = ['x']\n+++\n", "3:11 rubric: disable: x@3:12"},
      {"---\nrubric: a word\n---\n", ""},
      {"<!-- vale off -->\n\nA <!-- vale on --> b\n", "1:1 vale; 3:3 vale"},
      {"<!-- vale a.B = NO -->\n\n<!-- vale a = YES -->\n", "1:1 vale a.B@1:11; 3:1 vale a@3:11"},
      {"<!-- vale a.B[\"x\"] = NO -->\n<!-- vale is a word -->\n", ""},
      {"<!-- markdownlint-capture --><!-- markdownlint-restore -->\n",
       "1:1 markdownlint-capture; 1:30 markdownlint-restore"},
      {"<!-- rubric: see below -->\n<!-- a rubric-disable -->\n", ""},
      {"<!-- rubric-of-the-day -->\n", "1:1 rubric-of-the-day"},
      {"`<!-- rubric-disable-line -->`\n\n    <!-- rubric-disable -->\n\n```\n<!-- vale off -->\n```\n", ""},
      {"<pre><!-- rubric-disable --></pre>\n\n<code><!-- rubric-disable --></code>\n", ""},
      {"<!-- rubric-disable\n", ""},
      {"{{< card >}}\n<!-- rubric-disable-next-line x -->\n{{< card >}}{{< /card >}}\n{{< /card >}}\n",
       "2:1 rubric-disable-next-line x@2:31 (3-3)?"},
      {"{{< note >}}\nA <!-- rubric-disable-line x -->\n\n`<!-- rubric-disable -->`\n{{< /note >}}\n",
       "2:3 rubric-disable-line x@2:28 (2-2)"},
      {"{{< highlight html >}}\n<!-- rubric-disable -->\n{{< /highlight >}}\n", ""},
      {"{{% card %}}\n<!-- rubric-disable -->\n{{% /card %}}\n", "2:1 rubric-disable"},
  };
  for (const Case& entry : cases) {
    INFO(entry.text);
    CHECK(suppressions_of(entry.text) == entry.expected);
  }
}

TEST_CASE("What may go with a suppression leaves the rest as it was") {
  const Case cases[] = {
      {"a <!-- rubric-disable-line -->\nb\n", "a\nb\n"},
      {"a <!-- rubric-disable-line -->  \nb\n", "a  \nb\n"},
      {"a\n\n<!-- rubric-disable -->\n\nb\n", "a\n\nb\n"},
      {"a\n\n<!-- rubric-disable -->\n", "a\n"},
      {"a\n\n<!-- rubric-disable -->", "a\n"},
      {"a\n<!-- rubric-disable -->\nb\n", "a\n<!-- rubric-disable -->\nb\n"},
      {"a <!-- rubric-disable-line --> b\n", "a <!-- rubric-disable-line --> b\n"},
      {"1. > a <!-- rubric-disable-line -->\n   > b\n", "1. > a\n   > b\n"},
      {"- a\n\n<!-- rubric-disable -->\n", "- a\n"},
      {"```\na\n```\n\n<!-- rubric-disable -->\n\n# b\n", "```\na\n```\n\n# b\n"},
  };
  const char* kept[] = {
      "[a]: /b <!-- rubric-disable-line -->\n",       // would become a definition
      "| a |\n| - | <!-- rubric-disable-line -->\n",  // a table
      "a | b <!-- rubric-disable-line -->\n- | -\n",
      "a\n--- <!-- rubric-disable-line -->\n",  // the underline of a heading
      "<b> <!-- rubric-disable-line -->\n",     // a block of HTML
      "# a <!-- rubric-disable-line -->\n",     // the heading's id
      "a\\ <!-- rubric-disable-line -->\nb\n",  // a hard break
      "{{< x >}} a <!-- rubric-disable-line -->\n",
      "1. a\n\n<!-- rubric-disable -->\n\n2. b\n",    // one list of two
      "- a\n\n<!-- rubric-disable -->\n\n    b\n",    // text of the item
      "    a\n\n<!-- rubric-disable -->\n\n    b\n",  // one block of code
      "- a\n\n  <!-- rubric-disable -->\n\n  b\n",
      "<!-- rubric-disable -->\n",  // a page with nothing in it
  };
  const Dialect plain;
  for (const char* text : kept) {
    INFO(text);
    const Document document("a.md", text, plain);
    const std::vector<Suppression> found = find_suppressions(document);
    REQUIRE(found.size() == 1);
    CHECK(found[0].removal.empty());
  }
  for (const Case& entry : cases) {
    INFO(entry.text);
    const Document document("a.md", entry.text, plain);
    const std::vector<Suppression> found = find_suppressions(document);
    REQUIRE(found.size() == 1);
    std::string text = entry.text;
    text.erase(found[0].removal.begin, found[0].removal.size());
    CHECK(text == entry.expected);
  }
}
