// How it works: the written line is cut out of the source; the other texts are put together from the leaves
// below the heading.

#include "site/heading_text.h"

#include <algorithm>
#include <span>

#include "markdown/attributes.h"

namespace rubric {

namespace {

bool is_marker(char byte) {
  return byte == ' ' || byte == '\t' || byte == '>';
}

bool in_quote(const Tree& tree, NodeId id) {
  while (tree[id].parent != id) {
    id = tree[id].parent;
    if (tree[id].kind == NodeKind::block_quote) return true;
  }
  return false;
}

bool is_emoji_name_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         byte == '_' || byte == '+' || byte == '-';
}

// The typographer makes one sign of three hyphens, or else of two.
void append_without_dashes(std::string& result, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("--")) {
      at += rest.starts_with("---") ? 3 : 2;
    } else {
      result += text[at++];
    }
  }
}

}  // namespace

std::string_view written_heading_line(const Document& document, NodeId heading) {
  std::string_view text = document.source.slice(document.tree()[heading].content);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  size_t begin = text.size();
  while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') --begin;
  if (begin == 0) return text;
  text.remove_prefix(begin);
  const bool quoted = in_quote(document.tree(), heading);
  while (quoted && !text.empty() && is_marker(text.front())) text.remove_prefix(1);
  return text;
}

Span attributes_below(const Document& document, NodeId id) {
  const Node& heading = document.tree()[id];
  const std::string_view closing = document.source.slice({heading.content.end, heading.span.end});
  const bool is_closed = closing.find('#') != closing.npos && closing.find_first_of("\r\n") == closing.npos;
  if (!is_closed || !document.dialect.goldmark.heading_attributes) return {};
  const std::string_view text = document.source.text();
  const size_t begin = text.find_first_not_of(" \t\r\n", heading.span.end);
  if (begin == text.npos || text[begin] != '{') return {};
  const size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  const auto attributes = read_attributes(line, 0);
  if (!attributes || line.find_first_not_of(" \t", attributes->end) != line.npos) return {};
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::string plain_heading_text(const Document& document, NodeId node, Span text) {
  const Tree& tree = document.tree();
  const GoldmarkOptions& options = document.dialect.goldmark;
  const std::span<const Node> nodes = tree.nodes().subspan(node + 1, tree[node].end - node - 1);
  const auto first = std::partition_point(nodes.begin(), nodes.end(),
                                          [&](const Node& part) { return part.span.begin < text.begin; });
  std::string plain;
  for (NodeId id = node + 1 + static_cast<NodeId>(first - nodes.begin()); id < tree[node].end;) {
    const Node& part = tree[id];
    const bool bare =
        part.kind == NodeKind::link && (part.form == LinkForm::autolink || part.form == LinkForm::bare);
    if (part.span.begin >= text.end) break;
    if (bare || part.kind == NodeKind::footnote_reference) {
      id = part.end;
      continue;
    }
    ++id;
    const Span seen = {part.span.begin, std::min(part.span.end, text.end)};
    if (part.kind == NodeKind::code) plain += document.source.slice(part.content);
    if (part.kind != NodeKind::text) continue;
    const std::string shown = unescape(document.source.slice(seen));
    if (options.typographer)
      append_without_dashes(plain, shown);
    else
      plain += shown;
  }
  return plain;
}

std::string without_emoji(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    size_t end = at + 1;
    while (text[at] == ':' && end < text.size() && is_emoji_name_byte(text[end])) ++end;
    if (text[at] == ':' && end > at + 1 && end < text.size() && text[end] == ':')
      at = end;
    else
      result += text[at];
  }
  return result;
}

}  // namespace rubric
