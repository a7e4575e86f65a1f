// How it works: the line starts are found once, with memchr to stay near memory speed; every question is then
// a binary search among them. Columns are counted on demand from the line's start, since only what is
// reported needs them.

#include "text/source.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "text/utf8.h"

namespace rubric {

namespace {

// CommonMark 2.1: a line ends in LF, CR, or CR LF.
std::vector<uint32_t> find_line_starts(std::string_view text) {
  std::vector<uint32_t> starts{0};
  const bool has_cr = std::memchr(text.data(), '\r', text.size()) != nullptr;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = has_cr ? text.find_first_of("\r\n", at) : text.find('\n', at);
    if (end == std::string_view::npos) break;
    const bool crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    at = end + (crlf ? 2 : 1);
    starts.push_back(static_cast<uint32_t>(at));
  }
  return starts;
}

// Code points that end at or before `end`, from the one that starts at `begin` on.
uint32_t count_between(std::string_view text, uint32_t begin, uint32_t end) {
  const auto ascii = static_cast<uint32_t>(ascii_run(slice(text, {begin, end})));
  uint32_t at = begin + ascii;
  uint32_t count = ascii;
  while (at < end) {
    at += decode_utf8(text, at).length;
    if (at <= end) ++count;
  }
  return count;
}

}  // namespace

Source::Source(std::string text) : text_(std::move(text)), line_starts_(find_line_starts(text_)) {
  assert(text_.size() < UINT32_MAX);
  uint32_t longest = 0;
  for (uint32_t number = 1; number <= line_count(); ++number)
    longest = std::max(longest, line(number).size());
  if (longest <= 4 * mark_distance) return;
  marks_.push_back({0, 0});
  while (text_.size() - marks_.back().offset > mark_distance) {
    const Mark last = marks_.back();
    uint32_t offset = last.offset;
    uint32_t count = last.code_points;
    for (; offset < last.offset + mark_distance; ++count) offset += decode_utf8(text_, offset).length;
    marks_.push_back({offset, count});
  }
}

Span Source::line(uint32_t number) const {
  assert(number >= 1 && number <= line_count());
  const uint32_t begin = line_starts_[number - 1];
  uint32_t end = number < line_count() ? line_starts_[number] : static_cast<uint32_t>(text_.size());
  if (number < line_count()) {
    if (text_[end - 1] == '\n') --end;
    if (end > begin && text_[end - 1] == '\r') --end;
  }
  return {begin, end};
}

uint32_t Source::line_of(uint32_t offset) const {
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<uint32_t>(after - line_starts_.begin());
}

uint32_t Source::code_points(uint32_t begin, uint32_t end) const {
  if (end - begin <= mark_distance || marks_.empty()) return count_between(text_, begin, end);
  const auto to = [&](uint32_t offset) {
    const auto after =
        std::upper_bound(marks_.begin(), marks_.end(), offset,
                         [](uint32_t wanted, const Mark& mark) { return wanted < mark.offset; });
    return (after - 1)->code_points + count_between(text_, (after - 1)->offset, offset);
  };
  return to(end) - to(begin);
}

Position Source::position(uint32_t offset) const {
  assert(offset <= text_.size());
  const uint32_t number = line_of(offset);
  uint32_t begin = line_starts_[number - 1];
  if (number == 1) begin = std::min(offset, byte_order_mark_size(text_));
  return {number, 1 + code_points(begin, offset)};
}

Range Source::range(Span span) const {
  return {position(span.begin), position(span.end), span};
}

uint32_t Source::offset(Position wanted) const {
  if (wanted.line > line_count()) return static_cast<uint32_t>(text_.size());
  const Span span = line(std::max(1u, wanted.line));
  uint32_t at = span.begin;
  if (wanted.line == 1) at = std::min(span.end, byte_order_mark_size(text_));
  for (uint32_t column = 1; column < wanted.column && at < span.end; ++column) {
    at += decode_utf8(text_, at).length;
  }
  return at;
}

}  // namespace rubric
