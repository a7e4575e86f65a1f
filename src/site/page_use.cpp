#include "site/page_use.h"

#include "markdown/front_matter.h"
#include "shortcode/shortcodes.h"

namespace rubric {

namespace {

// Longer values are texts, and nobody wants to be told them.
constexpr size_t longest_value = 80;

std::string kept(const std::string& value) {
  return value.size() <= longest_value && value.find('\n') == value.npos ? value : std::string();
}

CallUse use_of(const Shortcode& call) {
  CallUse use{call.name, {}};
  for (size_t place = 0; place < call.parameters.size(); ++place) {
    const Parameter& parameter = call.parameters[place];
    use.parameters.emplace_back(parameter.name.empty() ? std::to_string(place) : parameter.name,
                                kept(parameter.value));
  }
  return use;
}

}  // namespace

PageUse read_page_use(std::string_view text, const Dialect& dialect) {
  PageUse use;
  const FrontMatter front_matter = parse_front_matter(text);
  for (const Member& member : front_matter.root.members) {
    const std::vector<std::string> values = member.value.strings();
    if (values.empty()) use.front_matter.emplace_back(member.key, "");
    for (const std::string& value : values) use.front_matter.emplace_back(member.key, kept(value));
  }
  if (!dialect.shortcodes || text.find("{{") == text.npos) return use;
  for (const Shortcode& call : parse_shortcodes_once(text, front_matter.span.end, dialect).calls) {
    if (call.slip < 0 && !call.name.empty()) use.calls.push_back(use_of(call));
  }
  return use;
}

}  // namespace rubric
