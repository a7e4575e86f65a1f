#include "prose/prose.h"

#include <algorithm>
#include <utility>

#include "prose/block_reader.h"

// How it works. The leaves of each block that holds inline content are read in order into a BlockReader. A
// change of parent between two leaves is markup: the tree need not be walked by its inner nodes.

namespace rubric {
namespace {

bool holds_prose(NodeKind kind) {
  return kind == NodeKind::paragraph || kind == NodeKind::heading || kind == NodeKind::table_cell ||
         kind == NodeKind::definition_term;
}

/// Reads the inline content of blocks out of a document's tree.
class TreeReader {
 public:
  TreeReader(const Document& document, BlockReader& reader)
      : tree_(document.tree()),
        text_(document.source.text()),
        masked_(document.masked),
        masks_(&masked_.masks),
        reader_(reader) {}

  void read() {
    for (NodeId id = 0; id < tree_.size();) {
      const NodeKind kind = tree_[id].kind;
      // An inner text that is a document of its own: only the tags inside it are opaque there.
      if (kind == NodeKind::document && id != 0) masks_ = &masked_.roots[root_++].masks;
      if (!holds_prose(kind)) {
        ++id;
        continue;
      }
      read_block(id, prose_kind(id));
      id = tree_[id].end;
      for (size_t i = 0; i < images_.size(); ++i) read_block(images_[i], ProseKind::alt_text);
      images_.clear();
    }
  }

 private:
  ProseKind prose_kind(NodeId id) const {
    if (tree_[id].kind == NodeKind::heading) return ProseKind::heading;
    if (tree_[id].kind == NodeKind::table_cell) return ProseKind::table_cell;
    return tree_[tree_[id].parent].kind == NodeKind::item ? ProseKind::list_item : ProseKind::paragraph;
  }

  void read_block(NodeId block, ProseKind kind) {
    reader_.open(kind);
    NodeId parent = block;  // of the leaf before
    for (NodeId id = block + 1; id < tree_[block].end;) {
      const Node& node = tree_[id];
      if (node.parent != parent) reader_.add_markup();
      parent = node.parent;
      id = read_inline(id, node);
    }
    reader_.close();
  }

  /// Returns the node to go on with.
  NodeId read_inline(NodeId id, const Node& node) {
    switch (node.kind) {
      case NodeKind::text:
        read_text(node.span);
        return id + 1;
      case NodeKind::soft_break:
        reader_.add_space();
        return id + 1;
      case NodeKind::hard_break:
        reader_.add_hard_break();
        return id + 1;
      case NodeKind::emphasis:
      case NodeKind::strong:
      case NodeKind::strikethrough:
        reader_.add_markup();
        return id + 1;
      case NodeKind::link:
        if (node.form == LinkForm::autolink || node.form == LinkForm::bare) break;
        reader_.add_markup();
        return id + 1;
      case NodeKind::image:
        images_.push_back(id);
        break;
      default:
        break;
    }
    reader_.add_opaque(slice(text_, node.span), node.span.begin);
    return node.end;
  }

  /// A text node, in which every masked shortcode is opaque.
  void read_text(Span span) {
    auto mask = std::partition_point(masks_->begin(), masks_->end(),
                                     [&](const Span& candidate) { return candidate.end <= span.begin; });
    for (; mask != masks_->end() && mask->begin < span.end; ++mask) {
      if (mask->begin > span.begin) reader_.add_text(slice(text_, {span.begin, mask->begin}), span.begin);
      reader_.add_opaque(slice(text_, *mask), mask->begin);
      span.begin = std::min(std::max(span.begin, mask->end), span.end);
    }
    if (!span.empty()) reader_.add_text(slice(text_, span), span.begin);
  }

  const Tree& tree_;
  std::string_view text_;
  const MaskedText& masked_;
  const std::vector<Span>* masks_;  // of the root under way
  size_t root_ = 0;                 // the next of masked_.roots
  BlockReader& reader_;
  std::vector<NodeId> images_;  // of the block under way; their alternative texts are blocks of their own
};

/// A title or description, when its value stands in the source as it is: escapes have no exact places.
void read_front_matter(const Document& document, std::string_view key, ProseKind kind, BlockReader& reader) {
  const Value* value = document.front_matter.root.find(key);
  if (value == nullptr || value->kind != Value::Kind::string) return;
  std::string_view raw = document.source.slice(value->span);
  uint32_t begin = value->span.begin;
  if (raw.size() == value->scalar.size() + 2) {
    raw = raw.substr(1, value->scalar.size());
    ++begin;
  }
  if (raw != value->scalar) return;
  reader.open(kind);
  reader.add_text(raw, begin);
  reader.close();
}

/// The memory of the words of the page before, which a thread keeps for the next: fresh memory costs more
/// than the words do.
thread_local std::vector<Word> spare_words;
constexpr size_t most_spare_words = 100'000;

}  // namespace

Prose::Prose(const Document& document) : words_(std::move(spare_words)) {
  words_.clear();
  words_.reserve(document.source.text().size() / 6);
  BlockReader reader(blocks_, sentences_, words_, joined_);
  read_front_matter(document, "title", ProseKind::title, reader);
  read_front_matter(document, "description", ProseKind::description, reader);
  TreeReader(document, reader).read();
}

Prose::~Prose() {
  if (words_.capacity() > spare_words.capacity() && words_.capacity() <= most_spare_words)
    spare_words = std::move(words_);
}

bool Prose::is_english(const Sentence& sentence) const {
  if (!judged_ || judged_->begin != sentence.begin || judged_->end != sentence.end)
    judged_ = Judged{sentence.begin, sentence.end, judge_language(sentence)};
  return judged_->english;
}

bool Prose::judge_language(const Sentence& sentence) const {
  constexpr uint32_t enough = 8;
  const LanguageCount own = count_language(words(sentence));
  if (own.words >= enough && own.is_english()) return true;
  if (!page_language_) page_language_ = count_language(words_);
  const bool english_page = page_language_->words < enough || page_language_->is_english();
  return english_page && own.may_be_english();
}

}  // namespace rubric
