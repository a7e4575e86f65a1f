// How it works: the opening delimiter and the end of the block are found as Hugo's page lexer finds them
// (parser/pageparser/pagelexer_intro.go); the text between goes to the parser of its format. Hugo refuses a
// page whose block is never closed. Here the block then ends before the first empty line, where its writer
// evidently ended it, so that the page below can still be read; and a delimiter with no `key: value` in the
// lines below it is a thematic break.

#include "markdown/front_matter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "text/utf8.h"

namespace rubric {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

uint32_t past_line_end(std::string_view text, size_t at) {
  if (text.substr(at, 2) == "\r\n") return static_cast<uint32_t>(at + 2);
  if (at < text.size() && (text[at] == '\n' || text[at] == '\r')) ++at;
  return static_cast<uint32_t>(at);
}

/// The first byte that is neither one of the blanks nor of a byte-order mark: Hugo steps over any number of
/// both.
size_t first_of_text(std::string_view text, std::string_view blanks_before) {
  size_t at = 0;
  while (at < text.size()) {
    if (text.substr(at).starts_with(byte_order_mark)) {
      at += byte_order_mark.size();
    } else if (blanks_before.find(text[at]) != std::string_view::npos) {
      ++at;
    } else {
      return at;
    }
  }
  return std::string_view::npos;
}

/// The first line from `at`, which begins a line, that starts with `delimiter`.
std::optional<uint32_t> find_closing(std::string_view text, size_t at, std::string_view delimiter) {
  while (at < text.size()) {
    if (text.substr(at).starts_with(delimiter)) return static_cast<uint32_t>(at);
    at = std::min(text.find_first_of("\r\n", at), text.size());
    at = past_line_end(text, at);
  }
  return std::nullopt;
}

/// The end of the lines from `at` up to the first empty one.
uint32_t before_empty_line(std::string_view text, size_t at) {
  while (at < text.size()) {
    const size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    if (text.find_first_not_of(" \t", at) >= end) break;
    at = past_line_end(text, end);
  }
  return static_cast<uint32_t>(at);
}

bool is_key_letter(char letter) {
  return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z') || letter == '_' || letter == '-';
}

/// Whether a line reads `key: value` or `key = value`.
bool is_pair(std::string_view line, char separator) {
  // YAML refuses tabs here, which Hugo says of its front matter then.
  size_t at = line.find_first_not_of('\t');
  if (at == std::string_view::npos) return false;
  line.remove_prefix(at);
  at = 0;
  while (at < line.size() && is_key_letter(line[at])) ++at;
  if (at == 0) return false;
  if (separator == ':') return line.substr(at, 2) == ":" || line.substr(at, 2) == ": ";
  at = line.find_first_not_of(' ', at);
  return at != std::string_view::npos && line[at] == separator;
}

/// Whether one of the first lines is a pair, so that the delimiter above was no thematic break.
bool looks_like_metadata(std::string_view text, char separator) {
  const size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return false;
  const size_t begin = text.find_last_of("\r\n", first) + 1;  // 0 without one
  text = text.substr(begin, before_empty_line(text, begin) - begin);
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (is_pair(text.substr(0, end), separator)) return true;
    text.remove_prefix(past_line_end(text, end));
  }
  return false;
}

/// The end of the JSON object that starts at `at`, or nothing. Braces in quotes do not count.
std::optional<uint32_t> find_json_end(std::string_view text, size_t at) {
  bool in_quotes = false;
  uint32_t level = 0;
  for (; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '\\') {
      ++at;
    } else if (letter == '"') {
      in_quotes = !in_quotes;
    } else if (!in_quotes && letter == '{') {
      ++level;
    } else if (!in_quotes && letter == '}' && --level == 0) {
      return static_cast<uint32_t>(at + 1);
    }
  }
  return std::nullopt;
}

void read_content(FrontMatter& front_matter, std::string_view text, std::string_view wanted) {
  ParsedValue parsed =
      parse_value(slice(text, front_matter.content), front_matter.format, front_matter.content.begin);
  front_matter.root = std::move(parsed.root);
  // What else is wrong with a block that has no end may be the text below it.
  if (front_matter.errors.empty()) front_matter.errors = std::move(parsed.errors);
  if (!front_matter.errors.empty() || front_matter.root.is_mapping()) return;
  if (front_matter.root.kind == Value::Kind::null) {
    front_matter.root.kind = Value::Kind::mapping;
    front_matter.root.span = {front_matter.content.begin, front_matter.content.begin};
    return;
  }
  front_matter.errors.push_back({"front matter must be " + std::string(wanted), front_matter.root.span});
}

