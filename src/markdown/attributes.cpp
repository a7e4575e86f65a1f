// How it works: a cursor goes from attribute to attribute. Of values only those of `id` are kept.

#include "markdown/attributes.h"

#include "markdown/link_syntax.h"

namespace rubric {

namespace {

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

// What a key or a value without quotes begins with.
bool begins_word(char byte) {
  return is_letter(byte) || byte == '_' || byte == ':';
}

bool is_word_byte(char byte) {
  return begins_word(byte) || is_digit(byte) || byte == '.' || byte == '-';
}

// What `#id` and `.class` are made of.
bool is_name_byte(char byte) {
  if (byte == '_' || byte == '-' || byte == ':' || byte == '.') return true;
  return !is_space(byte) && !is_ascii_punctuation(byte);
}

class AttributeReader {
 public:
  AttributeReader(std::string_view line, size_t open) : line_(line), at_(open + 1) {}

  std::optional<Attributes> run() {
    Attributes attributes;
    while (here() != '}') {
      skip_spaces();
      if (!attribute(attributes)) return std::nullopt;
      skip_spaces();
      if (here() == ',') ++at_;
      skip_spaces();
      if (at_ >= line_.size()) return std::nullopt;
    }
    attributes.end = at_ + 1;
    return attributes;
  }

 private:
  char here() const { return at_ < line_.size() ? line_[at_] : '\0'; }

  void skip_spaces() {
    while (at_ < line_.size() && is_space(line_[at_])) ++at_;
  }

  std::string_view take(bool (*belongs)(char)) {
    const size_t begin = at_;
    while (at_ < line_.size() && belongs(line_[at_])) ++at_;
    return line_.substr(begin, at_ - begin);
  }

  bool attribute(Attributes& attributes) {
    const char mark = here();
    if (mark == '#' || mark == '.') {
      ++at_;
      const std::string_view name = take(is_name_byte);
      if (mark == '#') attributes.id = std::string(name);
      return true;
    }
    if (!begins_word(mark)) return false;
    const std::string_view key = take(is_word_byte);
    skip_spaces();
    if (here() != '=') return false;
    ++at_;
    skip_spaces();
    std::optional<std::string>* kept = key == "id" ? &attributes.id : nullptr;
    return value(kept);
  }

  bool value(std::optional<std::string>* kept) {
    const char first = here();
    if (first == '"') return quoted(kept);
    if (first == '[' || first == '{') return nested();
    if (first == '-' || first == '+' || is_digit(first)) {
      ++at_;
      take([](char byte) { return is_digit(byte) || byte == '.' || byte == 'e' || byte == 'E'; });
      return true;
    }
    if (!begins_word(first)) return false;
    const std::string_view word = take(is_word_byte);
    if (kept != nullptr) *kept = std::string(word);
    return true;
  }

  bool quoted(std::optional<std::string>* kept) {
    std::string text;
    for (++at_; at_ < line_.size() && line_[at_] != '"'; ++at_) {
      const char next = at_ + 1 < line_.size() ? line_[at_ + 1] : '\0';
      if (line_[at_] == '\\' && (next == '"' || next == '/' || next == '\\')) ++at_;
      text += line_[at_];
    }
    if (at_ >= line_.size()) return false;
    ++at_;
    if (kept != nullptr) *kept = std::move(text);
    return true;
  }

  // A list as a value: no id is in it, so its brackets are only counted.
  bool nested() {
    size_t depth = 0;
    while (at_ < line_.size()) {
      const char byte = line_[at_];
      if (byte == '"') {
        if (!quoted(nullptr)) return false;
        continue;
      }
      ++at_;
      if (byte == '[' || byte == '{') ++depth;
      if ((byte == ']' || byte == '}') && --depth == 0) return true;
    }
    return false;
  }

  std::string_view line_;
  size_t at_;
};

}  // namespace

std::optional<Attributes> read_attributes(std::string_view line, size_t open) {
  return AttributeReader(line, open).run();
}

}  // namespace rubric
