// How it works: three id types are a loop over code points each. Attributes are read by a small scanner
// after goldmark's parser/attribute.go: `{`, then `#id`, `.class` or `key=value`, parted by blanks or commas,
// then `}`.

#include "site/heading_ids.h"

#include <cstdlib>

#include <utf8proc.h>

#include "text/utf8.h"

namespace rubric {

namespace {

bool is_letter(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_decimal_digit(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9';
  return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_ND;
}

bool is_number(char32_t value) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

char32_t lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_accents(std::string_view text) {
  utf8proc_uint8_t* result = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  if (size < 0) return std::string(text);
  std::string plain(reinterpret_cast<const char*>(result), static_cast<size_t>(size));
  std::free(result);
  return plain;
}

std::string github_id(std::string_view line, bool ascii_only) {
  std::string id;
  line = trimmed(line);
  for (size_t at = 0; at < line.size();) {
    const CodePoint decoded = decode_utf8(line, at);
    at += decoded.length;
    if (ascii_only && decoded.length != 1) continue;
    if (!decoded.well_formed) continue;
    const char32_t value = decoded.value;
    if (value == '-' || value == ' ') {
      id += '-';
    } else if (value == '_' || is_letter(value) || is_decimal_digit(value)) {
      append_utf8(id, lower(value));
    }
  }
  return id;
}

std::string blackfriday_id(std::string_view line) {
  std::string id;
  bool hyphen_due = false;
  for (size_t at = 0; at < line.size();) {
    const CodePoint decoded = decode_utf8(line, at);
    at += decoded.length;
    if (!is_letter(decoded.value) && !is_number(decoded.value)) {
      hyphen_due = true;
      continue;
    }
    if (hyphen_due && !id.empty()) id += '-';
    hyphen_due = false;
    append_utf8(id, lower(decoded.value));
  }
  return id;
}

bool is_punctuation(char byte) {
  return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') || (byte >= '[' && byte <= '`') ||
         (byte >= '{' && byte <= '~');
}

bool is_name_byte(char byte) {
  return !is_space(byte) &&
         (!is_punctuation(byte) || byte == '_' || byte == '-' || byte == ':' || byte == '.');
}

struct Attributes {
  std::optional<std::string> id;
  size_t end = 0;  // one past the closing brace
};

// The end of a value that starts at `at`: quoted, or bare up to a blank, comma or brace.
size_t value_end(std::string_view line, size_t at) {
  if (at >= line.size()) return line.npos;
  const char quote = line[at];
  if (quote != '"' && quote != '\'') {
    const size_t end = line.find_first_of(" \t,}", at);
    return end == at ? line.npos : end;
  }
  for (size_t end = at + 1; end < line.size(); ++end) {
    if (line[end] == '\\')
      ++end;
    else if (line[end] == quote)
      return end + 1;
  }
  return line.npos;
}

// Reads attributes from the `{` at `open`.
std::optional<Attributes> read_attributes(std::string_view line, size_t open) {
  Attributes attributes;
  size_t at = open + 1;
  while (true) {
    while (at < line.size() && (is_space(line[at]) || line[at] == ',')) ++at;
    if (at >= line.size()) return std::nullopt;
    if (line[at] == '}') break;
    const char mark = line[at];
    if (mark == '#' || mark == '.') ++at;
    const size_t begin = at;
    while (at < line.size() && is_name_byte(line[at])) ++at;
    const std::string_view name = line.substr(begin, at - begin);
    if (name.empty()) return std::nullopt;
    if (mark == '#') attributes.id = std::string(name);
    if (mark == '#' || mark == '.') continue;
    if (at >= line.size() || line[at] != '=') return std::nullopt;
    const size_t value = at + 1;
    at = value_end(line, value);
    if (at == line.npos) return std::nullopt;
    if (name == "id") {
      const bool quoted = line[value] == '"' || line[value] == '\'';
      attributes.id =
          std::string(quoted ? line.substr(value + 1, at - value - 2) : line.substr(value, at - value));
    }
  }
  attributes.end = at + 1;
  return attributes;
}

// The last `{` that no backslash escapes.
size_t last_open_brace(std::string_view line) {
  size_t found = line.npos;
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\')
      ++at;
    else if (line[at] == '{')
      found = at;
  }
  return found;
}

std::string_view without_closing_marks(std::string_view line) {
  const std::string_view whole = trimmed(line);
  std::string_view text = whole;
  while (text.ends_with('#')) text.remove_suffix(1);
  if (text.size() == whole.size()) return whole;
  return text.empty() || is_space(text.back()) ? trimmed(text) : whole;
}

}  // namespace

std::string sanitize_heading(std::string_view line, HeadingIds kind) {
  switch (kind) {
    case HeadingIds::github:
      return github_id(line, false);
    case HeadingIds::github_ascii:
      return github_id(without_accents(line), true);
    case HeadingIds::blackfriday:
      return blackfriday_id(line);
    case HeadingIds::off:
      break;
  }
  return {};
}

HeadingLine split_heading(std::string_view line, bool attributes) {
  const std::string_view plain = without_closing_marks(line);
  const size_t open = attributes ? last_open_brace(plain) : plain.npos;
  if (open == plain.npos) return {plain, std::nullopt};
  const auto found = read_attributes(plain, open);
  if (!found || !trimmed(plain.substr(found->end)).empty()) return {plain, std::nullopt};
  return {without_closing_marks(plain.substr(0, open)), found->id};
}

std::string HeadingIdSpace::generate(std::string sanitized) {
  if (sanitized.empty()) sanitized = "heading";
  if (taken_.insert(sanitized).second) return sanitized;
  for (uint32_t number = 1;; ++number) {
    std::string numbered = sanitized + "-" + std::to_string(number);
    if (taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace rubric
