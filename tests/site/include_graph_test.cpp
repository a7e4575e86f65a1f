#include "site/include_graph.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

std::string paths(const std::vector<const Page*>& pages) {
  std::string result;
  for (const Page* page : pages) result += page->path;
  return result;
}

struct Graph {
  std::vector<Page> pages;
  IncludeGraph graph;

  // "ab bc": a includes b, b includes c.
  explicit Graph(std::string_view edges) {
    for (const char* path : {"a", "b", "c", "d"}) {
      pages.emplace_back();
      pages.back().path = path;
    }
    for (size_t at = 0; at < edges.size(); at += 3) graph.connect(page(edges[at]), page(edges[at + 1]));
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

TEST_CASE("Each cycle belongs to the page of least path on it") {
  const Graph graph("ab bc cb da dd");
  CHECK(graph.graph.cycle(graph.page('a')).empty());
  CHECK(paths(graph.graph.cycle(graph.page('b'))) == "bcb");
  CHECK(graph.graph.cycle(graph.page('c')).empty());
  CHECK(paths(graph.graph.cycle(graph.page('d'))) == "dd");
  CHECK(paths(graph.graph.includers(graph.page('b'))) == "acd");
}
