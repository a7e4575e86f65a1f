#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shortcode/shortcodes.h"
#include "text/span.h"

namespace rubric {

/// A page's text as Hugo hands it to Markdown, at unchanged offsets: every shortcode tag is overwritten by a
/// placeholder of the same byte length.
struct MaskedText {
  std::string text;         ///< empty when nothing had to be masked: the source itself is to be parsed
  std::vector<Span> masks;  ///< the overwritten spans, ordered and disjoint
  std::vector<Span> roots;  ///< inner texts that Hugo renders as documents of their own
};

/// Masks as Hugo does: a `{{< >}}` call becomes one word, inner text included; `{{% %}}` tags are hidden one
/// by one, their inner text stays page Markdown. A tag alone on its lines becomes an HTML comment, so that
/// nothing (setext underline, lazy continuation, table) is concluded across it; elsewhere it becomes a word
/// of letters.
MaskedText mask_shortcodes(std::string_view text, const Shortcodes& shortcodes, const Dialect& dialect);

}  // namespace rubric
