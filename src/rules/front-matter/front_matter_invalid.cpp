// How it works: the parser of front matter keeps what it found wrong, with its place. Outside Hugo a page may
// well begin with a thematic break, so only pages of a Hugo site are judged.

#include "lint/context.h"

namespace rubric {

namespace {

std::string_view format_name(ValueFormat format) {
  switch (format) {
    case ValueFormat::yaml:
      return "YAML";
    case ValueFormat::toml:
      return "TOML";
    case ValueFormat::json:
      return "JSON";
  }
  return {};
}

// Some errors are about the block as a whole and name it: "front matter has no closing `---`".
std::string problem_of(const ValueError& error, ValueFormat format) {
  constexpr std::string_view subject = "front matter ";
  if (error.message.starts_with(subject)) return error.message.substr(subject.size());
  return "is not valid " + std::string(format_name(format)) + ": " + error.message;
}

}  // namespace

void front_matter_invalid(PageContext& context) {
  const Document& document = context.document();
  if (!document.dialect.shortcodes) return;
  for (const ValueError& error : document.front_matter.errors) {
    context.report(error.span, {{"problem", problem_of(error, document.front_matter.format)}});
  }
}

}  // namespace rubric
