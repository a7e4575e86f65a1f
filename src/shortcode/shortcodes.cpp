// How it works: lexer.cpp turns the text into tags, slips.cpp settles what mistyped ones were meant to be,
// and pairing.cpp puts tags together into calls; reread.cpp looks into what templates render.

#include "shortcode/shortcodes.h"

#include <algorithm>
#include <utility>

#include "shortcode/lexer.h"
#include "shortcode/pairing.h"
#include "shortcode/reread.h"
#include "shortcode/slips.h"

namespace rubric {
namespace {

void sort_errors(Shortcodes& page) {
  std::stable_sort(page.errors.begin(), page.errors.end(),
                   [](const SyntaxError& a, const SyntaxError& b) { return a.span.begin < b.span.begin; });
}

}  // namespace

Shortcodes parse_shortcodes_once(std::string_view text, uint32_t begin, const Dialect& dialect) {
  Shortcodes page;
  if (!dialect.shortcodes) return page;
  LexedPage lexed = lex_page(text, begin, dialect);
  drop_needless(lexed.tags, dialect);
  number_slips(lexed);
  finish_slips(text, lexed.tags, lexed.slips);
  page.tokens = std::move(lexed.tokens);
  page.slips = std::move(lexed.slips);
  page.errors = std::move(lexed.errors);
  pair_tags(lexed.tags, dialect, page);
  sort_errors(page);
  return page;
}

Shortcodes parse_shortcodes(std::string_view text, uint32_t begin, const Dialect& dialect) {
  Shortcodes page = parse_shortcodes_once(text, begin, dialect);
  reread_inner_texts(text, dialect, page);
  sort_errors(page);
  return page;
}

}  // namespace rubric
