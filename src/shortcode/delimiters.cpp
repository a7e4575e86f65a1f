// How it works: plain forward scans. Each stops at the next opener or line end at the latest, so that the
// work over a page with many broken tags stays linear.

#include "shortcode/delimiters.h"

#include <algorithm>

namespace rubric {
namespace {

char byte_at(std::string_view text, uint32_t offset) {
  return offset < text.size() ? text[offset] : '\0';
}

/// A mistyped tag of more bytes is none, so that the work over many of them stays linear.
constexpr uint32_t longest_mistyped = 500;

uint32_t skip_blanks(std::string_view text, uint32_t offset) {
  while (byte_at(text, offset) == ' ' || byte_at(text, offset) == '\t') ++offset;
  return offset;
}

bool is_line_end(std::string_view text, uint32_t offset) {
  return offset >= text.size() || text[offset] == '\n' || text[offset] == '\r';
}

bool blank_line_follows(std::string_view text, uint32_t line_end) {
  const uint32_t next = line_end + (text.substr(line_end).starts_with("\r\n") ? 2 : 1);
  return is_line_end(text, skip_blanks(text, next));
}

/// The end of a delimiter whose sign stands at `offset`; 0 when there is none.
uint32_t end_after_sign(std::string_view text, uint32_t offset, bool sign_may_stand_alone) {
  const uint32_t first = skip_blanks(text, offset + 1);
  if (byte_at(text, first) != '}') return sign_may_stand_alone && is_line_end(text, first) ? offset + 1 : 0;
  const uint32_t second = skip_blanks(text, first + 1);
  if (byte_at(text, second) == '}') return second + 1;
  return first == offset + 1 ? first + 1 : 0;
}

/// The end of a right delimiter that an editor escaped, `\>}}` or `&gt;}}`; 0 when there is none.
uint32_t end_of_escaped(std::string_view text, uint32_t offset) {
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with("&gt;}}")) return offset + 6;
  return rest.starts_with("\\>}}") || rest.starts_with("\\%}}") ? offset + 4 : 0;
}

/// Where a quote that opens at `offset` closes; `offset` when it does not before `limit`. An escaped quote is
/// closed by an escaped one.
uint32_t closing_quote(std::string_view text, uint32_t offset, uint32_t limit) {
  if (text[offset] == '"' && offset > 0 && text[offset - 1] == '\\') {
    const size_t close = text.substr(0, limit).find("\\\"", offset + 1);
    return close == std::string_view::npos ? offset : static_cast<uint32_t>(close) + 1;
  }
  for (uint32_t at = offset + 1; at < limit; ++at) {
    if (text[at] == '\\' && text[offset] == '"') {
      ++at;
    } else if (text[at] == text[offset]) {
      return at;
    }
  }
  return offset;
}

}  // namespace

bool is_left_delimiter(std::string_view text, uint32_t offset) {
  return byte_at(text, offset) == '{' && byte_at(text, offset + 1) == '{' &&
         (byte_at(text, offset + 2) == '<' || byte_at(text, offset + 2) == '%');
}

uint32_t line_limit(std::string_view text, uint32_t from) {
  uint32_t at = from;
  while (!is_line_end(text, at) && !is_left_delimiter(text, at)) ++at;
  return at;
}

uint32_t mistyped_limit(std::string_view text, uint32_t from, bool over_lines) {
  const auto size = static_cast<uint32_t>(text.size());
  const uint32_t most = size - from < longest_mistyped ? size : from + longest_mistyped;
  for (uint32_t at = from; at < most; ++at) {
    const char next = byte_at(text, at + 1);
    if (text[at] == '{' && (next == '{' || next == '%' || next == '<')) return at;
    if (!is_line_end(text, at)) continue;
    if (!over_lines || blank_line_follows(text, at)) return at;
  }
  return most;
}

uint32_t QuoteSkipper::closing(uint32_t quote) {
  bool& may_close = may_close_[text_[quote] == '`'];
  const uint32_t close = may_close ? closing_quote(text_, quote, limit_) : quote;
  may_close = close != quote;
  return close;
}

std::optional<RightDelimiter> find_right_delimiter(std::string_view text, uint32_t from, uint32_t limit) {
  QuoteSkipper quotes(text, limit);
  for (uint32_t at = from; at < limit; ++at) {
    const char c = text[at];
    if (c == '"' || c == '`') {
      at = quotes.closing(at);
    } else if (c == '>' || c == '%') {
      const uint32_t end = end_after_sign(text, at, at == from);
      if (end == 0) continue;
      const bool complete = end == at + 3 && text.substr(at + 1, 2) == "}}";
      return RightDelimiter{{at, end}, c == '>' ? Delimiter::angle : Delimiter::percent, complete};
    } else if (c == '\\' || c == '&') {
      const uint32_t end = end_of_escaped(text, at);
      if (end != 0)
        return RightDelimiter{{at, end}, text[end - 3] == '%' ? Delimiter::percent : Delimiter::angle, false};
    } else if (c == '}' && byte_at(text, at + 1) == '}') {
      return RightDelimiter{{at, at + 2}, std::nullopt, false};
    }
  }
  return std::nullopt;
}

}  // namespace rubric