// What stands between two `---` that are no front matter. Where our parser finds an error, Hugo's may find
// none.
MistakenStart start_of_breaks(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::null:
    case Value::Kind::mapping:
      return MistakenStart::nothing;
    case Value::Kind::sequence:
      return MistakenStart::list;
    default:
      return MistakenStart::yaml;
  }
}

FrontMatter absent(MistakenStart mistaken) {
  FrontMatter front_matter;
  front_matter.mistaken = mistaken;
  return front_matter;
}

FrontMatter delimited(std::string_view text, uint32_t begin, std::string_view delimiter) {
  FrontMatter front_matter;
  const bool yaml = delimiter == "---";
  front_matter.format = yaml ? ValueFormat::yaml : ValueFormat::toml;
  const uint32_t opened = begin + 3;
  // The text after the delimiter on its own line belongs to the block.
  const uint32_t inside = past_line_end(text, opened);
  const size_t first_line = inside > opened ? inside : text.find_first_of("\r\n", opened);
  const auto closing =
      first_line == std::string_view::npos
          ? std::nullopt
          : find_closing(text, inside > opened ? inside : past_line_end(text, first_line), delimiter);
  if (closing) {
    front_matter.content = {inside, *closing};
    front_matter.span = {begin, past_line_end(text, *closing + 3)};
  } else {
    if (!looks_like_metadata(text.substr(inside), yaml ? ':' : '='))
      return absent(yaml ? MistakenStart::yaml : MistakenStart::toml);
    front_matter.content = {inside, before_empty_line(text, inside)};
    front_matter.span = {begin, front_matter.content.end};
    front_matter.errors.push_back(
        {"front matter has no closing `" + std::string(delimiter) + "`", {begin, opened}});
  }
  front_matter.present = true;
  read_content(front_matter, text, yaml ? "lines of `key: value`" : "lines of `key = value`");
  // Text between two thematic breaks, as a file that is included in pages may begin with.
  if (!front_matter.errors.empty() && !looks_like_metadata(text.substr(inside), yaml ? ':' : '='))
    return absent(start_of_breaks(front_matter.root.kind));
  return front_matter;
}

FrontMatter json(std::string_view text, uint32_t begin) {
  FrontMatter front_matter;
  front_matter.format = ValueFormat::json;
  // A page may begin with a shortcode, and text with a brace.
  const size_t first = text.find_first_not_of(blanks, begin + 1);
  if (first == std::string_view::npos || (text[first] != '"' && text[first] != '}'))
    return absent(MistakenStart::json);
  front_matter.present = true;
  if (const auto end = find_json_end(text, begin)) {
    front_matter.content = {begin, *end};
    front_matter.span = {begin, past_line_end(text, *end)};
  } else {
    front_matter.content = {begin, before_empty_line(text, begin)};
    front_matter.span = front_matter.content;
    front_matter.errors.push_back({"front matter has no closing `}`", {begin, begin + 1}});
    return front_matter;
  }
  read_content(front_matter, text, "an object of `\"key\": value` pairs");
  return front_matter;
}

}  // namespace

namespace {

FrontMatter parse_from(std::string_view text) {
  const size_t begin = first_of_text(text, blanks);
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = text.substr(begin);
  const auto at = static_cast<uint32_t>(begin);
  if (rest.starts_with("---")) return delimited(text, at, "---");
  if (rest.starts_with("+++")) return delimited(text, at, "+++");
  if (rest.starts_with("{")) return json(text, at);
  if (rest.starts_with("-")) return absent(MistakenStart::yaml);
  if (rest.starts_with("+")) return absent(MistakenStart::toml);
  if (rest.starts_with("<") && !rest.starts_with("<!--")) return absent(MistakenStart::html);
  return {};
}

}  // namespace

FrontMatter parse_front_matter(std::string_view text) {
  FrontMatter front_matter = parse_from(text);
  // To Hugo these are no blanks: the text begins with them.
  constexpr std::string_view hugos_blanks = " \t\r\n";
  const size_t first = first_of_text(text, hugos_blanks);
  if (first != text.npos && (text[first] == '\v' || text[first] == '\f'))
    front_matter.mistaken = MistakenStart::nothing;
  return front_matter;
}

}  // namespace rubric
