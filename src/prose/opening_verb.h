#pragma once

#include <cstddef>
#include <cstdint>

#include "prose/lexicon.h"
#include "prose/sentence_view.h"

namespace rubric {

/// The form of a verb that a line can open with.
enum class VerbForm : uint8_t {
  none,          ///< no verb, or no telling
  base,          ///< Lead
  third_person,  ///< Leads
  ing,           ///< Leading
  past,          ///< Led
};

/// The verb that a list item or another line opens with.
struct OpeningVerb {
  VerbForm form = VerbForm::none;
  /// Whether it is practically sure to be a verb: a word that is nothing else, or one before an object:
  /// "Review the plan", unlike "Review board" and "Review of the plan".
  bool certain = false;
  bool likely = false;  ///< certain, or mostly a verb, or an -s form before another word: "Answers tickets"
  bool before_object = false;  ///< "the", "it" or the like follows
  bool past_too = false;       ///< a base whose past is spelled alike, "Set"; it may be either
  size_t index = 0;            ///< of the word
};

/// Reads the beginning of a line: past bold and links, and past an adverb ("Actively participates").
/// Auxiliary verbs, labels ("Reviews: …") and subjects ("Reviews are due") are no verbs that a line opens
/// with.
OpeningVerb opening_verb(SentenceView words, const Lexicon& lexicon);

/// Whether the word there surely begins the object of a verb: a determiner, a number, "it", "them".
bool begins_object(SentenceView words, size_t index);

/// Whether the word there is a verb that as a noun stands before other nouns: "pull requests", "build
/// failures".
bool may_modify_noun(SentenceView words, size_t index);

}  // namespace rubric
