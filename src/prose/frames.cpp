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

std::string plain(std::string_view word) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  std::string text = lower_case(word);
  for (size_t at; (at = text.find(curly)) != std::string::npos;) text.replace(at, curly.size(), "'");
  return text;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
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
      element.excluded.emplace_back(alternative.substr(1));
    } else {
      element.words.emplace_back(alternative);
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
        frame.absent.emplace_back(word);
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
      for (const std::string_view word : split(pair.substr(0, arrow), ' ')) wrong.words.emplace_back(word);
      wrong.right = pair.substr(arrow + 1);
      wrong.group = groups_.size();
      const uint32_t key = word_key(wrong.words[0]);
      if (wrong.words.size() == 1) singles_.add(key);
      if (wrong.words.size() > 1) pairs_.add(pair_key(key, word_key(wrong.words[1])));
      const std::string first = wrong.words[0];
      wrongs_.emplace(first, std::move(wrong));
    }
    std::vector<Frame>& frames = groups_.emplace_back();
    for (const std::string_view frame : group.frames) frames.push_back(read_frame(frame));
  }
}

bool Frames::holds(const Element& element, SentenceView words, size_t index, bool starts) {
  bool held = (element.classes & classes_at(words, index)) != 0 || (starts && (element.classes & start) != 0);
  if (words.is_word(index) && (!held || !element.excluded.empty())) {
    const std::string word = plain(words[index].text);
    held = held ? !contains(element.excluded, word) : contains(element.words, word);
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
    if (words.is_word(i) && contains(frame.absent, plain(words[i].text))) return false;
  return true;
}

std::optional<Confusion> Frames::find(SentenceView words, size_t index) const {
  const auto [begin, end] = wrongs_.equal_range(plain(words[index].text));
  for (auto found = begin; found != end; ++found) {
    const Wrong& wrong = found->second;
    size_t same = 1;
    while (same < wrong.words.size() && words.is_word(index + same) &&
           plain(words[index + same].text) == wrong.words[same])
      ++same;
    if (same < wrong.words.size()) continue;
    const size_t last = index + same - 1;
    const auto& frames = groups_[wrong.group];
    if (std::none_of(frames.begin(), frames.end(),
                     [&](const Frame& frame) { return fits(frame, words, index, last); }))
      continue;
    Confusion confusion{index, last, wrong.right};
    const char letter = words[index].text[0];
    if (letter >= 'A' && letter <= 'Z')
      confusion.right[0] = static_cast<char>(to_lower(confusion.right[0]) - 32);
    return confusion;
  }
  return std::nullopt;
}

}  // namespace rubric
