#include "rules/grammar/confused.h"

#include <memory>

#include "prose/standing.h"

namespace rubric {

namespace {

// A sentence about words: 'write "its", not "it\'s"'.
bool is_about_words(SentenceView words) {
  static constexpr WordSet talk(
      "apostrophe confuse confused confusing grammar homophones noun spelled spelling spelt typo typos "
      "verb");
  for (size_t i = 0; i < words.size(); ++i)
    if (words.is_one_of(i, talk)) return true;
  return false;
}

// "The word their is".
bool is_named(SentenceView words, size_t first) {
  static constexpr WordSet names("phrase term word words");
  return words.is_one_of(first - 1, names);
}

void report(PageContext& context, SentenceView words, const Confusion& confusion) {
  const Span span{words[confusion.first].span.begin, words[confusion.last].span.end};
  std::string found(words[confusion.first].text);
  for (size_t next = confusion.first + 1; next <= confusion.last; ++next)
    found += " " + std::string(words[next].text);
  Extras extras;
  if (found == context.document().source.slice(span))  // no markup and no line end among the words
    extras.fixes.push_back(
        context.fix("Write `" + confusion.right + "`", Applicability::unsafe_fix, {{span, confusion.right}}));
  context.report(span, {{"found", found}, {"right", confusion.right}}, std::move(extras));
}

}  // namespace

Prepared prepare_confused(const Preparation& preparation, std::span<const ConfusedWords> confused) {
  auto frames = std::make_shared<Frames>(confused);
  frames->watch_for(preparation.watch);
  return frames;
}

void report_confused(PageContext& context, bool (*is_read)(ProseKind)) {
  const Prose& prose = context.prose();
  const Frames& frames = context.prepared<Frames>();
  const Sentence* judged = nullptr;
  size_t next = 0;  // the first word of that sentence which no finding holds
  for (const WordPlace& place : context.places()) {
    const Sentence& sentence = prose.sentences()[place.sentence];
    if (&sentence != judged) next = 0;
    judged = &sentence;
    const SentenceView words(prose.words(sentence));
    if (place.index < next || !frames.may_begin(words, place.index) || !words.is_word(place.index) ||
        !is_read(sentence.kind))
      continue;
    const std::optional<Confusion> confusion = frames.find(words, place.index);
    if (!confusion || !stands_free(words, confusion->first) || !stands_free(words, confusion->last) ||
        is_in_quotes(words, confusion->first, confusion->last) || is_named(words, confusion->first))
      continue;
    const bool silent = next == 0 && (is_about_words(words) || !prose.is_english(sentence));
    if (!silent) report(context, words, *confusion);
    next = silent ? words.size() : confusion->last + 1;
  }
}

}  // namespace rubric
