#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "prose/chunk.h"
#include "prose/prose.h"
#include "prose/word_key.h"
#include "text/span.h"

namespace rubric {

/// Puts the words of a page together, one block after the other.
class BlockReader {
 public:
  BlockReader(std::vector<ProseBlock>& blocks, std::vector<Sentence>& sentences, std::vector<Word>& words,
              std::deque<std::string>& joined)
      : blocks_(blocks), sentences_(sentences), words_(words), joined_(joined) {}

  void open(ProseKind kind) {
    kind_ = kind;
    block_begin_ = sentence_begin_ = word_count();
    space_ = markup_ = sentence_ended_ = false;
    sentence_starts_ = true;
  }

  void close() {
    end_chunk();
    end_sentence();
    if (block_begin_ != word_count()) blocks_.push_back({kind_, block_begin_, word_count()});
  }

  void add_space() {
    end_chunk();
    space_ = true;
  }

  /// A line break that the author forced: what follows may begin a sentence.
  void add_hard_break() {
    add_space();
    sentence_ended_ = true;
  }

  void add_markup() { markup_ = true; }

  void add_opaque(std::string_view text, uint32_t offset) {
    end_chunk();
    push(text, {offset, offset + static_cast<uint32_t>(text.size())}, WordKind::opaque);
  }

  /// Adds text as it stands in the source at `offset`; backslash escapes are resolved.
  void add_text(std::string_view text, uint32_t offset);

 private:
  struct Segment {
    std::string_view text;
    uint32_t offset;
    bool markup_before;
    uint32_t word_size;  ///< of the plain word at its head; 0 when it does not begin with one
  };

  uint32_t word_count() const { return static_cast<uint32_t>(words_.size()); }

  size_t add_special(std::string_view text, size_t at, uint32_t offset);

  void add_segment(std::string_view text, uint32_t offset, size_t word_size = 0) {
    segments_.push_back({text, offset, markup_, static_cast<uint32_t>(word_size)});
    markup_ = false;
  }

  size_t add_ideographs(std::string_view text, size_t at, uint32_t offset);
  bool push_plain(const Segment& segment);

  void end_chunk();
  void push_joined();
  void push(std::string_view text, Span span, WordKind kind);
  void push_mark(std::string_view text, Span span);
  void push_word(std::string_view text, Span span, WordKind kind, const PackedWord& packed, bool compound);
  Word& append(std::string_view text, Span span, WordKind kind);
  void end_sentence();

  std::vector<ProseBlock>& blocks_;
  std::vector<Sentence>& sentences_;
  std::vector<Word>& words_;
  std::deque<std::string>& joined_;

  ProseKind kind_ = ProseKind::paragraph;
  uint32_t block_begin_ = 0;
  uint32_t sentence_begin_ = 0;
  bool space_ = false;             // white space came since the last word
  bool markup_ = false;            // so did markup
  bool sentence_ended_ = false;    // a full stop or the like came
  bool sentence_starts_ = false;   // only opening marks came since the sentence began
  std::vector<Segment> segments_;  // of the chunk under way
  std::vector<ChunkPart> parts_;   // scratch of end_chunk()
};

}  // namespace rubric
