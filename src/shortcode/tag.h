#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shortcode/shortcodes.h"
#include "text/span.h"

namespace rubric {

/// One tag of a page, before tags are paired into calls. Views point into the page's text.
struct Tag {
  Delimiter delimiter = Delimiter::angle;
  Span span;   ///< delimiters included
  Span left;   ///< the left delimiter as it is written
  Span right;  ///< the right delimiter as it is written; empty when the tag never ends
  Span name_span;
  std::string_view name;  ///< empty for `{{< / >}}` and for a tag whose name cannot be read
  std::vector<Parameter> parameters;
  bool closing = false;       ///< `{{< /x >}}`
  bool self_closing = false;  ///< `{{< x / >}}`
  bool inlined = false;       ///< `{{< x.inline >}}`
  uint32_t path_slash = 0;  ///< the `/` of a path without quotes, which closes the tag; 0 when there is none
  int32_t slip = -1;        ///< index of the slip that the tag is the repaired form of, or -1
  uint32_t bare_end = 0;  ///< where the last bare value ends; a right delimiter there needs a blank before it
  bool before_comment = false;  ///< a comment stands between this tag and the next
  bool faulty = false;          ///< Hugo's lexer refuses it; the page's errors say why
  bool text_to_hugo = false;    ///< Hugo sees no tag here: its opener is mistyped
  bool name_unproven = false;   ///< mistyped, and a tag only if the page uses its name elsewhere
  bool needs_partner = false;   ///< mistyped, and a tag only if it is what another one lacks
  bool bare = false;            ///< mistyped: braces without any sign
  bool unmistakable = false;    ///< mistyped: a slip even in a code sample
  bool blank_unread = false;    ///< mistyped: `left` ends in a blank that is none to Hugo, such as U+00A0
  bool sign_guessed = false;    ///< mistyped: nothing says which kind of delimiter was meant
};

/// Where Hugo's lexer stops in a tag, and why.
struct Fault {
  ShortcodeError kind = ShortcodeError::unexpected_character;
  Span span;
};

/// What came of lexing one tag.
struct LexedTag {
  Tag tag;
  std::optional<Fault> fault;  ///< the tag is valid as far as `fault->span.begin`
  uint32_t reached = 0;        ///< how far the lexer had to read
  uint32_t swallowed = 0;      ///< where a bare value first runs over a right delimiter; 0 when none does
};

/// Lexes one tag by Hugo's grammar. `left` is its opener in `text`. The tag ends at the delimiter's right
/// half, or, when `end` is given, exactly there (a mistyped right delimiter begins there). Its tokens,
/// without an error token, are appended to `tokens`.
LexedTag lex_tag(std::string_view text, Span left, Delimiter delimiter, std::optional<uint32_t> end,
                 HugoVersion hugo, std::vector<Token>& tokens);

/// `{{<` or `{{%`
constexpr std::string_view left_delimiter(Delimiter kind) {
  return kind == Delimiter::angle ? "{{<" : "{{%";
}

/// `>}}` or `%}}`
constexpr std::string_view right_delimiter(Delimiter kind) {
  return kind == Delimiter::angle ? ">}}" : "%}}";
}

}  // namespace rubric
