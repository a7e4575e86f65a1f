#pragma once

#include "lint/context.h"
#include "lint/pattern_matches.h"

namespace rubric {

/// The kinds of pattern rule, each in the file of its name: what a kind makes of the matches on a page. The
/// rule has been entered in the context. Matches of one rule that overlap count once: the first, then the
/// longest.

/// Reports every match.
void check_existence(PageContext& context, PatternMatches found);

/// Reports every match that its replacement, in the match's letter case, would change, with the fix. Pattern
/// i of the matches is `swap[i]`.
void check_substitution(PageContext& context, PatternMatches found);

/// Reports each slice that holds more than `max` or fewer than `min` matches, from the first match to the
/// last.
void check_occurrence(PageContext& context, PatternMatches found);

/// Reports each run of matches of the same words, more than `max` of them after the first. A match follows
/// another when none of the rule's lies between them, nor the end of a sentence, nor what is no words; where
/// the pattern is any word, nothing may lie between but white space.
void check_repetition(PageContext& context, PatternMatches found);

/// Where both patterns of a pair match on the page, reports every match of the one that does so less often,
/// or as often but first further down. Patterns 2i and 2i + 1 of the matches are `either[i]`.
void check_consistency(PageContext& context, PatternMatches found);

/// Reports what pattern 0, `first`, matches where nothing explains it: pattern 1, `second`, matches nowhere
/// on the page or, if it has groups, captures no such text. Each text is reported where it first stands.
void check_conditional(PageContext& context, PatternMatches found);

/// Reports each slice that does not have the letter case. Numbers and what is no words do not count; names
/// that no case of a sentence changes (GitLab, HTTP, x86) are right.
void check_capitalization(PageContext& context, PatternMatches found);

}  // namespace rubric
