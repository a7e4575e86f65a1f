// How it works: the template's commands are compared with a list of those that Hugo's embedded hooks
// (tpl/tplimpl/embedded/templates/_markup) are made of. Where there are no others, there is little else that
// they could do.

#include "site/link_hook.h"

#include <algorithm>
#include <iterator>

#include "site/template_source.h"

namespace rubric {

namespace {

bool is_one_of(std::string_view word, const std::string_view* begin, const std::string_view* end) {
  return std::find(begin, end, word) != end;
}

bool is_known(const TemplateToken& token) {
  constexpr std::string_view words[] = {
      "if",        "else",     "with",    "end",          "or",      "and",   "not",
      "eq",        "ne",       "printf",  "urls",         "strings", "range", "hasPrefix",
      "resources", "safeHTML", "safeURL", "safeHTMLAttr", "true",    "false", "nil"};
  constexpr std::string_view calls[] = {".Parse", ".HasPrefix", ".TrimPrefix", ".Get"};
  switch (token.kind) {
    case TemplateTokenKind::identifier:
      return is_one_of(token.text, std::begin(words), std::end(words));
    case TemplateTokenKind::chain:
      return is_one_of(token.text, std::begin(calls), std::end(calls));
    case TemplateTokenKind::field:
      // Pages of the whole site are looked up in other ways.
      return !path_holds(token.text, "Site") && !path_holds(token.text, "Sites");
    default:
      return true;
  }
}

}  // namespace

bool finds_pages_as_embedded(std::string_view source) {
  bool pages = false, resources = false, assets = false;
  for (const TemplatePart& part : read_template_source(source)) {
    for (const TemplateToken& token : part.tokens) {
      if (!is_known(token)) return false;
      const bool is_field = token.kind == TemplateTokenKind::field;
      pages |= is_field && path_holds(token.text, "GetPage");
      resources |= is_field && path_holds(token.text, "Resources") && path_holds(token.text, "Get");
      assets |= token.kind == TemplateTokenKind::identifier && token.text == "resources";
    }
  }
  return pages && resources && assets;
}

}  // namespace rubric
