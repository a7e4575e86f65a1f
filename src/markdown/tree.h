#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// Kinds of node, under CommonMark's and GFM's names.
enum class NodeKind : uint8_t {
  document,
  // container blocks
  block_quote,
  list,
  item,
  footnote_definition,
  // leaf blocks
  thematic_break,
  heading,
  code_block,
  html_block,
  paragraph,
  link_reference_definition,
  table,
  table_row,
  table_cell,
  // inlines
  text,
  soft_break,
  hard_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference,
};
inline constexpr size_t node_kind_count = static_cast<size_t>(NodeKind::footnote_reference) + 1;

/// The name of a kind as `rubric dump tree` prints it: "block_quote".
std::string_view name(NodeKind kind);

/// Index of a node in its Tree. Nodes are stored in preorder, so ids grow along the text.
using NodeId = uint32_t;

/// How a link or image is written.
enum class LinkForm : uint8_t {
  none,       ///< not a link or image
  inlined,    ///< `[text](destination "title")`
  reference,  ///< `[text][label]`, `[label][]`, `[label]`
  autolink,   ///< `<https://…>`
  bare,       ///< `https://…`, `www.…`, found by GFM's extended autolinks
};

/// A node of the Markdown tree. `span` covers the node with its own syntax (marks, fences, delimiters;
/// containers up to their last child); `content` what stands between that syntax. Both are in the original
/// bytes.
struct Node {
  NodeKind kind = NodeKind::document;
  uint8_t level =
      0;  ///< heading: 1–6; list: 1 if ordered; table row: 1 for the header; item: 1 open and 2 checked task
  LinkForm form = LinkForm::none;
  NodeId parent = 0;
  NodeId end = 0;  ///< one past the last descendant: the subtree is [id, end)
  Span span;
  Span content;
  uint32_t detail =
      0;  ///< index into the Tree's links (link, image, definition), or of the footnote's number

  bool is_block() const { return kind < NodeKind::text; }
};

/// What a link, image or link reference definition has beside its text.
struct LinkDetail {
  Span destination;  ///< in the source, without `<` `>`; for references, the definition's; for bare links
                     ///< their text
  Span title;        ///< in the source, without its quotes; empty when there is none
  Span label;        ///< the label in brackets of a reference or a definition, brackets excluded
  NodeId definition = 0;  ///< of a reference: the definition's node; 0 otherwise
};

/// The Markdown syntax tree of one page: its nodes in preorder in one vector. Node 0 is the document. An
/// inner text of a shortcode that Hugo renders by itself is a further root after it (kind document, parent
/// itself). Immutable once built; owns no text.
class Tree {
 public:
  Tree() = default;
  Tree(std::vector<Node> nodes, std::vector<LinkDetail> links);

  const Node& operator[](NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  std::span<const Node> nodes() const { return nodes_; }

  /// All nodes of one kind, in order.
  std::span<const NodeId> of_kind(NodeKind kind) const;

  /// The detail of a link, image or link_reference_definition.
  const LinkDetail& link(const Node& node) const { return links_[node.detail]; }

  /// The first ancestor of `id` that is a block, or `id` itself if it is one.
  NodeId block_of(NodeId id) const;

 private:
  std::vector<Node> nodes_;
  std::vector<LinkDetail> links_;
  std::vector<NodeId> by_kind_;                    // ids grouped by kind
  uint32_t kind_begin_[node_kind_count + 1] = {};  // where each kind's group begins in by_kind_
};

/// The decoded value of a link destination or title: backslash escapes and character references resolved
/// (CommonMark 2.4, 2.5), percent-escapes left as they are.
std::string unescape(std::string_view source);

/// Which of GFM's and goldmark's extensions the parser applies.
struct MarkdownOptions {
  bool tables = true;
  bool strikethrough = true;
  bool autolinks = true;
  bool footnotes = true;
};

/// A parsed Markdown text.
struct ParsedMarkdown {
  Tree tree;
  std::vector<Span>
      skipped;  ///< blocks whose inline content was too hostile to parse in bounded time; mostly empty
};

/// A stretch of a page that is a Markdown document of its own: the page's body, or an inner text that a
/// shortcode renders by itself. `text` stands at byte `begin` of the page; it may be masked (see mask.h), at
/// unchanged length.
struct MarkdownPart {
  std::string_view text;
  uint32_t begin = 0;
};

/// Parses the parts, each as CommonMark with GFM extensions, into one Tree with a root for each, with exact
/// spans in the page's offsets. Reference definitions and footnotes of one part are unknown to the others.
/// NUL and ill-formed UTF-8 are handled. Never fails; linear time (guards against cmark's super-linear
/// inputs). Safe to call from many threads.
ParsedMarkdown parse_markdown(std::span<const MarkdownPart> parts, const MarkdownOptions& options);

}  // namespace rubric
