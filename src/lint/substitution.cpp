// How it works: the replacement takes the capital of the match; the fix is offered only where patterns saw
// the source itself.

#include <algorithm>

#include "lint/check_kinds.h"

namespace rubric {

namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

// "Utilize" becomes "Use", not "use"; a replacement with capitals of its own ("GitLab") stays as it is.
std::string in_case_of(std::string_view match, std::string replacement) {
  if (match.empty() || replacement.empty() || !is_upper(match.front())) return replacement;
  if (std::any_of(replacement.begin(), replacement.end(), is_upper)) return replacement;
  if (replacement.front() >= 'a' && replacement.front() <= 'z') replacement.front() -= 'a' - 'A';
  return replacement;
}

// Whether patterns saw the source itself, white space aside. Where markup was blanked inside a match,
// replacing it would lose the markup.
bool is_source(std::string_view seen, std::string_view source) {
  const auto same = [](char left, char right) {
    return left == right || (is_blank(left) && is_blank(right));
  };
  return std::equal(seen.begin(), seen.end(), source.begin(), source.end(), same);
}

}  // namespace

void check_substitution(PageContext& context, PatternMatches found) {
  drop_overlaps(found.matches);
  for (const PatternMatch& match : found.matches) {
    if (match.excepted) continue;
    const std::string words = with_single_spaces(found.seen(match));
    const std::string replacement = in_case_of(words, found.keys.swap[match.pattern].second);
    if (replacement == words) continue;
    Extras extras;
    if (is_source(found.seen(match), context.document().source.slice(match.span))) {
      extras.fixes.push_back(context.fix("Replace `" + words + "` by `" + replacement + "`", found.keys.fix,
                                         {Edit{match.span, replacement}}));
    }
    context.report(match.span, {{"match", words}, {"replacement", replacement}}, std::move(extras));
  }
}

}  // namespace rubric
