// How it works: toml++ parses the text into a tree whose nodes carry line and column (in code points); a
// table of line starts turns these into byte offsets, and the tree is copied into Values. Its tables are
// sorted by key, so members are put back into source order. toml++ limits the nesting of values but not that
// of dotted keys, and frees its tree by recursion: a scan before it refuses texts nested too deeply.

#include <algorithm>
#include <optional>
#include <string>

#include <toml++/toml.h>

#include "markdown/value_parsers.h"
#include "text/utf8.h"

namespace rubric {

namespace {

/// Byte offsets of toml++'s positions, which count lines (ended by LF alone) and code points.
class Places {
 public:
  explicit Places(std::string_view text) : size_(static_cast<uint32_t>(text.size())), lines_{0} {
    const bool ascii = std::none_of(text.begin(), text.end(), is_beyond_ascii);
    for (uint32_t at = 0, count = 0; at < size_; ++count) {
      if (!ascii) code_points_.push_back(at);
      if (text[at] == '\n') lines_.push_back(count + 1);
      at += ascii ? 1 : decode_utf8(text, at).length;
    }
  }

  uint32_t offset(toml::source_position position) const {
    if (position.line == 0 || position.column == 0) return 0;
    if (position.line > lines_.size()) return size_;
    const size_t index = lines_[position.line - 1] + position.column - 1;
    if (code_points_.empty()) return static_cast<uint32_t>(std::min<size_t>(index, size_));
    return index < code_points_.size() ? code_points_[index] : size_;
  }

  Span span(const toml::source_region& region) const {
    const uint32_t begin = offset(region.begin);
    return {begin, std::max(begin, offset(region.end))};
  }

 private:
  static bool is_beyond_ascii(char letter) { return static_cast<unsigned char>(letter) >= 0x80; }

  uint32_t size_;
  std::vector<uint32_t> lines_;  // the code point that each line starts with
  std::vector<uint32_t>
      code_points_;  // the byte that each code point starts at; empty for ASCII, where equal
};

/// Skips the string or comment that starts at `at`; gives `at` itself when none does.
size_t past_string_or_comment(std::string_view text, size_t at) {
  const char first = text[at];
  if (first == '#') return std::min(text.find('\n', at), text.size());
  if (first != '"' && first != '\'') return at;
  const std::string_view fence = text.substr(at, 3);
  const bool many_lines = fence == "\"\"\"" || fence == "'''";
  at += many_lines ? 3 : 1;
  while (at < text.size()) {
    if (first == '"' && text[at] == '\\') {
      at += 2;
    } else if (many_lines ? text.substr(at, 3) == fence : text[at] == first || text[at] == '\n') {
      return at + (many_lines ? 3 : 1);
    } else {
      ++at;
    }
  }
  return text.size();
}

/// Where brackets, braces and the dots of keys nest deeper than `deepest_value`.
std::optional<uint32_t> find_too_deep(std::string_view text) {
  std::vector<uint32_t> outer;
  uint32_t depth = 0, dots = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '#' || letter == '"' || letter == '\'') {
      at = past_string_or_comment(text, at) - 1;
    } else if (letter == '[' || letter == '{') {
      outer.push_back(dots + 1);
      depth += dots + 1;
      dots = 0;
    } else if ((letter == ']' || letter == '}') && !outer.empty()) {
      depth -= outer.back();
      outer.pop_back();
      dots = 0;
    } else if (letter == ',' || letter == '\n') {
      dots = 0;
    } else if (letter == '.') {
      ++dots;
    }
    if (depth + dots > deepest_value) return static_cast<uint32_t>(at);
  }
  return std::nullopt;
}

class TomlReader {
 public:
  explicit TomlReader(std::string_view text) : text_(text), places_(text) {}

  const Places& places() const { return places_; }

  Value table(const toml::table& table) const {
    Value value;
    value.kind = Value::Kind::mapping;
    value.span = places_.span(table.source());
    for (const auto& [key, node] : table) {
      Member member;
      member.key = std::string(key.str());
      member.key_span = places_.span(key.source());
      member.value = read(node);
      value.span.end = std::max(value.span.end, member.value.span.end);
      value.members.push_back(std::move(member));
    }
    std::sort(value.members.begin(), value.members.end(),
              [](const Member& left, const Member& right) { return left.key_span < right.key_span; });
    return value;
  }

 private:
  Value read(const toml::node& node) const {
    if (const toml::table* inner = node.as_table()) return table(*inner);
    Value value;
    value.span = places_.span(node.source());
    if (const toml::array* array = node.as_array()) {
      value.kind = Value::Kind::sequence;
      for (const toml::node& item : *array) {
        value.items.push_back(read(item));
        value.span.end = std::max(value.span.end, value.items.back().span.end);
      }
      return value;
    }
    value.kind = scalar_kind(node.type());
    value.scalar = node.is_string() ? node.as_string()->get() : std::string(slice(text_, value.span));
    return value;
  }

  static Value::Kind scalar_kind(toml::node_type type) {
    switch (type) {
      case toml::node_type::string:
        return Value::Kind::string;
      case toml::node_type::boolean:
        return Value::Kind::boolean;
      case toml::node_type::integer:
      case toml::node_type::floating_point:
        return Value::Kind::number;
      default:
        return Value::Kind::date;
    }
  }

  std::string_view text_;
  Places places_;
};

/// toml++'s complaint without the rule of the grammar that it was in, and in plain words where it is common.
std::string plain_words(std::string_view message) {
  if (message.starts_with("Error while parsing")) {
    const size_t colon = message.find(": ");
    if (colon != std::string_view::npos) message.remove_prefix(colon + 2);
  }
  if (message.starts_with("cannot redefine existing")) {
    const size_t quote = message.find('\'');
    if (quote != std::string_view::npos) return std::string(message.substr(quote)) + " is set a second time";
  }
  if (message.starts_with("unescaped control characters")) return "this string is not closed on its line";
  if (message.starts_with("expected value, saw")) return "a value is missing here";
  std::string plain(message);
  if (const size_t line_end = plain.find("'\\n'"); line_end != std::string::npos)
    plain.replace(line_end, 4, "the end of the line");
  return plain;
}

Span at_least_one_byte(Span span, std::string_view text) {
  const auto size = static_cast<uint32_t>(text.size());
  if (span.empty() && span.begin < size) span.end = span.begin + decode_utf8(text, span.begin).length;
  return span;
}

}  // namespace

ParsedValue parse_toml(std::string_view text) {
  ParsedValue result;
  if (const auto place = find_too_deep(text)) {
    result.errors.push_back({std::string(too_deep), {*place, *place + 1}});
    return result;
  }
  const TomlReader reader(text);
  try {
    result.root = reader.table(toml::parse(text));
    result.root.span = {0, static_cast<uint32_t>(text.size())};
  } catch (const toml::parse_error& problem) {
    const Span span = reader.places().span(problem.source());
    result.errors.push_back({plain_words(problem.description()), at_least_one_byte(span, text)});
  }
  return result;
}

}  // namespace rubric
