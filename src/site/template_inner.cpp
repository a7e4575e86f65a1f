// How it works: the template is walked in order, and its output so far tells whether an action stands between
// tags. Only functions known to leave Markdown alone may be called with `.Inner`; whatever else is done with
// it (a partial, a variable, a script that renders in the browser) makes the answer no.

#include "site/template_inner.h"

#include <algorithm>
#include <string>

#include "text/ascii.h"

namespace rubric {
namespace {

bool is_inner(const TemplateToken& token) {
  return token.kind == TemplateTokenKind::field && (token.text == ".Inner" || token.text == ".InnerDeindent");
}

bool mentions_inner(const TemplatePart& part) {
  return std::any_of(part.tokens.begin(), part.tokens.end(), [](const TemplateToken& token) {
    return token.kind == TemplateTokenKind::field &&
           (path_holds(token.text, "Inner") || path_holds(token.text, "InnerDeindent"));
  });
}

/// A token of `{{ .Inner | safeHTML }}`, `{{ trim .Inner " " }}` or `{{ $.Inner }}`.
bool leaves_text_alone(const TemplateToken& token) {
  if (is_inner(token) || token.kind == TemplateTokenKind::string) return true;
  if (token.kind == TemplateTokenKind::variable) return token.text == "$";
  if (token.kind == TemplateTokenKind::symbol) return token.text == "|" || token.text == "-";
  constexpr std::string_view functions[] = {"safeHTML", "chomp", "trim", "strings", "htmlUnescape"};
  if (token.kind == TemplateTokenKind::identifier)
    return std::find(std::begin(functions), std::end(functions), token.text) != std::end(functions);
  constexpr std::string_view methods[] = {".TrimSpace", ".Trim", ".Chomp"};
  return token.kind == TemplateTokenKind::chain &&
         std::find(std::begin(methods), std::end(methods), token.text) != std::end(methods);
}

bool is_condition(const TemplatePart& part) {
  const size_t first = !part.tokens.empty() && part.tokens[0].text == "-" ? 1 : 0;
  if (first >= part.tokens.size()) return false;
  const std::string_view word = part.tokens[first].text;
  return word == "if" || word == "else";
}

/// Whether what follows `html` stands between tags and is shown as text.
bool shows_text(std::string_view html) {
  const size_t open = html.rfind('<'), close = html.rfind('>');
  if (open != html.npos && (close == html.npos || close < open)) return false;
  for (const std::string_view element :
       {"pre", "code", "script", "style", "textarea", "svg", "math", "template"}) {
    const std::string begin = "<" + std::string(element), end = "</" + std::string(element);
    const size_t last_begin = html.rfind(begin), last_end = html.rfind(end);
    if (last_begin != html.npos && (last_end == html.npos || last_end < last_begin)) return false;
  }
  return true;
}

/// Words of programs that make something else of a text in the browser.
bool names_renderer(std::string_view html) {
  constexpr std::string_view words[] = {"markdown", "mermaid", "katex",    "mathjax", "latex",
                                        "diagram",  "chart",   "plantuml", "graphviz"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return html.find(word) != html.npos; });
}

}  // namespace

bool prints_inner_as_html(const std::vector<TemplatePart>& parts) {
  std::string html;
  bool printed = false;
  for (const TemplatePart& part : parts) {
    if (part.tokens.empty()) {
      html += lower_case(part.text);
      continue;
    }
    if (!mentions_inner(part) || is_condition(part)) continue;
    if (!std::all_of(part.tokens.begin(), part.tokens.end(), leaves_text_alone) || !shows_text(html))
      return false;
    printed = true;
  }
  // A template without markup of its own is there to let raw HTML through.
  return printed && html.find('<') != html.npos && !names_renderer(html);
}

}  // namespace rubric
