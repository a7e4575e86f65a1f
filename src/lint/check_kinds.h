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

}  // namespace rubric
