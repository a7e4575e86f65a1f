#include "prose/lists.h"

#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

/// Each list as its make and the first words of its items: "-2 One Two" is a bullet list under a level 2
/// heading, "1>" an ordered list in another; "_" an item without words.
std::string check(const std::string& text) {
  const Dialect dialect;
  const Document document("a.md", text, dialect);
  const Prose prose(document);
  std::string result;
  for (const TextList& list : lists_of(document, prose)) {
    result += std::string(result.empty() ? "" : "; ") + (list.ordered ? "1" : "-") +
              (list.nested ? ">" : "") + (list.heading_level ? std::to_string(list.heading_level) : "");
    for (const ProseBlock& item : list.items)
      result += " " + (item.begin == item.end ? "_" : std::string(prose.words(item)[0].text));
  }
  return result;
}

}  // namespace

TEST_CASE("Lists hold the words of their items, each level by itself") {
  CHECK(check("- One\n- Two\n") == "- One Two");
  CHECK(check("## H\n\n1. One\n1. Two\n") == "12 One Two");
  CHECK(check("- One\n  - Inner\n  - Other\n- Two\n") == "- One Two; -> Inner Other");
  CHECK(check("- One\n\n  More\n\n- Two\n") == "- One Two");
  CHECK(check("- ```\n  code\n  ```\n- [ ] Two\n-\n") == "- _ Two _");
  CHECK(check("- ![image](a.png)\n- > Quoted\n- Two\n") == "- ![image](a.png) _ Two");
  CHECK(check("Text\n").empty());
}
