#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// Kinds of token in an action of a Go template (text/template/parse/lex.go), as far as we tell them apart.
enum class TemplateTokenKind : uint8_t {
  identifier,  ///< a function, keyword or literal: `if`, `readFile`, `0`
  field,       ///< `.A.B`, alone or behind a variable: `$.A.B`, `$x.A`
  chain,       ///< `.A.B` directly behind an identifier or `)`: `resources.Get`, `(f).A`
  variable,    ///< `$` or `$x`; its fields follow as a token of their own
  string,      ///< quoted or raw, without the quotes
  symbol,      ///< anything else, a character each: `(`, `|`, `=`, `.` alone
};

struct TemplateToken {
  TemplateTokenKind kind;
  std::string_view text;
};

/// `{{ … }}`; comments are none. Or the text before one, which has no tokens.
struct TemplatePart {
  std::string_view text;              ///< output between actions; empty for an action
  std::vector<TemplateToken> tokens;  ///< of an action; empty for text
};

/// Cuts a Go template into text and actions, in order. Never fails: an action that does not end ends with the
/// source. The parts point into `source`.
std::vector<TemplatePart> read_template_source(std::string_view source);

/// Whether a path such as ".Page.Inner" holds the identifier `name`.
bool path_holds(std::string_view path, std::string_view name);

}  // namespace rubric
