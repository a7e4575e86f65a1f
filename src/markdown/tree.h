#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// Kinds of node, under CommonMark's, GFM's and goldmark's names.
enum class NodeKind : uint8_t {
  document,
  // container blocks
  block_quote,
  list,
  item,
  footnote_definition,
  definition_list,
  definition_description,
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
  definition_term,
  attributes,
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

/// A node of the Markdown tree. `span` covers the node with its own syntax, `content` what stands between
/// that syntax. Both are in the original bytes, whatever containers the lines are in. In detail:
///
///     node                 span                                             content
///     document             the text that was parsed                         the same
///     block_quote          first `>` to the end of its last line            its children
///     list, item           first marker to the end of the last child        its children, task box excluded
///     footnote_definition  `[^label]:` to the end of the last child         its children
///     definition_list      first term to the end of its last child         the same
///     definition_description   `:` to the end of the last child             its children
///     heading              `#`s to the end of the line, or text and         without `#`s and underline
///                          underline
///     code_block           both fences; or its lines up to the last that    lines between the fences; or as
///                          is not blank                                     the span
///     html_block           its lines                                        the same
///     paragraph            its text                                         the same
///     thematic_break       to the end of the line                           empty
///     link_reference_definition   `[` to the end of destination or title    the label
///     table, table_row     first cell's `|` to the end of the last line,    the same
///                          delimiter row included
///     table_cell           its text, trimmed, without pipes                 the same
///     definition_term      its lines, each a term of its own                the same
///     attributes           `{` to the end of the line                       the same
///     text                 as written: escapes and references included      the same
///     soft_break           the line end                                     the same
///     hard_break           the `\` or blanks, and the line end              the same
///     code                 with its backticks                               between the backticks
///     html_inline          the tag                                          the same
///     emphasis, strong, strikethrough   with both delimiters                between them
///     link, image          all of `[text](…)`, `[text][…]`, `<…>`           the text
///     footnote_reference   `[^label]`                                       the label
///
/// Line ends and the blanks before them are in no span of a block, except inside it; a block whose end is not
/// written (an unclosed fence) ends with its last line. Children lie inside their parents, siblings are in
/// order and do not overlap. Breaks and containers aside, a span of more than one line holds the container
/// prefixes (`> `, indents) of the lines after its first. A task's box `[ ]` belongs to the item, not to its
/// text.
struct Node {
  NodeKind kind = NodeKind::document;
  /// heading: 1–6; list: 1 if ordered; item: 1 open and 2 checked task; code block: 1 if fenced; table row: 1
  /// for the header.
  uint8_t level = 0;
  LinkForm form = LinkForm::none;
  NodeId parent = 0;
  NodeId end = 0;  ///< one past the last descendant: the subtree is [id, end)
  Span span;
  Span content;
  /// Of link, image, link_reference_definition, footnote_definition and footnote_reference: see Tree::link.
  /// Of a fenced code block: see Tree::info. Of an ordered list: its first number.
  uint32_t detail = 0;

  bool is_block() const { return kind < NodeKind::text; }
};

/// What a link, image, link reference definition or footnote has beside its text.
struct LinkDetail {
  Span destination;  ///< in the source, without `<` `>`; for references, the definition's; for bare links
                     ///< their text
  Span title;        ///< in the source, without its quotes; empty when there is none
  Span label;  ///< the label in brackets of a reference, a definition or a footnote (without its `^`); for
               ///< `[text][]` and `[text]` the text
  NodeId definition = 0;  ///< of a reference: the definition's node. 0 otherwise, and for a footnote
                          ///< reference that no definition answers: renderers show that as text
};

/// The Markdown syntax tree of one page: its nodes in preorder in one vector. Node 0 is the document. An
/// inner text of a shortcode that Hugo renders by itself is a further root after it (kind document, parent
/// itself). Immutable once built; owns no text.
class Tree {
 public:
  Tree() = default;
  /// `nodes` in preorder with parents and ends set; `infos` begins with an empty span, which blocks of code
  /// without an info string refer to.
  Tree(std::vector<Node> nodes, std::vector<LinkDetail> links, std::vector<Span> infos);

  const Node& operator[](NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  std::span<const Node> nodes() const { return nodes_; }

  /// All nodes of one kind, in order.
  std::span<const NodeId> of_kind(NodeKind kind) const;

  /// The detail of a link, image, link_reference_definition, footnote_definition or footnote_reference.
  const LinkDetail& link(const Node& node) const { return links_[node.detail]; }

  /// The info string of a code_block as written ("go {linenos=true}"); empty when there is none.
  Span info(const Node& code_block) const { return infos_[code_block.detail]; }

  /// The first ancestor of `id` that is a block, or `id` itself if it is one.
  NodeId block_of(NodeId id) const;

 private:
  std::vector<Node> nodes_;
  std::vector<LinkDetail> links_;
  std::vector<Span> infos_;
  std::vector<NodeId> by_kind_;                    // ids grouped by kind
  uint32_t kind_begin_[node_kind_count + 1] = {};  // where each kind's group begins in by_kind_
};

/// The decoded value of a link destination or title: backslash escapes and character references resolved
/// (CommonMark 2.4, 2.5), percent-escapes left as they are.
std::string unescape(std::string_view source);

/// Which of GFM's and goldmark's extensions the parser applies: by default those that GFM has.
struct MarkdownOptions {
  bool tables = true;
  bool strikethrough = true;
  bool autolinks = true;
  bool footnotes = true;
  bool definition_lists = false;
  bool block_attributes = false;  ///< `{#id}` on the line after a block
};

/// A parsed Markdown text.
struct ParsedMarkdown {
  Tree tree;
  /// What was too hostile to parse in bounded time, and is in the tree without its inlines (a leaf block) or
  /// not at all (the rest of a page); ordered, and empty for honest texts.
  std::vector<Span> skipped;
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
/// inputs, see guards.h). Safe to call from many threads.
ParsedMarkdown parse_markdown(std::span<const MarkdownPart> parts, const MarkdownOptions& options);

/// Frees the memory that parse_markdown keeps from page to page on the calling thread; the end of a thread
/// does so, too.
void release_parser_memory();

}  // namespace rubric
