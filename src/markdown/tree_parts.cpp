// How it works: each document is built as if it began at offset 0, and its spans are moved once, at the end.

#include "markdown/tree_parts.h"

namespace rubric {

void TreeParts::shift(const Size& from, uint32_t offset) {
  if (offset == 0) return;
  const auto move = [offset](Span& span) { span = {span.begin + offset, span.end + offset}; };
  for (size_t index = from.nodes; index < nodes.size(); ++index) {
    move(nodes[index].span);
    move(nodes[index].content);
  }
  for (size_t index = from.links; index < links.size(); ++index) {
    move(links[index].destination);
    move(links[index].title);
    move(links[index].label);
  }
  for (size_t index = from.infos; index < infos.size(); ++index) move(infos[index]);
  for (size_t index = from.skipped; index < skipped.size(); ++index) move(skipped[index]);
}

}  // namespace rubric
