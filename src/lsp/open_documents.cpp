#include "lsp/open_documents.h"

#include <algorithm>

namespace rubric {

bool apply_change(std::string& text, const Json& change, PositionEncoding encoding) {
  const Json& replacement = change["text"];
  if (!replacement.is_string()) return false;
  const Json& range = change["range"];
  if (range.is_null()) {
    text = replacement.text;
    return true;
  }
  const std::optional<EditorPosition> begin = read_position(range["start"]);
  const std::optional<EditorPosition> end = read_position(range["end"]);
  if (!begin || !end) return false;
  const uint32_t from = offset_of(text, std::min(*begin, *end), encoding);
  const uint32_t to = offset_of(text, std::max(*begin, *end), encoding);
  text.replace(from, to - from, replacement.text);
  return true;
}

}  // namespace rubric
