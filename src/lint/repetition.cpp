// How it works: one walk over the matches; a run grows while the next match says the same as the one before
// and follows it.

#include <algorithm>

#include "lint/check_kinds.h"
#include "lint/scope_text.h"
#include "text/ascii.h"

namespace rubric {

namespace {

bool follows(const PatternMatches& found, const PatternMatch& left, const PatternMatch& right) {
  if (left.slice != right.slice) return false;
  const ScopeSlice& slice = found.slices[left.slice];
  const std::string_view between =
      slice.text.substr(left.span.end - slice.span.begin, right.span.begin - left.span.end);
  if (found.any_word) return between.find_first_not_of(" \t\r\n") == std::string_view::npos;
  if (between.find(opaque_byte) != std::string_view::npos) return false;
  return !is_prose(found.keys.scope) ||
         !found.words.sentence_begins_in({left.span.end, right.span.begin + 1});
}

bool is_alphabetic(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) {
    const char letter = to_lower(byte);
    return (letter >= 'a' && letter <= 'z') || static_cast<unsigned char>(byte) >= 0x80;
  });
}

}  // namespace

void check_repetition(PageContext& context, PatternMatches found) {
  drop_overlaps(found.matches);
  const std::vector<PatternMatch>& matches = found.matches;
  const bool ignore_case = found.keys.ignore_case;
  for (size_t first = 0; first < matches.size();) {
    const std::string words = with_single_spaces(found.seen(matches[first]));
    size_t last = first;
    while (last + 1 < matches.size()) {
      const std::string next = with_single_spaces(found.seen(matches[last + 1]));
      const bool same = ignore_case ? equal_ignoring_case(words, next) : words == next;
      if (!same || !follows(found, matches[last], matches[last + 1])) break;
      ++last;
    }
    const bool counts = !matches[first].excepted && (!found.keys.alpha || is_alphabetic(words));
    if (last > first && last - first > found.keys.max && counts) {
      context.report({matches[first].span.begin, matches[last].span.end},
                     {{"match", words}, {"count", std::to_string(last - first + 1)}});
    }
    first = last + 1;
  }
}

}  // namespace rubric
