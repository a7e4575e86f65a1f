#pragma once

#include <string>
#include <vector>

#include "lint/rule.h"
#include "markdown/document.h"
#include "text/span.h"

namespace rubric {

/// What a pattern sees at a byte that says something, but not in words: code, an image, a shortcode. It is
/// no UTF-8, so in RE2 neither `.` nor `\s`, `\w` or a negated class matches it.
inline constexpr char opaque_byte = '\xFF';

/// Whether a scope's patterns see words, with markup blanked, or the bytes of the page as they are.
inline bool is_prose(Scope scope) {
  return scope <= Scope::link_text;
}

/// The page's words at unchanged offsets, for all prose scopes: markup and what lies between blocks is blank,
/// what is no words is opaque. Markup inside a word (`P**an**Cakes`) is opaque too, so that it parts no word
/// in two.
std::string prose_text(const Document& document);

/// The spans of the page that belong to a scope, free of overlaps; in prose_text() or in the source.
std::vector<Span> scope_slices(const Document& document, Scope scope);

}  // namespace rubric
