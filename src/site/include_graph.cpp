// How it works: adjacency lists both ways, and breadth-first walks over them with a list of what was seen. A
// text that is printed as it is ends every walk: the calls in it are never made.

#include "site/include_graph.h"

#include <algorithm>
#include <unordered_set>

namespace rubric {

void IncludeGraph::connect(const Page& from, const Page& to, const Include* include, IncludeWay way) {
  nodes_[&from].to.push_back({&to, include, way});
  nodes_[&to].from.push_back({&from, include, way});
}

void IncludeGraph::finish() {
  std::vector<const Page*> waiting;
  const auto read = [&](const Page* page, Node& node) {
    if (node.read) return;
    node.read = true;
    waiting.push_back(page);
  };
  for (auto& [page, node] : nodes_) {
    if (page->kind != PageKind::fragment || node.from.empty()) read(page, node);
  }
  for (size_t index = 0; index < waiting.size(); ++index) {
    for (const Edge& edge : nodes_.at(waiting[index]).to) {
      Node& target = nodes_.at(edge.page);
      target.reached = true;
      if (edge.may_read()) read(edge.page, target);
    }
  }
  // Texts that only include each other are read as if each stood alone.
  for (auto& [page, node] : nodes_) {
    if (!node.reached) node.read = true;
  }
}

const IncludeGraph::Node* IncludeGraph::find(const Page& page) const {
  const auto found = nodes_.find(&page);
  return found == nodes_.end() ? nullptr : &found->second;
}

bool IncludeGraph::includes_anything(const Page& page) const {
  const Node* node = find(page);
  return node != nullptr && (!node->to.empty() || node->incomplete);
}

std::vector<const Page*> IncludeGraph::with_included(const Page& page) const {
  std::vector<const Page*> reached = {&page};
  if (find(page) == nullptr) return reached;
  std::vector<const Page*> read = {&page};
  std::unordered_set<const Page*> seen = {&page}, seen_read = {&page};
  for (size_t index = 0; index < read.size(); ++index) {
    for (const Edge& edge : nodes_.at(read[index]).to) {
      if (seen.insert(edge.page).second) reached.push_back(edge.page);
      if (edge.may_read() && seen_read.insert(edge.page).second) read.push_back(edge.page);
    }
  }
  return reached;
}

bool IncludeGraph::is_incomplete(const Page& page) const {
  const Node* node = find(page);
  return node != nullptr && node->incomplete;
}

std::vector<const Page*> IncludeGraph::includers(const Page& page) const {
  std::vector<const Page*> reached;
  if (find(page) == nullptr) return reached;
  std::unordered_set<const Page*> seen = {&page};
  const Page* at = &page;
  for (size_t index = 0;; ++index) {
    for (const Edge& edge : nodes_.at(at).from) {
      if (at != &page && !edge.may_read()) continue;
      if (seen.insert(edge.page).second) reached.push_back(edge.page);
    }
    if (index == reached.size()) break;
    at = reached[index];
  }
  std::sort(reached.begin(), reached.end(),
            [](const Page* left, const Page* right) { return left->path < right->path; });
  return reached;
}

// The shortest way from a page to another or round to itself; a `certain` one goes by texts that are surely
// read again, and by no page of lesser path.
std::vector<IncludeStep> IncludeGraph::way_to(const Page& from, const Page& to, bool certain) const {
  if (find(from) == nullptr) return {};
  std::unordered_map<const Page*, IncludeStep> reached_by;
  std::vector<const Page*> queue = {&from};
  for (size_t index = 0; index < queue.size(); ++index) {
    const Page* at = queue[index];
    for (const Edge& edge : nodes_.at(at).to) {
      if (certain && edge.way != IncludeWay::rendered && edge.way != IncludeWay::joined) continue;
      if (edge.page == &to) {
        std::vector<IncludeStep> steps = {{at, edge.include}};
        while (steps.back().page != &from) steps.push_back(reached_by.at(steps.back().page));
        std::reverse(steps.begin(), steps.end());
        return steps;
      }
      if (!edge.may_read() || edge.page == &from || (certain && edge.page->path < from.path)) continue;
      if (reached_by.emplace(edge.page, IncludeStep{at, edge.include}).second) queue.push_back(edge.page);
    }
  }
  return {};
}

std::vector<IncludeStep> IncludeGraph::cycle(const Page& page) const {
  const Node* node = find(page);
  if (node == nullptr || node->from.empty()) return {};
  std::vector<IncludeStep> steps = way_to(page, page, true);
  if (!steps.empty()) steps.push_back({&page, nullptr});
  return steps;
}

std::vector<IncludeStep> IncludeGraph::chain(const Page& from, const Page& to) const {
  return way_to(from, to, false);
}

bool IncludeGraph::reads_shortcodes(const Page& page) const {
  const Node* node = find(page);
  return node == nullptr || node->read;
}

bool IncludeGraph::is_markdown(const Page& page) const {
  const Node* node = find(page);
  if (node == nullptr || node->from.empty()) return true;
  return std::any_of(node->from.begin(), node->from.end(),
                     [](const Edge& edge) { return edge.way != IncludeWay::printed; });
}

IncludeStep IncludeGraph::printed_by(const Page& page) const {
  const Node* node = find(page);
  if (node == nullptr) return {};
  for (const Edge& edge : node->from) {
    const Node& from = nodes_.at(edge.page);
    const bool published = edge.page->kind == PageKind::fragment ? from.reached : edge.page->published();
    if (!edge.may_read() && from.read && published) return {edge.page, edge.include};
  }
  return {};
}

const Page* IncludeGraph::included(const Page& page, const Include& include, IncludeWay& way) const {
  const Node* node = find(page);
  if (node == nullptr) return nullptr;
  const auto found = std::find_if(node->to.begin(), node->to.end(),
                                  [&](const Edge& edge) { return edge.include == &include; });
  if (found == node->to.end()) return nullptr;
  way = found->way;
  return found->page;
}

}  // namespace rubric
