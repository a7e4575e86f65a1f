#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shortcode/shortcodes.h"
#include "text/span.h"

namespace rubric {

/// A right delimiter as people write it, right or wrong.
struct RightDelimiter {
  Span span;
  std::optional<Delimiter> sign;  ///< `>` or `%`, where one of them is there
  bool complete = false;          ///< exactly `>}}` or `%}}`
};

/// The first right delimiter in [from, limit), whatever its form: `>}}`, `}}`, `> }}`, `>} }`, `>}`, `\>}}`,
/// `&gt;}}`, and a sign alone at the end of a line when it stands at `from`. Closed quotes are stepped over.
std::optional<RightDelimiter> find_right_delimiter(std::string_view text, uint32_t from, uint32_t limit);

/// The end of what a tag on one line may cover: the next line end or `{{<` or `{{%` from `from` on.
uint32_t line_limit(std::string_view text, uint32_t from);

/// The same for a mistyped tag: any `{{`, `{%` or `{<` ends it too, and so does its five-hundredth byte. With
/// `over_lines` a blank line ends it in a line end's place.
uint32_t mistyped_limit(std::string_view text, uint32_t from, bool over_lines);

/// Steps over quoted strings on the way through a tag that may end before `limit`.
class QuoteSkipper {
 public:
  QuoteSkipper(std::string_view text, uint32_t limit) : text_(text), limit_(limit) {}

  /// Where the quote that opens at `quote` closes; `quote` itself when it does not.
  uint32_t closing(uint32_t quote);

 private:
  std::string_view text_;
  uint32_t limit_;
  bool may_close_[2] = {true, true};
};

/// Whether `{{<` or `{{%` stands at `offset`.
bool is_left_delimiter(std::string_view text, uint32_t offset);

}  // namespace rubric
