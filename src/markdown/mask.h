#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shortcode/shortcodes.h"
#include "text/span.h"

namespace rubric {

/// An inner text that Hugo renders as a document of its own, masked in its turn: `text` has the length of
/// `span`; `masks` are in the page.
struct MaskedRoot {
  Span span;
  std::string text;
  std::vector<Span> masks;
};

/// A page's text as Hugo hands it to Markdown, at unchanged offsets: every shortcode tag is overwritten by a
/// placeholder of the same byte length.
struct MaskedText {
  std::string text;               ///< empty when nothing had to be masked: the source itself is to be parsed
  std::vector<Span> masks;        ///< the tags and whole calls overwritten in `text`, ordered and disjoint
  std::vector<MaskedRoot> roots;  ///< in the order of their spans; an inner text's own inner texts follow it
};

/// Masks as Hugo does: a `{{< >}}` call becomes one word, inner text included; `{{% %}}` tags are hidden one
/// by one and their inner text stays page Markdown. Where the template renders its inner text by itself
/// (markdownify, RenderString), that text becomes a root. A `{{% %}}` tag alone on its lines becomes an HTML
/// comment, so that nothing (setext underline, lazy continuation, table) is concluded across it; elsewhere it
/// becomes a word of letters. Line ends inside a mask are overwritten too. Mistyped and unterminated tags are
/// masked like others.
MaskedText mask_shortcodes(std::string_view text, const Shortcodes& shortcodes, const Dialect& dialect);

}  // namespace rubric
