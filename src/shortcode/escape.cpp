// How it works: a tag is escaped by `/*` and `*/` inside its delimiters. Calls lie in preorder, so the nested
// ones follow the outer one as long as they begin before its end.

#include "shortcode/escape.h"

#include <algorithm>

#include "shortcode/tag.h"

namespace rubric {
namespace {

bool is_whole(std::string_view tag, Delimiter delimiter) {
  return tag.size() > 6 && tag.starts_with(left_delimiter(delimiter)) &&
         tag.ends_with(right_delimiter(delimiter));
}

void escape_tag(Span tag, std::vector<Edit>& edits) {
  edits.push_back({{tag.begin + 3, tag.begin + 3}, "/*"});
  edits.push_back({{tag.end - 3, tag.end - 3}, "*/"});
}

bool is_read_again(const Shortcodes& shortcodes, const Shortcode& call, const Dialect& dialect) {
  for (int32_t parent = call.parent; parent >= 0;) {
    const Shortcode& around = shortcodes.calls[static_cast<size_t>(parent)];
    const ShortcodeTemplate* shortcode = dialect.find(around.name);
    if (shortcode == nullptr || shortcode->inner != InnerText::raw) return true;
    parent = around.parent;
  }
  return false;
}

}  // namespace

std::vector<Edit> escape_call(std::string_view text, const Shortcodes& shortcodes, size_t call,
                              const Dialect& dialect) {
  if (!shortcodes.errors.empty() || is_read_again(shortcodes, shortcodes.calls[call], dialect)) return {};
  std::vector<Edit> edits;
  const uint32_t end = shortcodes.calls[call].span().end;
  for (size_t index = call; index < shortcodes.calls.size(); ++index) {
    const Shortcode& inside = shortcodes.calls[index];
    if (inside.open.begin >= end) break;
    if (inside.slip >= 0 || !is_whole(slice(text, inside.open), inside.opener)) return {};
    escape_tag(inside.open, edits);
    if (inside.close.empty()) continue;
    const bool own = inside.close_name.empty() || slice(text, inside.close_name) == inside.name;
    if (!own || !is_whole(slice(text, inside.close), inside.closer)) return {};
    escape_tag(inside.close, edits);
  }
  std::sort(edits.begin(), edits.end(),
            [](const Edit& left, const Edit& right) { return left.span < right.span; });
  return edits;
}

}  // namespace rubric
