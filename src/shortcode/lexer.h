#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "shortcode/shortcodes.h"
#include "shortcode/tag.h"

namespace rubric {

/// The tags of a page in order, broken ones as they were meant, with what is wrong in them. `slips` are not
/// finished yet: see finish_slips.
struct LexedPage {
  std::vector<Tag> tags;
  std::vector<Token> tokens;
  std::vector<Slip> slips;
  std::vector<SyntaxError> errors;
};

/// Gives every mistyped tag a slip, in order, after tags were dropped.
void number_slips(LexedPage& page);

/// Lexes `text` from `begin` on. After a fault it goes on behind the tag's evident end.
LexedPage lex_page(std::string_view text, uint32_t begin, const Dialect& dialect);

}  // namespace rubric
