// How it works: nlohmann-json's SAX parser says what each token means, and a cursor of our own walks over the
// same tokens to know where they are. The grammar leaves only blanks, commas and colons between two tokens,
// so the cursor is never in doubt. The SAX parser keeps its state in a vector, hence deep nesting costs no
// stack; our own limit stops it.

#include <cstddef>
#include <string>

#include <nlohmann/json.hpp>

#include "markdown/value_parsers.h"

namespace rubric {

namespace {

// "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing value -
// unexpected '}'; expected string literal" becomes "unexpected '}'; expected string literal": the place is
// told by the span.
std::string plain_words(std::string message) {
  const size_t syntax = message.find("syntax error");
  if (syntax != std::string::npos) {
    message.erase(0, syntax);
    const size_t dash = message.find(" - ");
    if (dash != std::string::npos) message.erase(0, dash + 3);
  } else if (const size_t colon = message.find(": "); colon != std::string::npos) {
    message.erase(0, colon + 2);
  }
  if (const size_t last_read = message.find("; last read: "); last_read != std::string::npos) {
    const size_t expected = message.find("; expected", last_read);
    message.erase(last_read, (expected == std::string::npos ? message.size() : expected) - last_read);
  }
  return message;
}

class JsonHandler : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit JsonHandler(std::string_view text) : text_(text) {}

  bool null() override { return scalar(Value::Kind::null, "", word()); }
  bool boolean(bool value) override { return scalar(Value::Kind::boolean, value ? "true" : "false", word()); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t& value) override { return scalar(Value::Kind::string, std::move(value), quoted()); }
  bool key(string_t& value) override { return string(value); }
  bool binary(binary_t&) override { return false; }

  bool start_object(std::size_t) override { return open(Value::Kind::mapping); }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(Value::Kind::sequence); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& problem) override {
    // The position counts the bytes read, the offending one included.
    const auto at = static_cast<uint32_t>(std::min(position == 0 ? 0 : position - 1, text_.size()));
    fail(plain_words(problem.what()), at);
    return false;
  }

  ParsedValue take() {
    result_.root = builder_.take();
    return std::move(result_);
  }

 private:
  void to_token() {
    while (cursor_ < text_.size() &&
           std::string_view(" \t\r\n,:").find(text_[cursor_]) != std::string_view::npos)
      ++cursor_;
  }

  Span word() {
    to_token();
    const uint32_t begin = cursor_;
    while (cursor_ < text_.size() &&
           std::string_view(" \t\r\n,:]}").find(text_[cursor_]) == std::string_view::npos)
      ++cursor_;
    return {begin, cursor_};
  }

  Span quoted() {
    to_token();
    const uint32_t begin = cursor_++;
    while (cursor_ < text_.size() && text_[cursor_] != '"') cursor_ += text_[cursor_] == '\\' ? 2 : 1;
    return {begin, ++cursor_};
  }

  bool number() {
    const Span span = word();
    return scalar(Value::Kind::number, std::string(slice(text_, span)), span);
  }

  bool scalar(Value::Kind kind, std::string text, Span span) {
    Value value;
    value.kind = kind;
    value.scalar = std::move(text);
    value.span = span;
    builder_.add(std::move(value));
    return true;
  }

  bool open(Value::Kind kind) {
    to_token();
    if (builder_.depth() >= deepest_value) {
      fail(std::string(too_deep), cursor_);
      return false;
    }
    builder_.open(kind, cursor_++);
    return true;
  }

  bool close() {
    to_token();
    builder_.add(builder_.close(++cursor_));
    return true;
  }

  void fail(std::string message, uint32_t at) {
    const auto size = static_cast<uint32_t>(text_.size());
    result_.errors.push_back({std::move(message), {at, std::min(at + 1, size)}});
  }

  std::string_view text_;
  uint32_t cursor_ = 0;
  ValueBuilder builder_;
  ParsedValue result_;
};

}  // namespace

ParsedValue parse_json(std::string_view text) {
  JsonHandler handler(text);
  nlohmann::json::sax_parse(text.begin(), text.end(), &handler);
  return handler.take();
}

}  // namespace rubric
