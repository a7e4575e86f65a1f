#include "prose/language.h"

#include <algorithm>

#include "prose/function_words.h"
#include "prose/prose.h"

namespace rubric {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

}  // namespace

LanguageCount count_language(std::span<const Word> words) {
  LanguageCount count;
  for (const Word& word : words) {
    if (word.kind != WordKind::word) continue;
    ++count.words;
    const uint8_t classes = word.text.size() > 1 ? word.classes : 0;
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
