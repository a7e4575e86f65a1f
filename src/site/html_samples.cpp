// How it works: from `<` to `<`; an element of the list reaches to the next closing tag of its name, and
// without one it is none.

#include "site/html_samples.h"

#include <array>
#include <string>

#include "text/ascii.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 9> elements = {"code",   "pre",   "kbd",      "samp",    "tt",
                                                      "script", "style", "template", "textarea"};

size_t element_at(std::string_view rest) {
  for (size_t index = 0; index < elements.size(); ++index) {
    const std::string_view name = elements[index];
    if (rest.size() <= name.size() || !equal_ignoring_case(rest.substr(0, name.size()), name)) continue;
    const char after = rest[name.size()];
    if (after == '>' || after == ' ' || after == '\n' || after == '\t') return index;
  }
  return elements.size();
}

}  // namespace

std::vector<Span> html_samples(std::string_view text) {
  std::vector<Span> spans;
  std::array<bool, elements.size()> ends = {};
  for (size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const size_t element = element_at(text.substr(at + 1, 12));
    if (element == elements.size() || ends[element]) continue;
    const size_t close = text.find("</" + std::string(elements[element]), at);
    ends[element] = close == text.npos;
    if (ends[element]) continue;
    spans.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(close)});
    at = close;
  }
  return spans;
}

}  // namespace rubric
