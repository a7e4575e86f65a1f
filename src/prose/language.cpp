#include "prose/language.h"

#include <algorithm>
#include <utility>

#include "prose/function_words.h"
#include "prose/prose.h"
#include "text/ascii.h"

namespace rubric {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// "an" stands for "a": mending the one must not change what is known of the page.
bool is_article(std::string_view text) {
  return text.size() == 1 || equal_ignoring_case(text, "an");
}

}  // namespace

LanguageCount count_language(std::span<const Word> words) {
  LanguageCount count;
  std::string_view before;
  for (const Word& word : words) {
    if (word.kind != WordKind::word) continue;
    // A word that is doubled is one, before and after somebody mends it.
    if (equal_ignoring_case(std::exchange(before, word.text), word.text)) continue;
    ++count.words;
    const uint8_t classes = is_article(word.text) ? 0 : word.classes;
    if (classes == foreign) {
      ++count.foreign;
    } else if (classes != 0) {
      ++count.english;
    } else if (!is_ascii(word.text)) {
      // Writing without blanks has many words in one.
      constexpr size_t long_run = 12;
      const auto more = static_cast<uint32_t>(word.text.size() / long_run);
      count.accented += 1 + more;
      count.words += more;
    }
  }
  return count;
}

}  // namespace rubric
