// How it works: a pattern is read by recursive descent, alternatives of sequences of repeated elements, and
// what is known of the parts is put together: a sequence begins as its first part does, and as the second
// where the first may be empty, and so on. Whatever is not known here, such as flags and character classes by
// name, stops the reading.

#include "lint/word_borders.h"

#include <algorithm>
#include <optional>

namespace rubric {

namespace {

// Of a part of a pattern: whether its matches begin and end in a word, empty ones aside, and whether one may
// be empty.
struct Part {
  bool begins = true;
  bool ends = true;
  bool empty = true;
};

Part sequence(const Part& left, const Part& right) {
  return {left.begins && (!left.empty || right.begins), right.ends && (!right.empty || left.ends),
          left.empty && right.empty};
}

Part either(const Part& left, const Part& right) {
  return {left.begins && right.begins, left.ends && right.ends, left.empty || right.empty};
}

constexpr Part no_text;
constexpr Part of_word{true, true, false};
constexpr Part of_no_word{false, false, false};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

bool is_lower(char byte) {
  return byte >= 'a' && byte <= 'z';
}

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

bool is_of_word(char byte) {
  return is_digit(byte) || is_lower(byte) || is_upper(byte) || byte == '_';
}

// Whether a class, `[…]`, holds characters of words alone; a range must stay among the digits or in one case.
bool is_class_of_word(std::string_view element) {
  if (element.size() < 3 || !element.ends_with(']')) return false;
  const std::string_view members = element.substr(1, element.size() - 2);
  for (size_t at = 0; at < members.size(); ++at) {
    if (is_of_word(members[at])) continue;
    if (members[at] != '-' || at == 0 || at + 1 == members.size()) return false;
    const char first = members[at - 1], last = members[at + 1];
    const auto both = [&](bool (*is_one)(char)) { return is_one(first) && is_one(last); };
    if (!both(is_digit) && !both(is_lower) && !both(is_upper)) return false;
  }
  return true;
}

// What one element matches that is neither a group nor an operator; nothing where that is not known.
std::optional<Part> single(std::string_view element) {
  if (element.starts_with('[')) return is_class_of_word(element) ? of_word : of_no_word;
  if (element == "^" || element == "$" || element == "\\b" || element == "\\B") return no_text;
  if (element == "\\w" || element == "\\d") return of_word;
  if (element.size() == 1) return is_of_word(element.front()) ? of_word : of_no_word;
  const bool literal = element.size() == 2 && element.front() == '\\' && !is_of_word(element.back());
  const bool blank = element == "\\s" || element == "\\S" || element == "\\W" || element == "\\D";
  return literal || blank ? std::optional(of_no_word) : std::nullopt;
}

class Reader {
 public:
  explicit Reader(std::span<const std::string_view> elements) : elements_(elements) {}

  std::optional<Part> read() {
    const std::optional<Part> part = alternatives();
    return at_ == elements_.size() ? part : std::nullopt;
  }

 private:
  bool is_at(std::string_view element) const { return at_ < elements_.size() && elements_[at_] == element; }

  std::optional<Part> alternatives() {
    std::optional<Part> all = one_alternative();
    while (all && is_at("|")) {
      ++at_;
      const std::optional<Part> next = one_alternative();
      all = next ? std::optional(either(*all, *next)) : std::nullopt;
    }
    return all;
  }

  std::optional<Part> one_alternative() {
    Part all = no_text;
    while (at_ < elements_.size() && !is_at("|") && !is_at(")")) {
      std::optional<Part> next = element();
      if (!next || !repeat(*next)) return std::nullopt;
      all = sequence(all, *next);
    }
    return all;
  }

  std::optional<Part> element() {
    const std::string_view element = elements_[at_++];
    if (!element.starts_with('(')) return single(element);
    if (is_at("?") || depth_ == deepest) return std::nullopt;  // flags, or a group with a name
    ++depth_;
    const std::optional<Part> inner = alternatives();
    --depth_;
    if (!is_at(")")) return std::nullopt;
    ++at_;
    return inner;
  }

  // Reads what repeats the part before. A number of times is known where it is at least one.
  bool repeat(Part& part) {
    while (at_ < elements_.size()) {
      const std::string_view element = elements_[at_];
      if (element == "{") return repeat_number();
      if (element != "?" && element != "*" && element != "+") return true;
      part.empty = part.empty || element != "+";
      ++at_;
    }
    return true;
  }

  bool repeat_number() {
    const auto is_number = [&] { return at_ < elements_.size() && is_digit(elements_[at_].front()); };
    ++at_;
    if (!is_number() || is_at("0")) return false;
    while (is_number() || is_at(",")) ++at_;
    if (!is_at("}")) return false;
    ++at_;
    return true;
  }

  static constexpr size_t deepest = 50;  // groups; no sensible pattern comes near

  std::span<const std::string_view> elements_;
  size_t at_ = 0;
  size_t depth_ = 0;
};

}  // namespace

WordBorders word_borders(std::span<const std::string_view> elements) {
  const std::optional<Part> part = Reader(elements).read();
  if (!part || part->empty) return {};
  return {part->begins, part->ends};
}

}  // namespace rubric
