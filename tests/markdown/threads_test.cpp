// cmark-gfm parsed from two threads loses links and strikethroughs, unless its global table of special
// characters is kept from being cleared. The more parses, the surer the test.

#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "markdown/tree.h"

using namespace rubric;

namespace {

size_t count_links_and_strikes(std::string_view text) {
  const MarkdownPart part{text};
  const ParsedMarkdown parsed = parse_markdown({&part, 1}, {});
  return parsed.tree.of_kind(NodeKind::link).size() + parsed.tree.of_kind(NodeKind::strikethrough).size();
}

}  // namespace

TEST_CASE("Two threads find what one finds") {
  std::string text;
  for (int line = 0; line < 100; ++line)
    text += "see www.a.example and https://b.example ~~or~~ c@d.example\n";
  const size_t expected = count_links_and_strikes(text);
  CHECK(expected == 400);

  constexpr int parses = 200;
  std::vector<size_t> found(2 * parses);
  {
    const auto parse_all = [&](int first) {
      for (int index = 0; index < parses; ++index) found[first + index] = count_links_and_strikes(text);
    };
    const std::jthread one(parse_all, 0);
    const std::jthread other(parse_all, parses);
  }
  CHECK(found == std::vector<size_t>(2 * parses, expected));
}
