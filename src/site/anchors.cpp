// How it works: headings in order, each root of the Tree with an id space of its own, as Hugo's markdownify
// has; then the other sources. Where two readings are possible (emoji names, GitHub), both ids are given: an
// id too many only hides a finding.

#include "site/anchors.h"

#include <algorithm>

#include "site/heading_ids.h"
#include "site/html_attributes.h"
#include "site/page.h"

namespace rubric {

namespace {

bool is_marker(char byte) {
  return byte == ' ' || byte == '\t' || byte == '>';
}

// The last line of a block's text, without the markers of the quotes it stands in.
std::string_view last_line(std::string_view text, bool quoted) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  size_t begin = text.size();
  while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') --begin;
  if (begin == 0) return text;
  text.remove_prefix(begin);
  while (quoted && !text.empty() && is_marker(text.front())) text.remove_prefix(1);
  return text;
}

bool in_quote(const Tree& tree, NodeId id) {
  while (tree[id].parent != id) {
    id = tree[id].parent;
    if (tree[id].kind == NodeKind::block_quote) return true;
  }
  return false;
}

// The text without `:name:` emoji, as Hugo would leave it after putting in pictures.
std::string without_emoji(std::string_view text) {
  const auto is_name_byte = [](char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           byte == '_' || byte == '+' || byte == '-';
  };
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    size_t end = at + 1;
    while (text[at] == ':' && end < text.size() && is_name_byte(text[end])) ++end;
    if (text[at] == ':' && end > at + 1 && end < text.size() && text[end] == ':')
      at = end;
    else
      result += text[at];
  }
  return result;
}

// What a reader sees of a heading; GitHub makes ids of it.
std::string visible_text(const Document& document, NodeId heading) {
  const Tree& tree = document.tree();
  std::string text;
  for (NodeId id = heading + 1; id < tree[heading].end; ++id) {
    const Node& node = tree[id];
    if (node.kind == NodeKind::text) text += unescape(document.source.slice(node.span));
    if (node.kind == NodeKind::code) text += document.source.slice(node.content);
    if (node.kind == NodeKind::soft_break) text += ' ';
  }
  return text;
}

void add_headings(PageAnchors& found, const Document& document, const TagSpans& tags) {
  const GoldmarkOptions& options = document.dialect.goldmark;
  const Tree& tree = document.tree();
  const std::span<const NodeId> roots = tree.of_kind(NodeKind::document);
  size_t root = 0;
  HeadingIdSpace space, github;
  for (const NodeId id : tree.of_kind(NodeKind::heading)) {
    while (root + 1 < roots.size() && roots[root + 1] < id) {
      ++root;
      space = HeadingIdSpace();
    }
    const Node& heading = tree[id];
    const auto add = [&](std::string anchor, char form = id_form::fixed) {
      found.anchors.push_back({std::move(anchor), heading.span.begin, root == 0 ? form : id_form::fixed});
    };
    // Of a made id the form tells how long its number is.
    const auto add_made = [&](const std::string& sanitized) {
      std::string id = space.generate(sanitized);
      const size_t base = sanitized.empty() ? std::string_view("heading").size() : sanitized.size();
      const size_t number = std::min<size_t>(id.size() - base, 20);
      add(std::move(id), static_cast<char>(id_form::made + number));
    };
    const std::string_view content = document.source.slice(heading.content);
    const HeadingLine line =
        split_heading(last_line(content, in_quote(tree, id)), options.heading_attributes);
    if (line.id) {
      space.take(*line.id);
      add(*line.id, id_form::taken);
      continue;
    }
    if (tags.overlap(heading.content)) {
      found.open = true;
      continue;
    }
    if (!document.dialect.shortcodes)
      add(github.generate(sanitize_heading(visible_text(document, id), HeadingIds::github)));
    if (options.heading_ids == HeadingIds::off) continue;
    const std::string sanitized = sanitize_heading(line.text, options.heading_ids);
    const std::string pictured =
        options.emoji ? sanitize_heading(without_emoji(line.text), options.heading_ids) : sanitized;
    add_made(sanitized);
    if (pictured != sanitized) add_made(pictured);
  }
}

void add_html_ids(PageAnchors& found, const Document& document, const TagSpans& tags) {
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const Span span = tree[id].span;
      const std::string_view html = parsed_slice(document, span);
      for (const HtmlAttribute& attribute : html_attributes(html, span.begin)) {
        const bool names = attribute.name == "id" || (attribute.name == "name" && attribute.element == "a");
        if (!names || attribute.value.empty()) continue;
        if (tags.overlap(attribute.value))
          found.open = true;
        else
          found.anchors.push_back({unescape(document.source.slice(attribute.value)), attribute.value.begin});
      }
    }
  }
}

// `{#id}` on a line of its own after a block. The parser took that line for text or for a table's row.
void add_block_attributes(PageAnchors& found, const Document& document) {
  if (!document.dialect.goldmark.block_attributes) return;
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::paragraph, NodeKind::table_row}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const std::string_view line = last_line(document.source.slice(tree[id].span), true);
      if (line.find('{') == line.npos) continue;
      const HeadingLine parts = split_heading(line, true);
      if (parts.text.empty() && parts.id) found.anchors.push_back({*parts.id, tree[id].span.begin});
    }
  }
}

// Footnotes are numbered in order of use; a repeated use has a number of its own in the way back.
void add_footnotes(PageAnchors& found, const Document& document) {
  const Tree& tree = document.tree();
  uint32_t number = 0;
  for (const NodeId id : tree.of_kind(NodeKind::footnote_definition)) {
    const std::string text = std::to_string(++number);
    found.anchors.push_back({"fn:" + text, tree[id].span.begin});
    found.anchors.push_back({"fnref:" + text, tree[id].span.begin});
  }
}

// Hugo can give the terms of definition lists ids (autoDefinitionTermID); the lists are no part of the Tree.
bool has_definition_lists(const Document& document) {
  if (!document.dialect.shortcodes || !document.dialect.goldmark.definition_lists) return false;
  const Tree& tree = document.tree();
  for (const NodeId id : tree.of_kind(NodeKind::paragraph)) {
    const std::string_view text = document.source.slice(tree[id].span);
    if (text.starts_with(": ") || text.find("\n: ") != text.npos || text.find("\n:\t") != text.npos)
      return true;
  }
  return false;
}

}  // namespace

PageAnchors find_anchors(const Document& document, const TagSpans& tags) {
  PageAnchors found;
  found.open = has_definition_lists(document);
  add_headings(found, document, tags);
  add_html_ids(found, document, tags);
  add_block_attributes(found, document);
  add_footnotes(found, document);
  std::stable_sort(
      found.anchors.begin(), found.anchors.end(),
      [](const FoundAnchor& left, const FoundAnchor& right) { return left.offset < right.offset; });
  return found;
}

}  // namespace rubric
