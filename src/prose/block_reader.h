#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "prose/chunk.h"
#include "prose/prose.h"
#include "text/span.h"

namespace rubric {

/// Words counted by what they say about the language of a text. "a" says nothing: many languages have it.
struct LanguageCount {
  uint32_t words = 0;
  uint32_t english = 0;   // function words of English
  uint32_t foreign = 0;   // function words of other languages
  uint32_t accented = 0;  // words with letters that are not ASCII

  void operator+=(const LanguageCount& other) {
    words += other.words;
    english += other.english;
    foreign += other.foreign;
    accented += other.accented;
  }
  /// Running English has a function word in every second or third place.
  bool is_english() const { return english * 10 >= words && english > 2 * foreign; }
  /// English headings and lists of terms can do without; so nothing is concluded from a few words, nor
  /// against words that could as well be English.
  bool may_be_english() const { return foreign == 0 && (english > 0 || accented == 0); }
};

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

  /// Decides about the sentences that are too short to show their language.
  void judge_languages();

 private:
  struct Segment {
    std::string_view text;
    uint32_t offset;
    bool markup_before;
  };

  uint32_t word_count() const { return static_cast<uint32_t>(words_.size()); }

  size_t add_special(std::string_view text, size_t at, uint32_t offset);

  void add_segment(std::string_view text, uint32_t offset) {
    segments_.push_back({text, offset, markup_});
    markup_ = false;
  }

  void end_chunk();
  void push_joined();
  void push(std::string_view text, Span span, WordKind kind);
  void end_sentence();

  std::vector<ProseBlock>& blocks_;
  std::vector<Sentence>& sentences_;
  std::vector<Word>& words_;
  std::deque<std::string>& joined_;

  ProseKind kind_ = ProseKind::paragraph;
  uint32_t block_begin_ = 0;
  uint32_t sentence_begin_ = 0;
  bool space_ = false;            // white space came since the last word
  bool markup_ = false;           // so did markup
  bool sentence_ended_ = false;   // a full stop or the like came
  bool sentence_starts_ = false;  // only opening marks came since the sentence began
  LanguageCount sentence_language_;
  LanguageCount page_language_;
  std::vector<LanguageCount> languages_;  // of each sentence
  std::vector<Segment> segments_;         // of the chunk under way
  std::vector<ChunkPart> parts_;          // scratch of end_chunk()
};

}  // namespace rubric
