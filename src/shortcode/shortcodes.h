#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "text/edit.h"
#include "text/span.h"

namespace rubric {

/// The two kinds of shortcode delimiter: `{{< >}}` (output is final HTML) and `{{% %}}` (output is page
/// Markdown).
enum class Delimiter : uint8_t { angle, percent };

/// Kinds of lexer token, after Hugo's parser/pageparser/item.go.
enum class TokenKind : uint8_t {
  left_delimiter,   ///< `{{<` or `{{%`
  right_delimiter,  ///< `>}}` or `%}}`
  comment,          ///< a whole `{{</* … */>}}`
  close,            ///< the `/` of a closing or self-closing tag
  name,
  inline_name,      ///< `x.inline`
  parameter,        ///< a positional value, or the name of a named parameter
  parameter_value,  ///< the value of a named parameter
  error,            ///< what Hugo's lexer stops at; the SyntaxError with the same span says why
};

/// One token; text between tags is no token. Tokens are ordered and do not overlap.
struct Token {
  TokenKind kind;
  Delimiter delimiter;  ///< of the tag that the token stands in
  Span span;            ///< quotes included
};

/// A parameter of a call, decoded.
struct Parameter {
  std::string name;   ///< empty when positional
  std::string value;  ///< without quotes, escapes resolved
  Span span;          ///< the whole parameter in the source, `name=` and quotes included
  Span value_span;    ///< the value in the source, without its quotes
};

/// A shortcode call: an opening tag, and for a template that takes inner text also the inner text and closing
/// tag.
struct Shortcode {
  std::string name;
  std::vector<Parameter> parameters;
  Delimiter opener = Delimiter::angle;
  Delimiter closer = Delimiter::angle;  ///< of the closing tag; equals `opener` when there is none
  Span open;                            ///< the opening tag, delimiters included
  Span inner;  ///< between the tags; empty, at open.end, when there is no closing tag
  Span close;  ///< the closing tag; empty, at open.end, when there is none
  Span name_span;
  Span
      close_name;  ///< the name in the closing tag, which may be another's: Hugo closes whatever is open last
  bool self_closing = false;
  bool closed = false;  ///< a closing tag was found, or none is needed
  int32_t parent = -1;  ///< index of the call whose inner text this one stands in, or -1
  int32_t slip = -1;    ///< index of the slip that this call is the repaired form of, or -1

  /// The whole call, from the opening tag to the closing one.
  Span span() const { return {open.begin, close.empty() ? open.end : close.end}; }
};

/// A tag whose delimiter is evidently a typing mistake: `{{$ include "x" %}}`, `{{ % x %}}`, `{{% x >}}`.
/// What was meant is parsed too: `call` is the repaired tag, or -1 for a closing tag. Tags inside Markdown
/// code are slips like any other: this layer is blind to Markdown. There only `unmistakable` ones are no
/// samples.
struct Slip {
  Span span;                 ///< the wrong delimiter; the opener's where both are wrong
  std::string meant;         ///< what `span` was meant to be: "{{%", ">}}"…
  Span tag;                  ///< the whole tag
  std::string name;          ///< the shortcode named in it
  int32_t call = -1;         ///< index of the repaired call in Shortcodes::calls
  bool fails_build = false;  ///< Hugo stops at it (`{{% x >}}`) or at its partner; else it prints the tag
  bool closes_nothing =
      false;  ///< a closing tag or final `/` that Hugo would refuse once the tag is repaired
  bool resembles_template = false;  ///< `{% x %}`, `{{ x a="b" }}`: in code most likely another language
  bool unmistakable = false;        ///< a sign or brace was mistaken for another; all else is there
  bool needs_target = false;        ///< `{{ include "x" }}`: a slip only if what it names is there
  bool delimiter_guessed = false;   ///< nothing says whether `{{<` or `{{%` was meant
  std::vector<Edit> repairs;        ///< the edits that turn the tag into what was meant, sorted
};

/// What Hugo's lexer or its pairing of tags refuses.
enum class ShortcodeError : uint8_t {
  unterminated_tag,      ///< an opener whose right delimiter never comes
  mismatched_delimiter,  ///< a right delimiter of the other kind or broken (`}}`, `> }}`); also a Slip
  unterminated_quote,
  unterminated_comment,
  unexpected_character,  ///< in a parameter or before the name
  mixed_parameters,      ///< named and positional ones in one tag
  no_name,
  bad_name,
  not_opened,      ///< a closing tag of a name that is not open
  not_closed,      ///< an opening tag of a template that takes inner text, never closed
  takes_no_inner,  ///< a closing tag or `/` for a template without `.Inner`
};

/// An error at its true place.
struct SyntaxError {
  ShortcodeError kind;
  Span span;  ///< the offending token; the opener `{{<` for tags that never end, the tag for pairing errors
  Span tag;   ///< the tag it stands in, as far as it goes
  std::string name;  ///< the shortcode's name, where there is one
  std::string open;  ///< not_opened: the shortcode that would be closed if the name were right; else empty
};

/// All shortcodes of one page, or of another text that Hugo lexes. Every list is ordered by position; calls
/// in the order of their opening tags, so that a parent precedes its children.
struct Shortcodes {
  std::vector<Token> tokens;
  std::vector<Shortcode> calls;
  std::vector<Slip> slips;
  std::vector<SyntaxError> errors;
  /// Calls in comments that are tags all the same: a template hands the inner text around them to markdownify
  /// or RenderString, and Hugo lexes it once more. No parents or slips; they may nest in `calls` or each
  /// other.
  std::vector<Shortcode> reread;
};

/// Lexes and pairs the shortcodes of `text` from byte `begin` (the end of the front matter) on, by Hugo's
/// grammar: blind to Markdown, code and comments included. Never fails; linear in the size of the text. A
/// Dialect without shortcodes gives empty lists. Inner texts that Hugo lexes a second time are, too.
Shortcodes parse_shortcodes(std::string_view text, uint32_t begin, const Dialect& dialect);

/// The same for a text that Hugo lexes once only; `reread` stays empty.
Shortcodes parse_shortcodes_once(std::string_view text, uint32_t begin, const Dialect& dialect);

}  // namespace rubric
