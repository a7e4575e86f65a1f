// How it works: a reference is what its brackets hold, links, code and tags included, so its closing bracket
// is the one that matches, unless that is inside a tag. The column tells: the bracket is right if
// counting back from it ends at a line's beginning. Else the first bracket for which that holds is taken.

#include "markdown/footnote_syntax.h"

#include <algorithm>
#include <array>

#include "markdown/link_syntax.h"

namespace rubric {
namespace {

constexpr size_t none = std::string_view::npos;

bool is_escape(std::string_view text, size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_ascii_punctuation(text[at + 1]);
}

/// Finds code spans as cmark does, which overlooks some: once it has looked for a run of backticks in vain it
/// trusts the last place where it saw a run of each length, but a later search puts an earlier place there.
class CodeSpans {
 public:
  explicit CodeSpans(std::string_view content) : content_(content) {}

  /// The end of the code span that the backticks at `begin` open, or else of the backticks.
  size_t after_backticks(size_t begin) {
    const size_t opened = run_end(begin);
    const size_t length = opened - begin;
    if (length > longest_run || (searched_in_vain_ && last_seen_[length] <= opened)) return opened;
    for (size_t at = content_.find('`', opened); at != none; at = content_.find('`', at)) {
      const size_t end = run_end(at);
      if (end - at <= longest_run) last_seen_[end - at] = at;
      if (end - at == length) return end;
      at = end;
    }
    searched_in_vain_ = true;
    return opened;
  }

 private:
  static constexpr size_t longest_run = 80;

  size_t run_end(size_t at) const { return std::min(content_.find_first_not_of('`', at), content_.size()); }

  std::string_view content_;
  std::array<size_t, longest_run + 1> last_seen_{};
  bool searched_in_vain_ = false;
};

size_t matching_bracket(std::string_view content, size_t begin) {
  CodeSpans code(content);
  size_t depth = 0;
  for (size_t at = 0; at < content.size();) {
    if (content[at] == '`') {
      at = code.after_backticks(at);
      continue;
    }
    if (at >= begin && content[at] == '[') ++depth;
    if (at >= begin && content[at] == ']' && --depth == 0) return at;
    at += is_escape(content, at) ? 2 : 1;
  }
  return none;
}

/// cmark takes a caret that is escaped, or written as a character reference, for one.
uint32_t after_caret(std::string_view content, uint32_t caret) {
  if (content[caret] == '\\') return caret + 2;
  if (content[caret] == '&') return static_cast<uint32_t>(content.find(';', caret)) + 1;
  return caret + 1;
}

}  // namespace

std::optional<FootnoteReferenceSyntax> footnote_reference_at(std::string_view content, uint32_t begin,
                                                             int64_t column) {
  if (content.substr(begin, 1) != "[") return std::nullopt;
  const auto ends_at = [&](size_t bracket) {
    const int64_t line_begin = static_cast<int64_t>(bracket) + 1 - column;
    return line_begin == 0 || (line_begin > 0 && content[static_cast<size_t>(line_begin) - 1] == '\n');
  };
  size_t bracket = matching_bracket(content, begin);
  if (bracket == none || !ends_at(bracket)) {
    bracket = content.find(']', begin);
    while (bracket != none && !ends_at(bracket)) bracket = content.find(']', bracket + 1);
  }
  if (bracket == none) return std::nullopt;
  const auto end = static_cast<uint32_t>(bracket);
  return FootnoteReferenceSyntax{{after_caret(content, begin + 1), end}, end + 1};
}

}  // namespace rubric
