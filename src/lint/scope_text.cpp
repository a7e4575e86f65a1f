// How it works: a prose text starts as blanks as long as its document; text nodes are copied to their places
// and opaque nodes and shortcodes painted over. An inner text that Hugo renders by itself is a further root
// of the tree and lies inside a painted call, so it has a text of its own.

#include "lint/scope_text.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace rubric {

namespace {

bool is_word_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
         (value >= 'a' && value <= 'z');
}

void paint(ProseText& prose, Span span, char byte) {
  const auto begin = prose.text.begin() - prose.begin;
  std::fill(begin + span.begin, begin + span.end, byte);
}

bool is_opaque(const Node& node) {
  switch (node.kind) {
    case NodeKind::code:
    case NodeKind::html_inline:
    case NodeKind::image:
    case NodeKind::footnote_reference:
      return true;
    case NodeKind::link:
      return node.form == LinkForm::autolink || node.form == LinkForm::bare;
    default:
      return false;
  }
}

// Whether nothing but markup stands between two text nodes, so that a word may go on across it.
bool is_joint(std::string_view source, Span gap) {
  if (gap.begin == 0 || gap.empty() || gap.end >= source.size()) return false;
  return is_word_byte(source[gap.begin - 1]) && is_word_byte(source[gap.end]) &&
         slice(source, gap).find_first_of(" \t\r\n") == std::string_view::npos;
}

ProseText prose_text(const Document& document, Span span, NodeId first, std::span<const Span> masks) {
  const std::string_view source = document.source.text();
  ProseText prose{span.begin, std::string(span.size(), ' '), first, document.tree()[first].end};
  uint32_t done = span.begin;  // end of the text node before
  for (NodeId id = first; id < prose.end;) {
    const Node& node = document.tree()[id];
    if (is_opaque(node)) {
      paint(prose, node.span, opaque_byte);
      id = node.end;
      continue;
    }
    ++id;
    if (node.kind != NodeKind::text || node.span.empty()) continue;
    const Span gap{done, std::max(done, node.span.begin)};
    if (done > span.begin && is_joint(source, gap)) paint(prose, gap, joint_byte);
    std::memcpy(prose.text.data() + (node.span.begin - span.begin), source.data() + node.span.begin,
                node.span.size());
    done = node.span.end;
  }
  for (const Span mask : masks) paint(prose, mask, opaque_byte);
  return prose;
}

// The nodes of some kinds in [prose.first, prose.end).
std::vector<NodeId> nodes_of(const Tree& tree, std::span<const NodeKind> kinds, const ProseText& prose) {
  std::vector<NodeId> nodes;
  for (const NodeKind kind : kinds) {
    const std::span<const NodeId> all = tree.of_kind(kind);
    const auto first = std::lower_bound(all.begin(), all.end(), prose.first);
    nodes.insert(nodes.end(), first, std::lower_bound(first, all.end(), prose.end));
  }
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

// The paragraphs in list items, or those outside.
std::vector<NodeId> paragraphs_in(const Tree& tree, const ProseText& prose, bool in_items) {
  std::vector<NodeId> paragraphs;
  NodeId items_end = 0;  // one past the last node of the outermost item under way
  for (NodeId id = prose.first; id < prose.end; ++id) {
    if (tree[id].kind == NodeKind::item) items_end = std::max(items_end, tree[id].end);
    if (tree[id].kind == NodeKind::paragraph && (id < items_end) == in_items) paragraphs.push_back(id);
  }
  return paragraphs;
}

// Markup at the borders is blank already; without it, `^` and `$` stand at the first and last word.
Span without_blanks(const ProseText& prose, Span span) {
  const auto byte = [&](uint32_t offset) { return prose.text[offset - prose.begin]; };
  while (!span.empty() && byte(span.begin) == ' ') ++span.begin;
  while (!span.empty() && byte(span.end - 1) == ' ') --span.end;
  return span;
}

constexpr NodeKind prose_kinds[] = {NodeKind::paragraph, NodeKind::heading, NodeKind::table_cell,
                                    NodeKind::definition_term};

// The kinds of node that a prose scope is made of; list items are looked for by themselves.
std::span<const NodeKind> kinds_of(Scope scope) {
  static constexpr NodeKind heading[] = {NodeKind::heading};
  static constexpr NodeKind cell[] = {NodeKind::table_cell};
  static constexpr NodeKind link[] = {NodeKind::link};
  if (scope == Scope::heading) return heading;
  if (scope == Scope::table_cell) return cell;
  if (scope == Scope::link_text) return link;
  return prose_kinds;
}

std::vector<Span> code(const Tree& tree) {
  std::vector<Span> slices;
  for (const NodeKind kind : {NodeKind::code_block, NodeKind::code}) {
    for (const NodeId id : tree.of_kind(kind)) slices.push_back(tree[id].content);
  }
  return slices;
}

std::vector<Span> link_targets(const Tree& tree) {
  std::vector<Span> slices;
  for (const NodeKind kind : {NodeKind::link, NodeKind::image, NodeKind::link_reference_definition}) {
    for (const NodeId id : tree.of_kind(kind)) {
      // A reference's destination is its definition's, which is listed once.
      if (tree[id].form != LinkForm::reference) slices.push_back(tree.link(tree[id]).destination);
    }
  }
  return slices;
}

std::vector<Span> html(const Tree& tree) {
  std::vector<Span> slices;
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) slices.push_back(tree[id].span);
  }
  return slices;
}

