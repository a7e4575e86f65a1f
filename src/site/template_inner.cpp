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

constexpr std::string_view rendering[] = {"markdownify", "RenderString", "Markdownify"};

bool renders(const TemplateToken& token) {
  if (token.kind == TemplateTokenKind::string) return false;
  return std::any_of(std::begin(rendering), std::end(rendering), [&](std::string_view function) {
    return token.text == function || path_holds(token.text, function);
  });
}

/// A token of `{{ $html := .Inner | $.Page.RenderString (dict "display" "block") | safeHTML }}`.
bool belongs_to_rendering(const TemplateToken& token) {
  if (leaves_text_alone(token) || renders(token)) return token.text != "htmlUnescape";
  if (token.kind == TemplateTokenKind::symbol) return token.text != ",";
  return token.kind == TemplateTokenKind::variable ||
         (token.kind == TemplateTokenKind::identifier && (token.text == "dict" || token.text == "transform"));
}

bool renders_inner(const TemplatePart& part) {
  return mentions_inner(part) && std::any_of(part.tokens.begin(), part.tokens.end(), renders) &&
         std::all_of(part.tokens.begin(), part.tokens.end(), belongs_to_rendering);
}

std::string_view keyword_of(const TemplatePart& part) {
  for (const TemplateToken& token : part.tokens)
    if (token.text != "-") return token.kind == TemplateTokenKind::identifier ? token.text : "";
  return "";
}

/// What a part adds to the number of conditions, loops and definitions around what follows.
int depth_change(const TemplatePart& part) {
  constexpr std::string_view blocks[] = {"if", "with", "range", "block", "define"};
  const std::string_view word = keyword_of(part);
  if (std::find(std::begin(blocks), std::end(blocks), word) != std::end(blocks)) return 1;
  return word == "end" ? -1 : 0;
}

bool prints_as_it_is(const TemplatePart& part, std::string_view html) {
  return std::all_of(part.tokens.begin(), part.tokens.end(), leaves_text_alone) && shows_text(html);
}

}  // namespace

bool always_prints_inner(const std::vector<TemplatePart>& parts) {
  int depth = 0;
  std::string html;
  for (const TemplatePart& part : parts) {
    depth += depth_change(part);
    if (part.tokens.empty())
      html += lower_case(part.text);
    else if (depth == 0 && mentions_inner(part) && prints_as_it_is(part, html))
      return true;
  }
  return false;
}

bool always_renders_inner(const std::vector<TemplatePart>& parts) {
  int depth = 0;
  bool rendered = false;
  for (const TemplatePart& part : parts) {
    depth += depth_change(part);
    // The old way of {{% %}}, which renders the inner text before the template is given it.
    if (!part.tokens.empty() && part.tokens[0].text == "$_hugo_config") return false;
    rendered |= depth == 0 && renders_inner(part);
  }
  return rendered;
}

bool prints_inner_as_html(const std::vector<TemplatePart>& parts) {
  std::string html;
  bool printed = false;
  for (const TemplatePart& part : parts) {
    if (part.tokens.empty()) {
      html += lower_case(part.text);
      continue;
    }
    if (!mentions_inner(part) || is_condition(part)) continue;
    if (!prints_as_it_is(part, html)) return false;
    printed = true;
  }
  // A template without markup of its own is there to let raw HTML through.
  return printed && html.find('<') != html.npos && !names_renderer(html);
}

}  // namespace rubric
