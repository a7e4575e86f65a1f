// How it works: adjacency lists both ways, and breadth-first walks over them with a list of what was seen.

#include "site/include_graph.h"

#include <algorithm>
#include <unordered_set>

namespace rubric {

void IncludeGraph::connect(const Page& from, const Page& to) {
  nodes_[&from].to.push_back(&to);
  nodes_[&to].from.push_back(&from);
}

bool IncludeGraph::includes_anything(const Page& page) const {
  const auto found = nodes_.find(&page);
  return found != nodes_.end() && (!found->second.to.empty() || found->second.incomplete);
}

std::vector<const Page*> IncludeGraph::with_included(const Page& page) const {
  std::vector<const Page*> reached = {&page};
  if (nodes_.find(&page) == nodes_.end()) return reached;
  std::unordered_set<const Page*> seen = {&page};
  for (size_t index = 0; index < reached.size(); ++index) {
    for (const Page* next : nodes_.at(reached[index]).to) {
      if (seen.insert(next).second) reached.push_back(next);
    }
  }
  return reached;
}

bool IncludeGraph::is_incomplete(const Page& page) const {
  const auto found = nodes_.find(&page);
  return found != nodes_.end() && found->second.incomplete;
}

std::vector<const Page*> IncludeGraph::includers(const Page& page) const {
  std::vector<const Page*> reached;
  if (nodes_.find(&page) == nodes_.end()) return reached;
  std::unordered_set<const Page*> seen = {&page};
  const Page* at = &page;
  for (size_t index = 0;; ++index) {
    for (const Page* next : nodes_.at(at).from) {
      if (seen.insert(next).second) reached.push_back(next);
    }
    if (index == reached.size()) break;
    at = reached[index];
  }
  std::sort(reached.begin(), reached.end(),
            [](const Page* left, const Page* right) { return left->path < right->path; });
  return reached;
}

std::vector<const Page*> IncludeGraph::cycle(const Page& page) const {
  const auto start = nodes_.find(&page);
  if (start == nodes_.end() || start->second.from.empty()) return {};
  std::unordered_map<const Page*, const Page*> reached_from;
  std::vector<const Page*> queue = {&page};
  for (size_t index = 0; index < queue.size(); ++index) {
    const Page* at = queue[index];
    for (const Page* next : nodes_.at(at).to) {
      if (next == &page) {
        std::vector<const Page*> chain = {&page};
        for (const Page* back = at; back != &page; back = reached_from.at(back)) chain.push_back(back);
        chain.push_back(&page);
        std::reverse(chain.begin(), chain.end());
        return chain;
      }
      if (next->path < page.path || !reached_from.emplace(next, at).second) continue;
      queue.push_back(next);
    }
  }
  return {};
}

}  // namespace rubric
