#pragma once

#include <string>
#include <vector>

#include "lint/pattern_keys.h"
#include "markdown/document.h"
#include "prose/prose.h"
#include "text/span.h"

namespace rubric {

/// What a pattern sees at a byte that says something, but not in words: code, an image, a shortcode. It is
/// no UTF-8, so in RE2 neither `.` nor `\s`, `\w` or a negated class matches it.
inline constexpr char opaque_byte = '\xFF';

/// Markup inside a word (`P**an**Cakes`): as opaque_byte, but the word goes on across it.
inline constexpr char joint_byte = '\xFE';

/// Whether a scope's patterns see words, with markup blanked, or the bytes of the page as they are.
inline bool is_prose(Scope scope) {
  return scope <= Scope::link_text;
}

/// The words of one document of a page, its body or an inner text that Hugo renders by itself, at unchanged
/// offsets: markup and what lies between blocks is blank, what is no words is opaque.
struct ProseText {
  uint32_t begin = 0;  ///< of `text` in the page
  std::string text;
  NodeId first = 0;  ///< the document's nodes are [first, end)
  NodeId end = 0;
};

/// The body's words, then those of the inner texts.
std::vector<ProseText> prose_texts(const Document& document);

/// The spans of a document of the page that belong to a prose scope other than `sentence`, in the order of
/// the page, free of overlaps and of blanks at their borders.
std::vector<Span> prose_slices(const Tree& tree, Scope scope, const ProseText& prose);

/// A sentence and where it is to be read.
struct SentenceSlice {
  Span span;
  size_t text = 0;     ///< index of the text that it lies in
  uint32_t words = 0;  ///< of the sentence, with marks and what is no words; no others show in the text there
};

/// The sentences of the page's documents; neither titles nor alternative texts are among them.
std::vector<SentenceSlice> sentence_slices(const Prose& prose, const std::vector<ProseText>& texts);

/// The spans of the page that belong to any other scope.
std::vector<Span> source_slices(const Document& document, Scope scope);

}  // namespace rubric
