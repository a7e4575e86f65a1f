// How it works: `place_` moves over the content while the tree is visited in order. Entering a node consumes
// the syntax that opens it, leaving it the syntax that closes it; the kind and the literal that cmark found
// tell which bytes those are, so nothing is searched and nothing guessed. A text node's literal is consumed
// byte by byte, where an escape or a character reference in the content stands for what it decodes to.
// Whenever the content does not hold what the tree says, the walk fails. It uses an explicit stack: nesting
// is the writer's choice.

#include "markdown/inline_walk.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include "markdown/character_reference.h"
#include "markdown/cmark_library.h"
#include "markdown/footnote_syntax.h"
#include "markdown/link_syntax.h"

namespace rubric {
namespace {

std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<size_t>(chunk.len)};
}

/// How text is written where it stands.
enum class Writing { markdown, autolink, bare_link };

class InlineWalk {
 public:
  /// `endings` are those of the first footnote references; further ones that the walk meets are added.
  InlineWalk(TreeParts& parts, NodeId parent, const cmark_node* leaf, const LineMap& map, uint32_t task_box,
             std::vector<FootnoteEnding>& endings)
      : parts_(parts),
        leaf_(leaf),
        map_(map),
        content_(inline_content(leaf)),
        task_box_(task_box),
        endings_(endings) {
    open_ = {leaf, parent, 0, 0, 0, Writing::markdown};
  }

  bool run() {
    const cmark_node* node = leaf_->first_child;
    while (node != nullptr) {
      if (!enter(node)) return false;
      if (open_.node == node && node->first_child != nullptr) {
        node = node->first_child;
        continue;
      }
      while (true) {
        if (open_.node == node && !leave()) return false;
        if (node->next != nullptr) break;
        node = node->parent;
        if (node == leaf_) return place_ == content_.size();
      }
      node = node->next;
    }
    return place_ == content_.size();
  }

 private:
  /// A node that was entered and not left yet.
  struct Open {
    const cmark_node* node;
    NodeId id;
    uint32_t begin;
    uint32_t content_begin;
    uint32_t delimiter;  // how many bytes close it
    Writing writing;
  };

  bool at(char byte) const { return place_ < content_.size() && content_[place_] == byte; }

  bool take(char byte) {
    if (!at(byte)) return false;
    ++place_;
    return true;
  }

  uint32_t run_length(char byte) const {
    const size_t end = content_.find_first_not_of(byte, place_);
    return static_cast<uint32_t>(std::min(end, content_.size())) - place_;
  }

  uint32_t find(char byte) const {
    return static_cast<uint32_t>(std::min(content_.find(byte, place_), content_.size()));
  }

  /// The first `\` or `&` from here on. Each is looked for where the last one found has been passed, so all
  /// searches together go over the content twice.
  uint32_t next_escape() {
    if (!searched_ || backslash_ < place_) backslash_ = find('\\');
    if (!searched_ || ampersand_ < place_) ampersand_ = find('&');
    searched_ = true;
    return std::min(backslash_, ampersand_);
  }

  NodeId append(NodeKind kind, uint32_t begin) {
    const Span span = map_.span(begin, place_);
    return parts_.append(kind, open_.id, span, span);
  }

  bool enter(const cmark_node* node) {
    switch (const NodeKind kind = kind_of(node)) {
      case NodeKind::text:
        return take_text(view(node->as.literal));
      case NodeKind::soft_break:
        return take_soft_break();
      case NodeKind::hard_break:
        return take_hard_break();
      case NodeKind::code:
        return take_code();
      case NodeKind::html_inline:
        return take_html(view(node->as.literal));
      case NodeKind::emphasis:
      case NodeKind::strong:
      case NodeKind::strikethrough:
        return open_delimited(node, kind);
      case NodeKind::link:
      case NodeKind::image:
        return open_link(node, kind);
      case NodeKind::footnote_reference:
        return take_footnote_reference(node);
      default:
        return false;
    }
  }

  bool leave() {
    const Open open = open_;
    const uint32_t content_end = place_;
    const NodeKind kind = parts_.nodes[open.id].kind;
    if (kind == NodeKind::link || kind == NodeKind::image) {
      if (!close_link(open)) return false;
    } else {
      const char byte = content_[open.begin];
      if (run_length(byte) < open.delimiter) return false;
      place_ += open.delimiter;
    }
    Node& node = parts_.nodes[open.id];
    node.span = map_.span(open.begin, place_);
    node.content = map_.span(open.content_begin, content_end);
    parts_.close(open.id);
    open_ = around_.back();
    around_.pop_back();
    return true;
  }

