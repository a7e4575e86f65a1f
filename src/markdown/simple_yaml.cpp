// How it works: front matter is nearly always written in a small part of YAML: a key and a scalar per line,
// mappings and lists by indentation, lists of scalars in brackets. This reader takes that part line by line
// with a stack of indentations, some ten times as fast as the full parser, and declines at the first thing
// beyond it: tabs, escapes, comments behind a value, scalars over several lines, anchors, tags, errors. A
// test holds both parsers to the same answer.

#include <string>

#include "markdown/value_parsers.h"

namespace rubric {

namespace {

constexpr size_t deepest_level = 32;

bool is_alphanumeric(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z');
}

bool is_beyond_ascii(char letter) {
  return static_cast<unsigned char>(letter) >= 0x80;
}

bool begins_plain(std::string_view scalar) {
  const char first = scalar[0];
  if (first == '-') return scalar.size() > 1 && scalar[1] >= '0' && scalar[1] <= '9';
  return is_alphanumeric(first) || is_beyond_ascii(first) ||
         std::string_view("_(/.+$<^").find(first) != scalar.npos;
}

class SimpleYaml {
 public:
  explicit SimpleYaml(std::string_view text) : text_(text) {}

  std::optional<Value> read() {
    if (has_control_character()) return std::nullopt;
    while (next_ < text_.size()) {
      const Line line = next_line();
      if (!read_line(line)) return std::nullopt;
    }
    if (levels_.empty()) return std::nullopt;
    settle_pending_key();
    while (!levels_.empty()) close_level();
    return builder_.take();
  }

 private:
  struct Level {
    uint32_t indent;
    bool sequence;
  };

  /// A line without its indentation and its blanks at the end.
  struct Line {
    uint32_t indent;
    uint32_t begin, end;
    uint32_t next;  // where the line after it begins
  };

  /// Tabs included, line ends not.
  bool has_control_character() const {
    for (size_t at = 0; at < text_.size(); ++at) {
      const auto letter = static_cast<unsigned char>(text_[at]);
      if (letter >= 0x20 && letter != 0x7F) continue;
      const bool line_end = letter == '\n' || (letter == '\r' && text_.substr(at + 1).starts_with('\n'));
      if (!line_end) return true;
    }
    return false;
  }

  Line peek_line() const {
    const auto end = static_cast<uint32_t>(std::min(text_.find('\n', next_), text_.size()));
    Line line{0, next_, end, end + 1};
    while (line.begin < line.end && text_[line.begin] == ' ') ++line.begin;
    while (line.end > line.begin && (text_[line.end - 1] == ' ' || text_[line.end - 1] == '\r')) --line.end;
    line.indent = line.begin - next_;
    return line;
  }

  Line next_line() {
    const Line line = peek_line();
    next_ = line.next;
    return line;
  }

  bool read_line(const Line& line) {
    if (line.begin == line.end || text_[line.begin] == '#') return true;
    if (scalar_indent_ && line.indent > *scalar_indent_) return false;  // the scalar goes on
    uint32_t begin = line.begin;
    const bool item = text_[begin] == '-' && begin + 1 < line.end && text_[begin + 1] == ' ';
    if (!enter_level(begin, line.indent, item)) return false;
    if (!item) return read_pair(begin, line.end, line.indent);
    ++begin;
    while (text_[begin] == ' ') ++begin;  // the line ends behind a non-blank
    if (past_key(begin, line.end) == begin) return read_scalar(begin, line.end, line.indent);
    const uint32_t indent = line.indent + (begin - line.begin);
    return open_level(begin, indent, false) && read_pair(begin, line.end, indent);
  }

  /// Closes and opens levels until the innermost one is that of the line.
  bool enter_level(uint32_t begin, uint32_t indent, bool item) {
    if (levels_.empty()) return open_level(begin, indent, item);
    if (key_pending_) {
      const uint32_t key_indent = levels_.back().indent;
      if (indent > key_indent || (item && indent == key_indent)) {
        key_pending_ = false;
        return open_level(begin, indent, item);
      }
      settle_pending_key();
    }
    while (!levels_.empty() && levels_.back().indent > indent) close_level();
    if (!item && levels_.size() > 1 && levels_.back().sequence && levels_.back().indent == indent)
      close_level();
    return !levels_.empty() && levels_.back().indent == indent && levels_.back().sequence == item;
  }

  bool open_level(uint32_t begin, uint32_t indent, bool sequence) {
    if (levels_.size() >= deepest_level) return false;
    levels_.push_back({indent, sequence});
    builder_.open(sequence ? Value::Kind::sequence : Value::Kind::mapping, begin);
    return true;
  }

  void close_level() {
    levels_.pop_back();
    builder_.add(builder_.close(builder_.end()));
  }

  void settle_pending_key() {
    if (key_pending_) add(Value::Kind::null, {builder_.end(), builder_.end()}, {});
    key_pending_ = false;
  }

