// How it works: headings are taken from the last to the first; for each parent a list is kept of the headings
// behind, of which only those count that no lesser one stands before.

#include "lsp/sections.h"

#include <algorithm>
#include <unordered_map>

#include "site/heading_text.h"

namespace rubric {

namespace {

uint32_t without_blanks(std::string_view text, uint32_t begin, uint32_t end) {
  while (end > begin &&
         (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t'))
    --end;
  return end;
}

// The page's body ends with the text: tags at its end, which Markdown does not see, belong to it.
uint32_t end_of(const Document& document, NodeId parent) {
  return parent == 0 ? static_cast<uint32_t>(document.source.text().size())
                     : document.tree()[parent].span.end;
}

std::string title_of(const Document& document, NodeId heading) {
  const Node& node = document.tree()[heading];
  std::string title = plain_heading_text(document, heading, node.content);
  for (char& byte : title) {
    if (byte == '\n' || byte == '\r') byte = ' ';
  }
  if (title.find_first_not_of(' ') != title.npos) return title;
  const Span first_line{node.span.begin, std::min(node.span.end, node.span.begin + node.level)};
  return std::string(document.source.slice(first_line));
}

}  // namespace

std::vector<Section> sections(const Document& document) {
  const Tree& tree = document.tree();
  std::vector<NodeId> headings(tree.of_kind(NodeKind::heading).begin(),
                               tree.of_kind(NodeKind::heading).end());
  std::sort(headings.begin(), headings.end(),
            [&](NodeId left, NodeId right) { return tree[left].span.begin < tree[right].span.begin; });
  std::unordered_map<NodeId, std::vector<NodeId>> behind;
  std::vector<Section> found(headings.size());
  for (size_t index = headings.size(); index-- > 0;) {
    const Node& heading = tree[headings[index]];
    std::vector<NodeId>& next = behind[heading.parent];
    while (!next.empty() && tree[next.back()].level > heading.level) next.pop_back();
    const uint32_t end = next.empty() ? end_of(document, heading.parent) : tree[next.back()].span.begin;
    next.push_back(headings[index]);
    const uint32_t begin = heading.span.begin;
    found[index] = {headings[index],
                    {begin, std::max(heading.span.end, without_blanks(document.source.text(), begin, end))},
                    title_of(document, headings[index])};
  }
  return found;
}

}  // namespace rubric
