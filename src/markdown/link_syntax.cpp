// How it works: small scanners over a leaf's content, each taking an offset and giving the spans it found or
// nothing. None of them backtracks over more than one construct, so each is linear in what it reads.

#include "markdown/link_syntax.h"

#include <algorithm>

namespace rubric {
namespace {

constexpr uint32_t longest_label = 1000;
constexpr uint32_t deepest_parentheses = 32;

char at(std::string_view text, uint32_t offset) {
  return offset < text.size() ? text[offset] : '\0';
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_markdown_space);
}

uint32_t skip_blanks(std::string_view text, uint32_t offset) {
  while (at(text, offset) == ' ' || at(text, offset) == '\t') ++offset;
  return offset;
}

/// Skips what may stand between the parts of an inline link: cmark counts more as space here than elsewhere.
uint32_t skip_between_parts(std::string_view text, uint32_t offset) {
  while (at(text, offset) == ' ' || (at(text, offset) >= '\t' && at(text, offset) <= '\r')) ++offset;
  return offset;
}

/// Skips blanks with at most one line end among them.
uint32_t skip_blanks_and_line_end(std::string_view text, uint32_t offset) {
  offset = skip_blanks(text, offset);
  return at(text, offset) == '\n' ? skip_blanks(text, offset + 1) : offset;
}

bool is_escape(std::string_view text, uint32_t offset) {
  return text[offset] == '\\' && is_ascii_punctuation(at(text, offset + 1));
}

struct Destination {
  Span span;
  uint32_t end = 0;
};

std::optional<Destination> scan_bracketed_destination(std::string_view text, uint32_t offset) {
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t place = offset + 1;
  while (place < size && text[place] != '>') {
    if (text[place] == '\n' || text[place] == '<') return std::nullopt;
    place += text[place] == '\\' ? 2 : 1;
  }
  // A destination that reaches the end of the text is none: something must follow it.
  if (place + 1 >= size) return std::nullopt;
  return Destination{{offset + 1, place}, place + 1};
}

std::optional<Destination> scan_destination(std::string_view text, uint32_t offset) {
  if (at(text, offset) == '<') return scan_bracketed_destination(text, offset);
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t place = offset;
  uint32_t open = 0;
  while (place < size && !is_markdown_space(text[place])) {
    if (is_escape(text, place)) {
      place += 2;
      continue;
    }
    if (text[place] == '(' && ++open > deepest_parentheses) return std::nullopt;
    if (text[place] == ')' && open-- == 0) break;
    ++place;
  }
  if (place >= size) return std::nullopt;
  if (place == offset && is_markdown_space(text[place])) return std::nullopt;
  return Destination{{offset, place}, place};
}

/// The title that starts at `offset`, quotes included. It ends at the first closing quote that no backslash
/// precedes, or else at the last one that a backslash does precede: the longest match of cmark's scanner.
std::optional<Span> scan_title(std::string_view text, uint32_t offset) {
  const char quote = at(text, offset);
  if (quote != '"' && quote != '\'' && quote != '(') return std::nullopt;
  const char closing = quote == '(' ? ')' : quote;
  std::optional<Span> escaped_end;
  for (uint32_t place = offset + 1; place < text.size(); ++place) {
    const bool escaped = text[place - 1] == '\\';
    if (text[place] == closing) {
      if (!escaped) return Span{offset, place + 1};
      escaped_end = Span{offset, place + 1};
    } else if (quote == '(' && text[place] == '(' && !escaped) {
      break;
    }
  }
  return escaped_end;
}

Span without_quotes(Span title) {
  return {title.begin + 1, title.end - 1};
}

}  // namespace

bool is_ascii_punctuation(char byte) {
  return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') || (byte >= '[' && byte <= '`') ||
         (byte >= '{' && byte <= '~');
}

bool is_markdown_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::optional<Span> scan_link_label(std::string_view text, uint32_t offset) {
  if (at(text, offset) != '[') return std::nullopt;
  uint32_t place = offset + 1;
  while (place < text.size() && text[place] != '[' && text[place] != ']') {
    place += is_escape(text, place) ? 2 : 1;
    if (place - (offset + 1) > longest_label) return std::nullopt;
  }
  if (at(text, place) != ']') return std::nullopt;
  return Span{offset + 1, place};
}

std::optional<LinkTail> scan_link_tail(std::string_view text, uint32_t offset) {
  if (at(text, offset) != '(') return std::nullopt;
  const auto destination = scan_destination(text, skip_between_parts(text, offset + 1));
  if (!destination) return std::nullopt;
  LinkTail tail{destination->span, {destination->end, destination->end}, 0};
  uint32_t place = skip_between_parts(text, destination->end);
  if (place != destination->end) {
    if (const auto title = scan_title(text, place)) {
      tail.title = without_quotes(*title);
      place = title->end;
    }
  }
  place = skip_between_parts(text, place);
  if (at(text, place) != ')') return std::nullopt;
  tail.end = place + 1;
  return tail;
}

std::optional<DefinitionSyntax> scan_definition(std::string_view text, uint32_t offset) {
  const auto label = scan_link_label(text, offset);
  if (!label || is_blank(slice(text, *label))) return std::nullopt;
  if (at(text, label->end + 1) != ':') return std::nullopt;
  const auto destination = scan_destination(text, skip_blanks_and_line_end(text, label->end + 2));
  if (!destination) return std::nullopt;

  const auto ends_line = [&](uint32_t place) { return place >= text.size() || text[place] == '\n'; };
  const uint32_t before_title = destination->end;
  const uint32_t title_begin = skip_blanks_and_line_end(text, before_title);
  if (title_begin != before_title) {
    if (const auto title = scan_title(text, title_begin)) {
      const uint32_t line_end = skip_blanks(text, title->end);
      if (ends_line(line_end))
        return DefinitionSyntax{
            {offset, title->end}, *label, destination->span, without_quotes(*title), line_end + 1};
    }
  }
  const uint32_t line_end = skip_blanks(text, before_title);
  if (!ends_line(line_end)) return std::nullopt;
  return DefinitionSyntax{
      {offset, before_title}, *label, destination->span, {before_title, before_title}, line_end + 1};
}

}  // namespace rubric
