#include "prose/standing.h"

namespace rubric {

bool is_quotation_mark(const Word& word) {
  static constexpr WordSet marks("\" ' “ ” ‘ ’ « » „");
  return word.kind == WordKind::punctuation && marks.holds_exactly(word.text);
}

bool stands_free(SentenceView words, size_t index) {
  static constexpr WordSet before("( [ — – ¿ ¡");
  static constexpr WordSet after(", . ; : ! ? ) ] — – … ...");
  const Word& previous = words[index - 1];
  if (words.has(index - 1) && !words[index].space_before && !is_quotation_mark(previous) &&
      !before.holds_exactly(previous.text))
    return false;
  const Word& next = words[index + 1];
  if (!words.has(index + 1) || next.space_before || is_quotation_mark(next)) return true;
  if (!after.holds_exactly(next.text)) return false;
  // "gitlab!123", "linux,amd64": after a mark of a sentence comes a blank; dashes need none.
  const bool dash = next.text.size() > 1;
  return dash || !words.has(index + 2) || words[index + 2].space_before ||
         words[index + 2].kind == WordKind::punctuation;
}

bool is_quoted(SentenceView words, size_t first, size_t last) {
  return is_quotation_mark(words[first - 1]) && !words[first].space_before &&
         is_quotation_mark(words[last + 1]) && !words[last + 1].space_before;
}

bool is_in_quotes(SentenceView words, size_t first, size_t last) {
  constexpr size_t longest = 5;
  size_t begin = first;
  while (first - begin < longest && words.has(begin) && !is_quotation_mark(words[begin])) --begin;
  size_t end = last;
  while (end - last < longest && words.has(end) && !is_quotation_mark(words[end])) ++end;
  return is_quotation_mark(words[begin]) && is_quotation_mark(words[end]) && !words[end].space_before &&
         end - begin <= longest + 1;
}

}  // namespace rubric
