// How it works: bytes that cmark cannot take are replaced, each by one harmless byte, in a copy; then the
// page and each further root are parsed (cmark_parse.h) and appended to one tree (tree_build.h).

#include <algorithm>
#include <string>

#include "markdown/cmark_parse.h"
#include "markdown/guards.h"
#include "markdown/tree.h"
#include "markdown/tree_build.h"
#include "text/utf8.h"

namespace rubric {
namespace {

/// To cmark this byte is what U+FFFD is: no space, no punctuation, no letter. Being one byte, it moves
/// nothing.
constexpr char replacement = '\x7F';

/// A generous guess that keeps the vector of nodes from growing: few texts have more nodes than this.
constexpr size_t bytes_per_node = 24;

/// A copy of `text` that cmark can take, or an empty string when it can take the text itself.
std::string replace_unusable_bytes(std::string_view text) {
  const bool has_nul = text.find('\0') != std::string_view::npos;
  auto ill_formed = find_ill_formed(text);
  if (!has_nul && !ill_formed) return {};
  std::string usable(text);
  std::replace(usable.begin(), usable.end(), '\0', replacement);
  while (ill_formed) {
    std::fill(usable.begin() + ill_formed->begin, usable.begin() + ill_formed->end, replacement);
    ill_formed = find_ill_formed(text, ill_formed->end);
  }
  return usable;
}

void append_part(TreeParts& parts, std::string_view text, const MarkdownOptions& options) {
  if (text.size() > largest_markdown) {
    const Span whole{0, static_cast<uint32_t>(text.size())};
    parts.append(NodeKind::document, static_cast<NodeId>(parts.nodes.size()), whole, whole);
    parts.skipped.push_back(whole);
    return;
  }
  const std::string copy = replace_unusable_bytes(text);
  const std::string_view usable = copy.empty() ? text : copy;
  append_document(parts, usable, parse_with_cmark(usable, options));
}

}  // namespace

ParsedMarkdown parse_markdown(std::span<const MarkdownPart> parts, const MarkdownOptions& options) {
  TreeParts tree;
  size_t size = 0;
  for (const MarkdownPart& part : parts) size += part.text.size();
  tree.nodes.reserve(std::min<size_t>(size, largest_markdown) / bytes_per_node);
  for (const MarkdownPart& part : parts) {
    const TreeParts::Size before = tree.size();
    append_part(tree, part.text, options);
    tree.shift(before, part.begin);
  }
  return {Tree(std::move(tree.nodes), std::move(tree.links), std::move(tree.infos)), std::move(tree.skipped)};
}

}  // namespace rubric
