#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>

namespace rubric {

/// Writes JSON piece by piece, with commas where they belong, through a buffer of its own; no tree of values
/// is built. What is written is valid UTF-8 whatever the strings hold (what is not becomes U+FFFD), and
/// holds no control characters but line ends. Values nest by functions that write them:
///
///     json.object([&] { json.member("line", 3); json.key("fixes"), json.array(fixes, write_fix); });
class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) { buffer_.reserve(2 * buffer_size); }
  ~JsonWriter() { flush(); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  /// A key, which needs no escapes; its value follows.
  void key(std::string_view name) { separate(), buffer_ += '"', buffer_ += name, buffer_ += "\":"; }

  /// The same for a key that may hold anything.
  void text_key(std::string_view name) { value(name), buffer_ += ':'; }

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(uint32_t number);
  void value(bool truth) { separate(), buffer_ += truth ? "true" : "false"; }
  void value(int64_t number);
  void value(std::nullptr_t) { separate(), buffer_ += "null"; }

  /// A value, or a list of members, that is JSON already.
  void raw(std::string_view json) { separate(), buffer_ += json; }

  template <typename Value>
  void member(std::string_view name, const Value& value_of_it) {
    key(name), value(value_of_it);
  }

  /// An object, whose members `write` writes.
  template <typename Write>
  void object(Write write) {
    separate(), buffer_ += '{', write(), buffer_ += '}';
  }
  template <typename Write>
  void object(std::string_view name, Write write) {
    key(name), object(write);
  }

  /// An array, each of its items written by `write_item`.
  template <typename Items, typename WriteItem>
  void array(const Items& items, WriteItem write_item) {
    separate(), buffer_ += '[';
    for (const auto& item : items) write_item(item);
    buffer_ += ']';
  }
  template <typename Items, typename WriteItem>
  void array(std::string_view name, const Items& items, WriteItem write_item) {
    key(name), array(items, write_item);
  }

  /// An array whose items `write` writes.
  template <typename Write>
  void array(Write write) {
    separate(), buffer_ += '[', write(), buffer_ += ']';
  }

  /// The same, each after a call of line().
  template <typename Write>
  void array_of_lines(Write write) {
    separate(), buffer_ += '[', write();
    buffer_ += last() == '[' ? "]" : "\n]";
  }
  void line() { separate(), buffer_ += '\n', flush_when_full(); }

  /// Ends a line; the next value is not of the same text.
  void end_line() { buffer_ += '\n', flush_when_full(); }

  /// Hands over to the stream what was written.
  void flush();

 private:
  static constexpr size_t buffer_size = 64 * 1024;

  char last() const { return buffer_.empty() ? flushed_ : buffer_.back(); }
  // A comma, if something stands before on this level.
  void separate();
  void escape(char32_t control);
  void flush_when_full() {
    if (buffer_.size() >= buffer_size) flush();
  }

  std::ostream& out_;
  std::string buffer_;
  char flushed_ = '\n';  // the last byte that is no longer in the buffer
};

}  // namespace rubric
