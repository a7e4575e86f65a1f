#pragma once

#include <string>

#include "random.h"

namespace rubric::bench {

/// A Markdown page of Chinese-like text, of about 8 kB: headings, paragraphs without blanks, lists, emphasis,
/// links and some words in Latin letters. Not meant to be read: the characters are drawn at random.
std::string cjk_page(Random& random);

}  // namespace rubric::bench
