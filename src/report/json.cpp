// How it works: the shape is fixed and flat, so it is written straight into a buffer that is handed on now
// and then; no tree of values is built. Strings are copied in runs between the few characters that need an
// escape; a tree-building parser checks the result in the tests.

#include <charconv>

#include "report/report.h"
#include "text/utf8.h"

namespace rubric {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
constexpr size_t buffer_size = 64 * 1024;

class JsonWriter {
 public:
  explicit JsonWriter(std::ostream& out) : out_(out) { buffer_.reserve(2 * buffer_size); }

  void raw(std::string_view text) { buffer_ += text; }
  /// The text as a JSON string in quotes.
  void string(std::string_view text);
  void number(uint32_t value) {
    char digits[10];
    buffer_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
  }
  void flush_when_full() {
    if (buffer_.size() >= buffer_size) flush();
  }

  /// `text` up to and including a key's colon, then the value.
  void member(std::string_view text, std::string_view value) { raw(text), string(value); }
  void member(std::string_view text, uint32_t value) { raw(text), number(value); }

  /// An array, each item written by `write_item`.
  template <typename Items, typename WriteItem>
  void array(const Items& items, WriteItem write_item) {
    char before = '[';
    for (const auto& item : items) {
      buffer_ += before;
      write_item(*this, item);
      before = ',';
    }
    raw(items.empty() ? "[]" : "]");
  }

 private:
  void escape(char byte);

  std::ostream& out_;
  std::string buffer_;
};

void JsonWriter::escape(char byte) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (byte) {
    case '"':
    case '\\':
      buffer_ += {'\\', byte};
      return;
    case '\n':
      return raw("\\n");
    case '\r':
      return raw("\\r");
    case '\t':
      return raw("\\t");
    default:
      buffer_ += {'\\', 'u', '0', '0', hex[static_cast<uint8_t>(byte) >> 4], hex[byte & 15]};
  }
}

void JsonWriter::string(std::string_view text) {
  buffer_ += '"';
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    const auto byte = static_cast<uint8_t>(text[at]);
    const CodePoint point = byte < 0x80 ? CodePoint{byte, 1, true} : decode_utf8(text, at);
    const bool as_it_is = point.well_formed && byte >= 0x20 && byte != '"' && byte != '\\';
    if (!as_it_is) {
      raw(text.substr(copied, at - copied));
      point.well_formed ? escape(text[at]) : raw(replacement_character);
      copied = at + 1;
    }
    at += point.length;
  }
  raw(text.substr(copied));
  buffer_ += '"';
}

void write_related(JsonWriter& json, const Related& related) {
  json.member(R"({"path":)", related.path);
  json.member(R"(,"line":)", related.position.line);
  json.member(R"(,"column":)", related.position.column);
  json.member(R"(,"message":)", related.message);
  json.raw("}");
}

void write_fix(JsonWriter& json, const Diagnostic& diagnostic, const Fix& fix) {
  json.member(R"({"title":)", fix.title);
  json.member(R"(,"applicability":)", fix.applicability == Applicability::safe ? "safe" : "unsafe");
  json.raw(R"(,"edits":)");
  json.array(fix.edits, [&](JsonWriter& item, const FileEdit& change) {
    item.member(R"({"path":)", edited_file(diagnostic, change));
    item.member(R"(,"offset":)", change.edit.span.begin);
    item.member(R"(,"endOffset":)", change.edit.span.end);
    item.member(R"(,"replacement":)", change.edit.replacement);
    item.raw("}");
  });
  json.raw("}");
}

void write_finding(JsonWriter& json, const Diagnostic& diagnostic) {
  const Range& range = diagnostic.range;
  json.member(R"({"rule":)", diagnostic.rule);
  json.member(R"(,"severity":)", name(diagnostic.severity));
  json.member(R"(,"path":)", diagnostic.path);
  json.member(R"(,"line":)", range.begin.line);
  json.member(R"(,"column":)", range.begin.column);
  json.member(R"(,"endLine":)", range.end.line);
  json.member(R"(,"endColumn":)", range.end.column);
  json.member(R"(,"offset":)", range.span.begin);
  json.member(R"(,"endOffset":)", range.span.end);
  json.member(R"(,"message":)", diagnostic.message);
  if (!diagnostic.help.empty()) json.member(R"(,"help":)", diagnostic.help);
  if (const std::string url = rule_url(diagnostic.rule); !url.empty()) json.member(R"(,"url":)", url);
  if (!diagnostic.related.empty()) {
    json.raw(R"(,"related":)");
    json.array(diagnostic.related, write_related);
  }
  if (!diagnostic.fixes.empty()) {
    json.raw(R"(,"fixes":)");
    json.array(diagnostic.fixes, [&](JsonWriter& item, const Fix& fix) { write_fix(item, diagnostic, fix); });
  }
  json.raw("}");
}

}  // namespace

void write_json(std::ostream& out, std::span<const Diagnostic> diagnostics) {
  JsonWriter json(out);
  std::string_view separator = "[\n";
  for (const Diagnostic& diagnostic : diagnostics) {
    json.raw(separator);
    write_finding(json, diagnostic);
    json.flush_when_full();
    separator = ",\n";
  }
  json.raw(diagnostics.empty() ? "[]\n" : "\n]\n");
  json.flush();
}

}  // namespace rubric
