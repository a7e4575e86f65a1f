// How it works: line_changes says what differs; here the changes are grouped into hunks (those whose contexts
// would touch share one) and printed in the form that POSIX `diff -u` and Git agree on.

#include "fix/diff.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>

#include "fix/line_changes.h"

namespace rubric {

namespace {

constexpr uint32_t context = 3;

using Lines = std::vector<std::string_view>;

void append_line(std::string& out, char mark, std::string_view line) {
  out += mark;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

void append_lines(std::string& out, char mark, const Lines& lines, uint32_t begin, uint32_t end) {
  for (uint32_t line = begin; line < end; ++line) append_line(out, mark, lines[line]);
}

// "12,3": first line and count. A count of 1 is left out, and an empty range names the line before it.
std::string line_range(uint32_t begin, uint32_t end) {
  const uint32_t count = end - begin;
  const std::string first = std::to_string(count == 0 ? begin : begin + 1);
  return count == 1 ? first : first + "," + std::to_string(count);
}

void append_hunk(std::string& out, std::span<const LineChange> changes, const Lines& before,
                 const Lines& after) {
  const LineChange& first = changes.front();
  const LineChange& last = changes.back();
  const uint32_t lead = std::min(context, first.before);
  const uint32_t tail = std::min(context, static_cast<uint32_t>(before.size()) - last.before_end);
  out += "@@ -" + line_range(first.before - lead, last.before_end + tail) + " +" +
         line_range(first.after - lead, last.after_end + tail) + " @@\n";
  uint32_t at = first.before - lead;
  for (const LineChange& change : changes) {
    append_lines(out, ' ', before, at, change.before);
    append_lines(out, '-', before, change.before, change.before_end);
    append_lines(out, '+', after, change.after, change.after_end);
    at = change.before_end;
  }
  append_lines(out, ' ', before, at, at + tail);
}

// A path as Git writes it: quoted like a C string when it holds a quote, a backslash or a control character;
// followed by a tab when it holds a space, so that `patch` sees where it ends.
std::string header_path(std::string_view prefix, std::string_view path) {
  const auto odd = [](unsigned char byte) {
    return byte < 0x20 || byte == 0x7F || byte == '"' || byte == '\\';
  };
  std::string result;
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte == '"' || byte == '\\') {
      result += {'\\', character};
    } else if (odd(byte)) {
      std::array<char, 5> octal{};
      std::snprintf(octal.data(), octal.size(), "\\%03o", byte);
      result += octal.data();
    } else {
      result += character;
    }
  }
  result.insert(0, prefix);
  if (std::any_of(path.begin(), path.end(), odd)) return '"' + result + '"';
  return path.find(' ') == std::string_view::npos ? result : result + '\t';
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return "";
  const Lines before_lines = split_lines(before);
  const Lines after_lines = split_lines(after);
  const std::vector<LineChange> changes = line_changes(before_lines, after_lines);
  std::string out = "--- " + header_path("a/", path) + "\n+++ " + header_path("b/", path) + "\n";
  for (size_t begin = 0; begin < changes.size();) {
    size_t end = begin + 1;
    while (end < changes.size() && changes[end].before - changes[end - 1].before_end <= 2 * context) ++end;
    append_hunk(out, std::span(changes).subspan(begin, end - begin), before_lines, after_lines);
    begin = end;
  }
  return out;
}

}  // namespace rubric
