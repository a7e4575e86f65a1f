// How it works: each stretch of text between two actions is searched for attributes. A value that ends in the
// same stretch is written out; another is computed. A heading of HTML has no id but what is written there.

#include "site/template_ids.h"

#include <algorithm>

namespace rubric {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool begins_attribute(std::string_view text, size_t at) {
  return at == 0 || blanks.find(text[at - 1]) != blanks.npos;
}

// Reads the value that begins at `at`.
void add_value(std::string_view text, size_t at, TemplateIds& found) {
  const char quote = at < text.size() ? text[at] : '\0';
  const bool quoted = quote == '"' || quote == '\'';
  if (quoted) ++at;
  const size_t end = quoted ? text.find(quote, at) : text.find_first_of(" \t\r\n>", at);
  if (end == text.npos)
    found.computed = true;
  else if (end > at)
    found.ids.emplace_back(text.substr(at, end - at));
}

void read_text(std::string_view text, TemplateIds& found) {
  for (const std::string_view name : {"id=", "ID=", "name="}) {
    for (size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
      if (begins_attribute(text, at)) add_value(text, at + name.size(), found);
    }
  }
}

}  // namespace

TemplateIds find_template_ids(const std::vector<TemplatePart>& parts) {
  TemplateIds found;
  bool at_line_start = true, after_action = false;
  for (const TemplatePart& part : parts) {
    if (!part.tokens.empty()) {
      found.computed |= std::any_of(part.tokens.begin(), part.tokens.end(), [](const TemplateToken& token) {
        return token.kind == TemplateTokenKind::string && token.text.find("id=") != token.text.npos;
      });
      after_action = true;
      continue;
    }
    found.computed |=
        (at_line_start && part.text.starts_with('#')) || part.text.find("\n#") != part.text.npos;
    // An attribute whose name an action prints may be an id.
    found.computed |= after_action && part.text.starts_with('=');
    after_action = false;
    at_line_start = part.text.ends_with('\n');
    read_text(part.text, found);
  }
  return found;
}

bool is_empty(const std::vector<TemplatePart>& parts) {
  return std::all_of(parts.begin(), parts.end(), [](const TemplatePart& part) {
    return part.tokens.empty() && part.text.find_first_not_of(blanks) == part.text.npos;
  });
}

}  // namespace rubric
