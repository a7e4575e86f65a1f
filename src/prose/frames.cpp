#include "prose/frames.h"

#include <algorithm>

// How it works: the wrong words are found by the first of them, behind a filter of it and the next; their
// frames are then tried in order. Words are compared in lower case and with straight apostrophes.

namespace rubric {
namespace {

enum Class : uint32_t {
  content = 1 << 8,  // the lower bits are those of FunctionWord
  any_word = 1 << 9,
  number = 1 << 10,
  code = 1 << 11,
  start = 1 << 12,
  end = 1 << 13,
  ing = 1 << 14,
  ly = 1 << 15,
  ed = 1 << 16,
};

constexpr std::pair<std::string_view, uint32_t> class_names[] = {{"<det>", determiner},
                                                                 {"<prep>", preposition},
                                                                 {"<conj>", conjunction},
                                                                 {"<pron>", pronoun},
                                                                 {"<aux>", auxiliary},
                                                                 {"<adv>", adverb},
                                                                 {"<content>", content},
                                                                 {"<any>", any_word},
                                                                 {"<num>", number},
                                                                 {"<code>", code},
                                                                 {"<start>", start},
                                                                 {"<end>", end},
                                                                 {"<ing>", ing},
                                                                 {"<ly>", ly},
                                                                 {"<ed>", ed}};

constexpr size_t look_back = 20;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

/// Whether the word is `plain`, which is in lower case and has straight apostrophes.
bool is_same(std::string_view word, std::string_view plain) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  size_t at = 0;
  for (const char letter : plain) {
    if (at == word.size()) return false;
    if (letter == '\'' && word.substr(at).starts_with(curly)) {
      at += curly.size();
    } else if (to_lower(word[at++]) != letter) {
      return false;
    }
  }
  return at == word.size();
}

uint32_t classes_at(SentenceView words, size_t index) {
  if (words.is_number(index)) return number;
  if (words.is_opaque(index)) return code;
  if (!words.is_word(index)) return end;
  const uint32_t function = words.classes(index);
  if (function != 0) return function | any_word;
  const std::string_view text = words[index].text;
  return any_word | content | (text.ends_with("ing") ? ing : 0u) | (text.ends_with("ly") ? ly : 0u) |
         (text.ends_with("ed") ? ed : 0u);
}

}  // namespace

void Frames::Words::add(std::string_view lower) {
  keys_.push_back(word_key(lower));
  words_.emplace_back(lower);
}

bool Frames::Words::is(size_t index, const Word& word) const {
  return keys_[index] == word.key && is_same(word.text, words_[index]);
}

bool Frames::Words::holds(const Word& word) const {
  for (size_t i = 0; i < keys_.size(); ++i)
    if (is(i, word)) return true;
  return false;
}

Frames::Element Frames::read_element(std::string_view text) {
  Element element;
  element.negated = text.starts_with('!');
  if (element.negated) text.remove_prefix(1);
  for (const std::string_view alternative : split(text, '|')) {
    const auto known = std::find_if(std::begin(class_names), std::end(class_names),
                                    [&](const auto& named) { return named.first == alternative; });
    if (known != std::end(class_names)) {
      element.classes |= known->second;
    } else if (alternative[0] == '-') {
      element.excluded.add(alternative.substr(1));
    } else {
      element.words.add(alternative);
    }
  }
  return element;
}

Frames::Frame Frames::read_frame(std::string_view text) {
  constexpr std::string_view absent_opener = "<in:";
  Frame frame;
  bool after = false;
  for (const std::string_view part : split(text, ' ')) {
    if (part == "_") {
      after = true;
    } else if (part.starts_with(absent_opener)) {
      for (const std::string_view word :
           split(part.substr(absent_opener.size(), part.size() - absent_opener.size() - 1), '|'))
        frame.absent.add(word);
    } else {
      (after ? frame.after : frame.before).push_back(read_element(part));
    }
  }
  std::reverse(frame.before.begin(), frame.before.end());
  return frame;
}

Frames::Frames(std::span<const ConfusedWords> confused) {
  for (const ConfusedWords& group : confused) {
    for (const std::string_view pair : split(group.words, ',')) {
      const size_t arrow = pair.find('>');
      Wrong wrong;
      for (const std::string_view word : split(pair.substr(0, arrow), ' ')) wrong.words.add(word);
      wrong.right = pair.substr(arrow + 1);
      wrong.group = groups_.size();
      if (wrong.words.size() == 1) singles_.add(wrong.words.key(0));
      if (wrong.words.size() > 1) pairs_.add(pair_key(wrong.words.key(0), wrong.words.key(1)));
      wrongs_.push_back(std::move(wrong));
    }
    std::vector<Frame>& frames = groups_.emplace_back();
    for (const std::string_view frame : group.frames) frames.push_back(read_frame(frame));
  }
  std::stable_sort(wrongs_.begin(), wrongs_.end(), [](const Wrong& left, const Wrong& right) {
    return left.words.key(0) < right.words.key(0);
  });
}

void Frames::watch_for(Watch& watch) const {
  for (const Wrong& wrong : wrongs_) watch.for_word(wrong.words.key(0));
}

bool Frames::holds(const Element& element, SentenceView words, size_t index, bool starts) {
  bool held = (element.classes & classes_at(words, index)) != 0 || (starts && (element.classes & start) != 0);
  if (words.is_word(index) && (!held || !element.excluded.empty())) {
    held = held ? !element.excluded.holds(words[index]) : element.words.holds(words[index]);
  }
  return held != element.negated;
}

bool Frames::fits(const Frame& frame, SentenceView words, size_t first, size_t last) {
  const bool starts = words[first].sentence_start;
  for (size_t i = 0; i < frame.before.size(); ++i)
    if (!holds(frame.before[i], words, first - 1 - i, starts && i == 0)) return false;
  for (size_t i = 0; i < frame.after.size(); ++i)
    if (!holds(frame.after[i], words, last + 1 + i, false)) return false;
  if (frame.absent.empty()) return true;
  for (size_t i = first - std::min(first, look_back); i < first; ++i)
    if (words.is_word(i) && frame.absent.holds(words[i])) return false;
  return true;
}

std::optional<Confusion> Frames::find(SentenceView words, size_t index) const {
  const uint32_t key = words[index].key;
  auto wrong = std::lower_bound(wrongs_.begin(), wrongs_.end(), key, [](const Wrong& left, uint32_t wanted) {
    return left.words.key(0) < wanted;
  });
  for (; wrong != wrongs_.end() && wrong->words.key(0) == key; ++wrong) {
    size_t same = 0;
    while (same < wrong->words.size() && words.is_word(index + same) &&
           wrong->words.is(same, words[index + same]))
      ++same;
    if (same < wrong->words.size()) continue;
    const size_t last = index + same - 1;
    const auto& frames = groups_[wrong->group];
    if (std::none_of(frames.begin(), frames.end(),
                     [&](const Frame& frame) { return fits(frame, words, index, last); }))
      continue;
    Confusion confusion{index, last, wrong->right};
    const char letter = words[index].text[0];
    if (letter >= 'A' && letter <= 'Z')
      confusion.right[0] = static_cast<char>(to_lower(confusion.right[0]) - 32);
    return confusion;
  }
  return std::nullopt;
}

}  // namespace rubric
