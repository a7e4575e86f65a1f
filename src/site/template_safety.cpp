// How it works: a list of the words of Go templates and of Hugo's functions that accept any value. A template
// with any other word may fail.

#include "site/template_safety.h"

#include <algorithm>

namespace rubric {
namespace {

constexpr std::string_view words[] = {
    "if",       "else",     "end",          "with",      "and",        "or",         "not",
    "eq",       "ne",       "true",         "false",     "nil",        "default",    "print",
    "printf",   "cond",     "markdownify",  "plainify",  "emojify",    "htmlEscape", "htmlUnescape",
    "safeHTML", "safeCSS",  "safeHTMLAttr", "safeJS",    "safeURL",    "lower",      "upper",
    "title",    "humanize", "urlize",       "anchorize", "chomp",      "trim",       "jsonify",
    "isset",    "relURL",   "absURL",       "resources", "relLangURL", "absLangURL", "return"};

constexpr std::string_view methods[] = {".Get"};

/// Of the call itself, or of a file that `with` has found.
constexpr std::string_view fields[] = {
    ".Get",     ".Inner",   ".InnerDeindent",     ".IsNamedParams", ".Params",   ".Name",
    ".Ordinal", ".Content", ".Page.RenderString", ".RelPermalink",  ".Permalink"};

template <size_t size>
bool is_one_of(std::string_view word, const std::string_view (&list)[size]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_number(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_harmless(const TemplateToken& token) {
  switch (token.kind) {
    case TemplateTokenKind::identifier:
      return is_one_of(token.text, words) || is_number(token.text);
    case TemplateTokenKind::field:
      return is_one_of(token.text, fields);
    case TemplateTokenKind::chain:
      return is_one_of(token.text, methods);
    case TemplateTokenKind::variable:
    case TemplateTokenKind::string:
      return true;
    case TemplateTokenKind::symbol:
      return token.text.find_first_not_of("().|:=-,") == std::string_view::npos;
  }
  return false;
}

}  // namespace

bool cannot_fail(const std::vector<TemplatePart>& parts) {
  return std::all_of(parts.begin(), parts.end(), [](const TemplatePart& part) {
    return std::all_of(part.tokens.begin(), part.tokens.end(), is_harmless);
  });
}

}  // namespace rubric