std::vector<Span> shortcode_tags(const Shortcodes& shortcodes) {
  std::vector<Span> slices;
  for (const Shortcode& call : shortcodes.calls) {
    slices.push_back(call.open);
    if (!call.close.empty()) slices.push_back(call.close);
  }
  return slices;
}

}  // namespace

std::vector<ProseText> prose_texts(const Document& document) {
  const Tree& tree = document.tree();
  const MaskedText& masked = document.masked;
  const Span page{0, static_cast<uint32_t>(document.source.text().size())};
  std::vector<ProseText> texts;
  if (tree.size() == 0) return texts;
  texts.push_back(prose_text(document, page, 0, masked.masks));
  for (const MaskedRoot& root : masked.roots) {
    if (texts.back().end >= tree.size()) break;
    texts.push_back(prose_text(document, root.span, texts.back().end, root.masks));
  }
  return texts;
}

std::vector<Span> prose_slices(const Tree& tree, Scope scope, const ProseText& prose) {
  const bool of_items = scope == Scope::list_item;
  const std::vector<NodeId> nodes = of_items || scope == Scope::paragraph
                                        ? paragraphs_in(tree, prose, of_items)
                                        : nodes_of(tree, kinds_of(scope), prose);
  std::vector<Span> slices;
  for (const NodeId id : nodes) {
    if (!is_opaque(tree[id])) slices.push_back(without_blanks(prose, tree[id].content));
  }
  return slices;
}

std::vector<SentenceSlice> sentence_slices(const Prose& prose, const std::vector<ProseText>& texts) {
  // Both tell one document after the other; what belongs to a later one is opaque in those before.
  const auto shows = [](const ProseText& text, uint32_t offset) {
    return offset >= text.begin && offset - text.begin < text.text.size() &&
           text.text[offset - text.begin] != opaque_byte;
  };
  std::vector<SentenceSlice> slices;
  size_t current = 0;
  for (const Sentence& sentence : prose.sentences()) {
    if (sentence.kind == ProseKind::title || sentence.kind == ProseKind::description ||
        sentence.kind == ProseKind::alt_text)
      continue;
    const std::span<const Word> words = prose.words(sentence);
    const auto said = std::find_if(words.begin(), words.end(), [](const Word& word) {
      return word.kind == WordKind::word || word.kind == WordKind::number;
    });
    if (said == words.end()) continue;
    size_t text = current;
    while (text < texts.size() && !shows(texts[text], said->span.begin)) ++text;
    if (text == texts.size()) continue;
    current = text;
    slices.push_back(
        {Span{words.front().span.begin, words.back().span.end}, text, static_cast<uint32_t>(words.size())});
  }
  return slices;
}

std::vector<Span> source_slices(const Document& document, Scope scope) {
  switch (scope) {
    case Scope::link_target:
      return link_targets(document.tree());
    case Scope::code:
      return code(document.tree());
    case Scope::html:
      return html(document.tree());
    case Scope::front_matter:
      return {document.front_matter.content};
    case Scope::shortcode:
      return shortcode_tags(document.shortcodes);
    case Scope::raw:
      return {Span{0, static_cast<uint32_t>(document.source.text().size())}};
    default:
      return {};
  }
}

}  // namespace rubric