  /// The end of the key that starts at `begin`, or `begin` when there is none.
  uint32_t past_key(uint32_t begin, uint32_t end) const {
    uint32_t at = begin;
    if (!is_alphanumeric(text_[at]) && text_[at] != '_') return begin;
    while (at < end && (is_alphanumeric(text_[at]) || std::string_view("_- ").find(text_[at]) != text_.npos))
      ++at;
    if (text_[at - 1] == ' ') return begin;
    const bool separated = at < end && text_[at] == ':' && (at + 1 == end || text_[at + 1] == ' ');
    return separated && at - begin < 128 ? at : begin;
  }

  bool read_pair(uint32_t begin, uint32_t end, uint32_t indent) {
    const uint32_t key_end = past_key(begin, end);
    if (key_end == begin) return false;
    add(Value::Kind::string, {begin, key_end}, text_.substr(begin, key_end - begin));
    uint32_t value = key_end + 1;
    while (value < end && text_[value] == ' ') ++value;
    if (value < end) return read_scalar(value, end, indent);
    key_pending_ = true;
    scalar_indent_.reset();
    return true;
  }

  /// Reads the scalar or bracketed list that fills the rest of the line.
  bool read_scalar(uint32_t begin, uint32_t end, uint32_t indent) {
    scalar_indent_ = indent;
    const std::string_view scalar = text_.substr(begin, end - begin);
    if (scalar[0] == '[') return read_list(begin, end);
    if (scalar[0] == '"' || scalar[0] == '\'') return read_quoted(begin, end);
    return read_plain(begin, end, indent);
  }

  /// A scalar without quotes goes on in the lines below that are indented more; their ends become blanks.
  bool read_plain(uint32_t begin, uint32_t end, uint32_t indent) {
    std::string scalar(text_.substr(begin, end - begin));
    if (!begins_plain(scalar) || has_markup(scalar)) return false;
    while (next_ < text_.size()) {
      const Line line = peek_line();
      if (line.begin == line.end || line.indent <= indent) break;
      const std::string_view more = text_.substr(line.begin, line.end - line.begin);
      if (!begins_plain(more) || has_markup(more)) return false;
      scalar.append(" ").append(more);
      end = line.end;
      next_ = line.next;
    }
    add_plain({begin, end}, scalar);
    return true;
  }

  static bool has_markup(std::string_view scalar) {
    return scalar.ends_with(':') || scalar.find(": ") != scalar.npos || scalar.find(" #") != scalar.npos;
  }

  bool read_quoted(uint32_t begin, uint32_t end) {
    const std::string_view scalar = text_.substr(begin, end - begin);
    if (scalar.size() < 2 || scalar.back() != scalar[0]) return false;
    const std::string_view inside = scalar.substr(1, scalar.size() - 2);
    if (inside.find(scalar[0]) != inside.npos || inside.find('\\') != inside.npos) return false;
    add(Value::Kind::string, {begin, end}, inside);
    return true;
  }

  bool read_list(uint32_t begin, uint32_t end) {
    if (text_[end - 1] != ']') return false;
    builder_.open(Value::Kind::sequence, begin);
    uint32_t at = begin + 1;
    const uint32_t last = end - 1;
    while (at < last) {
      while (at < last && text_[at] == ' ') ++at;
      uint32_t item_end = at;
      while (item_end < last && text_[item_end] != ',') ++item_end;
      if (item_end + 1 == last) return false;  // nothing after a comma
      const uint32_t next = item_end + 1;
      while (item_end > at && text_[item_end - 1] == ' ') --item_end;
      if (!read_list_item(at, item_end)) return false;
      at = next;
    }
    Value list = builder_.close(end);
    builder_.add(std::move(list));
    return true;
  }

  bool read_list_item(uint32_t begin, uint32_t end) {
    if (begin == end) return false;
    const std::string_view item = text_.substr(begin, end - begin);
    if (item[0] == '"' || item[0] == '\'') return read_quoted(begin, end);
    if (!begins_plain(item) || item.find_first_of("[]{}:#\"'&*!|>%@`?") != item.npos) return false;
    add_plain({begin, end}, item);
    return true;
  }

  void add_plain(Span span, std::string_view scalar) {
    const Value::Kind kind = plain_scalar_kind(scalar);
    if (kind == Value::Kind::boolean) scalar = scalar[0] == 't' || scalar[0] == 'T' ? "true" : "false";
    add(kind, span, scalar);
  }

  void add(Value::Kind kind, Span span, std::string_view scalar) {
    Value value;
    value.kind = kind;
    value.scalar = scalar;
    value.span = span;
    builder_.add(std::move(value));
  }

  std::string_view text_;
  uint32_t next_ = 0;  // where the next line begins
  ValueBuilder builder_;
  std::vector<Level> levels_;
  bool key_pending_ = false;               // the last key awaits its value on the next line
  std::optional<uint32_t> scalar_indent_;  // of the line that the last value was on
};

}  // namespace

std::optional<Value> parse_simple_yaml(std::string_view text) {
  return SimpleYaml(text).read();
}

}  // namespace rubric
