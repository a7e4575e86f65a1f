#pragma once

#include <string_view>

namespace rubric {

/// Whether `text` is a language tag (BCP 47) of a language with a code of two letters (ISO 639-1): "de",
/// "pt-BR", "zh_Hans". Front matter has "language: go", too, which is none.
bool is_language_tag(std::string_view text);

/// Whether what is declared to be in the language `tag` is English; so is what declares nothing (an empty
/// tag) and what no tag is known of.
bool may_be_english(std::string_view tag);

}  // namespace rubric
