#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prose/sentence_view.h"
#include "prose/watch.h"

namespace rubric {

/// Words that are wrong in certain frames of other words.
///
///     {"could of>could have, should of>should have", {"_ !course|all|<det>"}}
///
/// `words` lists what is wrong and what is meant, in lower case. Each frame holds a `_` for the wrong words,
/// and what stands directly before and after them: of each element one alternative must hold, or with `!`
/// none. An alternative is a word, or a class:
///
///     <det> <prep> <conj> <pron> <aux> <adv>   a function word of that class (see FunctionWord)
///     <content>                          any other word
///     <ing> <ly> <ed>                    a content word with that ending
///     <any> <num> <code>                 a word, a number, something opaque
///     -word                              not this word, in spite of the class
///     <start>                            before `_`: the wrong words begin their sentence
///     <end>                              a mark or the end of the sentence
///     <in:if|when>                       before all else: none of these words is among the twenty before
struct ConfusedWords {
  std::string_view words;
  std::vector<std::string_view> frames;
};

/// What is wrong in a sentence: the words from `first` to `last`.
struct Confusion {
  size_t first = 0;
  size_t last = 0;
  std::string right;  ///< what is meant, with a capital where the wrong words have one
};

/// Compiled frames. Safe for many threads once made.
class Frames {
 public:
  explicit Frames(std::span<const ConfusedWords> confused);

  /// Has a watch wait for the words with which a confusion may begin.
  void watch_for(Watch& watch) const;

  /// Whether find() may find something that begins there; cheap, and seldom true in vain.
  bool may_begin(SentenceView words, size_t index) const {
    const uint32_t key = words[index].key;
    return singles_.may_hold(key) || pairs_.may_hold(pair_key(key, words[index + 1].key));
  }

  /// The confusion that begins with the word at `index`.
  std::optional<Confusion> find(SentenceView words, size_t index) const;

 private:
  // A few words, by their keys; then by their letters, with straight apostrophes.
  class Words {
   public:
    void add(std::string_view lower);
    bool empty() const { return keys_.empty(); }
    size_t size() const { return keys_.size(); }
    uint32_t key(size_t index) const { return keys_[index]; }
    /// Whether the word is the one at `index`.
    bool is(size_t index, const Word& word) const;
    bool holds(const Word& word) const;

   private:
    std::vector<uint32_t> keys_;
    std::vector<std::string> words_;
  };
  struct Element {
    bool negated = false;
    Words words;
    Words excluded;
    uint32_t classes = 0;
  };
  struct Frame {
    Words absent;                 // of <in:…>
    std::vector<Element> before;  // nearest first
    std::vector<Element> after;   // nearest first
  };
  struct Wrong {
    Words words;
    std::string right;
    size_t group = 0;  // into groups_
  };

  static Frame read_frame(std::string_view text);
  static Element read_element(std::string_view text);
  static bool holds(const Element& element, SentenceView words, size_t index, bool starts);
  static bool fits(const Frame& frame, SentenceView words, size_t first, size_t last);

  std::vector<Wrong> wrongs_;  // by the key of their first word
  std::vector<std::vector<Frame>> groups_;
  WordFilter singles_;  // wrong words that stand alone
  WordFilter pairs_;    // the first two of others, by pair_key()
};

}  // namespace rubric
