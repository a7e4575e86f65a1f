#pragma once

#include <string>
#include <string_view>

#include "random.h"

namespace rubric::bench {

/// "a" or "an" for a word of this vocabulary, by sound.
std::string_view article_for(std::string_view word);

/// One sentence of handbook English, with a full stop: articles right, no word twice in a row, sometimes with
/// emphasis, inline code or a character beyond ASCII.
std::string sentence(Random& random);

/// A sentence with a gap for a link.
struct LinkSentence {
  std::string before;
  std::string after;
};
LinkSentence link_sentence(Random& random);

/// A sentence with the wrong article before a word ("a engineering project").
std::string sentence_with_wrong_article(Random& random);
/// A sentence in which a function word stands twice ("review the the project").
std::string sentence_with_repeated_word(Random& random);

/// A title such as "Quarterly review"; ASCII letters and blanks only, so that its anchor is plain.
std::string title(Random& random);

/// A few words for a table cell or a label, such as "weekly report".
std::string phrase(Random& random);

/// A word fit for a file name, such as "onboarding".
std::string_view file_word(Random& random);

}  // namespace rubric::bench
