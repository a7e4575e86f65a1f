#include "rules/grammar/confused.h"

#include <algorithm>

#include "prose/standing.h"

namespace rubric {

namespace {

// A sentence about words: 'write "its", not "it\'s"'.
bool is_about_words(SentenceView words) {
  constexpr std::string_view talk[] = {"apostrophe", "confuse", "confused", "confusing", "grammar",
                                       "homophones", "noun",    "spelled",  "spelling",  "spelt",
                                       "typo",       "typos",   "verb"};
  for (size_t i = 0; i < words.size(); ++i)
    for (const std::string_view word : talk)
      if (words.is(i, word)) return true;
  return false;
}

// "The word their is".
bool is_named(SentenceView words, size_t first) {
  constexpr std::string_view names[] = {"phrase", "term", "word", "words"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return words.is(first - 1, name); });
}

}  // namespace

void report_confused(PageContext& context, const Frames& frames, const Sentence& sentence) {
  const SentenceView words(context.prose().words(sentence));
  std::optional<bool> silent;  // about the whole sentence
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::word || !frames.may_begin(words, i)) continue;
    const std::optional<Confusion> confusion = frames.find(words, i);
    if (!confusion || !stands_free(words, i) || !stands_free(words, confusion->last) ||
        is_in_quotes(words, i, confusion->last) || is_named(words, i))
      continue;
    if (!silent) silent = is_about_words(words) || !context.prose().is_english(sentence);
    if (*silent) return;
    const Span span{words[i].span.begin, words[confusion->last].span.end};
    std::string found(words[i].text);
    for (size_t next = i + 1; next <= confusion->last; ++next) found += " " + std::string(words[next].text);
    Extras extras;
    if (found == context.document().source.slice(span))  // no markup and no line end among the words
      extras.fixes.push_back(context.fix("Write `" + confusion->right + "`", Applicability::unsafe_fix,
                                         {{span, confusion->right}}));
    context.report(span, {{"found", found}, {"right", confusion->right}}, std::move(extras));
    i = confusion->last;
  }
}

}  // namespace rubric
