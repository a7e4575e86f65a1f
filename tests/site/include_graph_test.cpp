#include "site/include_graph.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

std::string paths(const std::vector<IncludeStep>& steps) {
  std::string result;
  for (const IncludeStep& step : steps) result += step.page->path;
  return result;
}

std::string paths(const std::vector<const Page*>& pages) {
  std::string result;
  for (const Page* page : pages) result += page->path;
  return result;
}

struct Graph {
  std::vector<Page> pages;
  IncludeGraph graph;

  // "ab bc!cd": a includes b, b includes c and prints it as it is, c would include d.
  explicit Graph(std::string_view edges) {
    for (const char* path : {"a", "b", "c", "d"}) {
      pages.emplace_back();
      pages.back().path = path;
    }
    for (size_t at = 0; at < edges.size(); at += 3) {
      const bool pasted = at + 2 < edges.size() && edges[at + 2] == '!';
      graph.connect(page(edges[at]), page(edges[at + 1]), nullptr,
                    pasted ? IncludeWay::pasted : IncludeWay::rendered);
    }
    graph.finish();
  }
  const Page& page(char path) const { return pages[static_cast<size_t>(path - 'a')]; }
};

}  // namespace

TEST_CASE("Includes are followed both ways") {
  const Graph graph("ab bc db");
  CHECK(paths(graph.graph.with_included(graph.page('a'))) == "abc");
  CHECK(paths(graph.graph.includers(graph.page('c'))) == "abd");
  CHECK(graph.graph.includers(graph.page('a')).empty());
  CHECK(graph.graph.cycle(graph.page('a')).empty());
}

TEST_CASE("In a text that is printed as it is no include is made") {
  const Graph graph("ab!bc cd!da ");
  CHECK(paths(graph.graph.with_included(graph.page('a'))) == "ab");
  CHECK(paths(graph.graph.includers(graph.page('c'))) == "b");
  CHECK(paths(graph.graph.chain(graph.page('a'), graph.page('b'))) == "a");
  CHECK(graph.graph.chain(graph.page('a'), graph.page('c')).empty());
  CHECK(graph.graph.cycle(graph.page('a')).empty());
}

TEST_CASE("Each cycle belongs to the page of least path on it") {
  const Graph graph("ab bc cb da dd");
  CHECK(graph.graph.cycle(graph.page('a')).empty());
  CHECK(paths(graph.graph.cycle(graph.page('b'))) == "bcb");
  CHECK(graph.graph.cycle(graph.page('c')).empty());
  CHECK(paths(graph.graph.cycle(graph.page('d'))) == "dd");
  CHECK(paths(graph.graph.includers(graph.page('b'))) == "acd");
}