  void open(const cmark_node* node, NodeKind kind, uint32_t begin, uint32_t delimiter, Writing writing) {
    around_.push_back(open_);
    open_ = {node, parts_.append(kind, open_.id, {}, {}), begin, place_, delimiter, writing};
  }

  // --- Text

  bool take_text(std::string_view literal) {
    if (literal.empty()) return true;
    uint32_t begin = place_;
    const bool taken =
        open_.writing == Writing::bare_link && content_.substr(place_, literal.size()) == literal
            ? skip(literal.size())
            : take_written(literal);
    if (!taken) return false;
    if (begin == 0 && task_box_ > 0) begin = std::min(task_box_, place_);
    if (begin < place_) append(NodeKind::text, begin);
    return true;
  }

  bool skip(size_t size) {
    place_ += static_cast<uint32_t>(size);
    return true;
  }

  bool take_written(std::string_view literal) {
    while (!literal.empty()) {
      const size_t plain = std::min<size_t>(literal.size(), next_escape() - place_);
      if (std::memcmp(content_.data() + place_, literal.data(), plain) != 0) return false;
      place_ += static_cast<uint32_t>(plain);
      literal.remove_prefix(plain);
      if (literal.empty()) return true;
      if (place_ == content_.size()) return false;
      const size_t decoded = at('&') ? take_reference(literal) : take_backslash(literal);
      if (decoded == 0) return false;
      literal.remove_prefix(decoded);
    }
    return true;
  }

  /// Takes a backslash, and what it escapes; returns how many bytes of the literal that was, or 0.
  size_t take_backslash(std::string_view literal) {
    const bool escapes = open_.writing != Writing::autolink && place_ + 1 < content_.size() &&
                         is_ascii_punctuation(content_[place_ + 1]);
    if (escapes) ++place_;
    return content_[place_++] == literal.front() ? 1 : 0;
  }

  size_t take_reference(std::string_view literal) {
    const CharacterReference reference = decode_character_reference(content_, place_);
    if (reference.source_size == 0) return content_[place_++] == literal.front() ? 1 : 0;
    place_ += reference.source_size;
    return literal.starts_with(reference.decoded()) ? reference.decoded_size : 0;
  }

  // --- Breaks, code, HTML

  void skip_blanks() {
    while (at(' ') || at('\t')) ++place_;
  }

  /// Skips the white space that cmark cut from the text before a line end.
  void skip_trimmed() {
    while (place_ < content_.size() && content_[place_] != '\n' && is_markdown_space(content_[place_]))
      ++place_;
  }

  bool take_soft_break() {
    skip_trimmed();
    const uint32_t begin = place_;
    if (!take('\n')) return false;
    append(NodeKind::soft_break, begin);
    skip_blanks();
    return true;
  }

  bool take_hard_break() {
    const uint32_t begin = place_;
    const bool backslash = take('\\');
    if (!backslash) skip_trimmed();
    if (!take('\n')) return false;
    append(NodeKind::hard_break, begin);
    if (!backslash) skip_blanks();  // After a backslash they belong to the next text.
    return true;
  }

  bool take_code() {
    const uint32_t begin = place_;
    const uint32_t backticks = run_length('`');
    if (backticks == 0) return false;
    place_ += backticks;
    const uint32_t content_begin = place_;
    while (true) {
      const size_t next = content_.find('`', place_);
      if (next == std::string_view::npos) return false;
      place_ = static_cast<uint32_t>(next);
      const uint32_t length = run_length('`');
      place_ += length;
      if (length == backticks) break;
    }
    const NodeId id = append(NodeKind::code, begin);
    parts_.nodes[id].content = map_.span(content_begin, place_ - backticks);
    return true;
  }

  bool take_html(std::string_view literal) {
    if (content_.substr(place_, literal.size()) != literal) return false;
    const uint32_t begin = place_;
    place_ += static_cast<uint32_t>(literal.size());
    append(NodeKind::html_inline, begin);
    return true;
  }

  // --- Emphasis, links

  bool open_delimited(const cmark_node* node, NodeKind kind) {
    const uint32_t begin = place_;
    if (place_ == content_.size()) return false;
    const char byte = content_[place_];
    const bool is_tilde = kind == NodeKind::strikethrough;
    if (is_tilde ? byte != '~' : byte != '*' && byte != '_') return false;
    const uint32_t wanted = kind == NodeKind::emphasis ? 1 : 2;
    const uint32_t found = std::min(run_length(byte), wanted);
    if (found < wanted && !is_tilde) return false;
    place_ += found;
    open(node, kind, begin, found, Writing::markdown);
    return true;
  }

