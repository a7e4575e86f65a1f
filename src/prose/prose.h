#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "prose/language.h"
#include "text/span.h"

namespace rubric {

enum class WordKind : uint8_t {
  word,         ///< letters, with inner apostrophes and hyphens: "don't", "end-user", "GitLab", "x86", "e.g."
  number,       ///< digits with their separators and a leading currency sign: "$1.8M", "11,000", "2nd"
  punctuation,  ///< one mark: `,` `.` `(` `"`
  opaque,       ///< code, URL, shortcode, HTML, handle, path, file name, identifier with `_`, math: something
                ///< is said, but not in words
};

/// A word of prose with its exact place. Markup between the bytes of a word (`P**an**Cakes`) is inside `span`
/// but not in `text`.
struct Word {
  std::string_view text;  ///< without markup; points into the Source or into the Prose that made it
  Span span;
  WordKind kind = WordKind::word;
  bool space_before = false;  ///< white space (or a line end) separates it from the word before
  bool markup_before =
      false;  ///< an emphasis mark, link bracket or the like stands between it and the word before
  bool sentence_start = false;  ///< first of its sentence or block, opening marks aside
  bool compound = false;        ///< no mark, and a hyphen or an apostrophe is inside: "GitLab's", "on-call"
  uint8_t classes = 0;          ///< word_classes() of a word: bits of FunctionWord; 0 for all else
  uint32_t key = 0;             ///< word_key() of what is no mark; 0 for marks
};

enum class ProseKind : uint8_t { paragraph, heading, list_item, table_cell, alt_text, title, description };

/// A run of words that belongs together: nothing is concluded across blocks.
struct ProseBlock {
  ProseKind kind = ProseKind::paragraph;
  uint32_t begin = 0;  ///< index of its first word
  uint32_t end = 0;    ///< one past its last word
};

/// A sentence of a block. Never shorter than a sentence, at times longer: an end is taken for one only where
/// a capital letter, a digit or something opaque follows, and after no abbreviation.
struct Sentence {
  ProseKind kind = ProseKind::paragraph;
  uint32_t begin = 0;  ///< index of its first word
  uint32_t end = 0;    ///< one past its last word
};

/// The words of a page, by blocks and sentences in the order of the text, looking through emphasis, links,
/// quotation marks and line breaks. An image is an opaque word; its alternative text is a block of its own
/// after the one that holds it. Built once per page and only when a rule asks for it; linear. Points into the
/// document. For one thread at a time.
class Prose {
 public:
  explicit Prose(const Document& document);
  ~Prose();
  Prose(const Prose&) = delete;
  Prose& operator=(const Prose&) = delete;

  std::span<const ProseBlock> blocks() const { return blocks_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  std::span<const Word> words() const { return words_; }
  std::span<const Word> words(const ProseBlock& block) const {
    return std::span<const Word>(words_).subspan(block.begin, block.end - block.begin);
  }
  std::span<const Word> words(const Sentence& sentence) const {
    return std::span<const Word>(words_).subspan(sentence.begin, sentence.end - sentence.begin);
  }

  /// False when too few of a sentence's words are English function words, or too many foreign ones, so that
  /// rules stay silent; short sentences go by their page. Meant for the few sentences that a rule has
  /// something to say of; asking of one sentence again and again costs nothing.
  bool is_english(const Sentence& sentence) const;

 private:
  bool judge_language(const Sentence& sentence) const;

  std::vector<ProseBlock> blocks_;
  std::vector<Sentence> sentences_;
  std::vector<Word> words_;
  std::deque<std::string> joined_;  // texts of words that markup splits
  struct Judged {
    uint32_t begin;  // of the sentence
    uint32_t end;
    bool english;
  };
  mutable std::optional<LanguageCount> page_language_;  // counted when a sentence cannot tell
  mutable std::optional<Judged> judged_;                // the sentence asked of last
};

}  // namespace rubric