  bool open_link(const cmark_node* node, NodeKind kind) {
    const uint32_t begin = place_;
    Writing writing = Writing::markdown;
    LinkForm form = LinkForm::inlined;  // or reference: known when it is closed
    if (kind == NodeKind::image) {
      if (!take('!') || !take('[')) return false;
    } else if (take('<')) {
      writing = Writing::autolink;
      form = LinkForm::autolink;
    } else if (!take('[')) {
      writing = Writing::bare_link;
      form = LinkForm::bare;
    }
    open(node, kind, begin, 0, writing);
    parts_.nodes[open_.id].form = form;
    parts_.add_link(open_.id);
    return true;
  }

  bool close_link(const Open& open) {
    Node& node = parts_.nodes[open.id];
    LinkDetail& detail = parts_.links[node.detail];
    const Span text = map_.span(open.content_begin, place_);
    if (open.writing != Writing::markdown) {
      detail.destination = text;
      detail.title = {text.end, text.end};
      return open.writing == Writing::bare_link || take('>');
    }
    if (!take(']')) return false;
    if (const auto tail = scan_link_tail(content_, place_)) {
      detail.destination = map_.span(tail->destination.begin, tail->destination.end);
      detail.title = map_.span(tail->title.begin, tail->title.end);
      place_ = tail->end;
      return true;
    }
    node.form = LinkForm::reference;
    detail.label = text;
    if (const auto label = scan_link_label(content_, place_)) {
      if (!label->empty()) detail.label = map_.span(label->begin, label->end);
      place_ = label->end + 1;
    }
    // The URL of a reference is the ordinal of its definition (see parse_with_cmark).
    const std::string_view ordinal = view(open.node->as.link.url);
    uint32_t value = 0;
    if (std::from_chars(ordinal.data(), ordinal.data() + ordinal.size(), value).ec != std::errc())
      return false;
    detail.definition = value + 1;
    return true;
  }

  // --- Footnote references

  /// cmark keeps the column at which a footnote reference ends; its literal may dangle and is never read.
  bool take_footnote_reference(const cmark_node* node) {
    take('!');  // cmark loses it when the caret is not written plainly: `![\^a]`
    const uint32_t begin = place_;
    if (!at('[')) return false;
    if (references_taken_ == endings_.size()) {
      const int64_t column = int64_t{node->end_column} - (leaf_->start_column - 1 + leaf_->internal_offset);
      const auto end = footnote_reference_end(content_, begin, column);
      if (!end) return false;
      endings_.push_back({column, *end});
    }
    place_ = endings_[references_taken_++].place;
    const NodeId id = append(NodeKind::footnote_reference, begin);
    const Span label = footnote_label(content_, {begin, place_});
    parts_.nodes[id].content = map_.span(label.begin, label.end);
    parts_.add_link(id).label = parts_.nodes[id].content;
    return true;
  }

  TreeParts& parts_;
  const cmark_node* leaf_;
  const LineMap& map_;
  std::string_view content_;
  uint32_t task_box_;
  uint32_t place_ = 0;
  bool searched_ = false;  // for both of these:
  uint32_t backslash_ = 0, ampersand_ = 0;
  Open open_;                 // the innermost one
  std::vector<Open> around_;  // the others
  std::vector<FootnoteEnding>& endings_;
  size_t references_taken_ = 0;
};

}  // namespace

std::string_view inline_content(const cmark_node* leaf) {
  std::string_view content(reinterpret_cast<const char*>(leaf->content.ptr),
                           static_cast<size_t>(leaf->content.size));
  while (!content.empty() && is_markdown_space(content.back())) content.remove_suffix(1);
  return content;
}

bool append_inlines(TreeParts& parts, NodeId parent, const cmark_node* leaf, const LineMap& map,
                    uint32_t task_box) {
  // Where a reference over several lines ends may be a choice: the walk comes out with the right one.
  constexpr int most_attempts = 32;
  const size_t nodes = parts.nodes.size();
  const size_t links = parts.links.size();
  std::vector<FootnoteEnding> endings;
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    if (InlineWalk(parts, parent, leaf, map, task_box, endings).run()) return true;
    parts.nodes.resize(nodes);
    parts.links.resize(links);
    if (!choose_next_ending(endings, inline_content(leaf))) return false;
  }
  return false;
}

}  // namespace rubric
