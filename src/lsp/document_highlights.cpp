// The names in both tags of a shortcode, when the cursor is in one of them.

#include "lsp/subject.h"

namespace rubric {

void document_highlights(const PageView& page, const Json& params, PlaceWriter& answer) {
  const Subject subject = subject_at(page, page.offset(params["position"]));
  if (subject.call == nullptr) return answer.json.value(nullptr);
  std::vector<Span> names = {subject.call->name_span};
  if (!subject.call->close_name.empty()) names.push_back(subject.call->close_name);
  JsonWriter& json = answer.json;
  json.array(names, [&](Span name) {
    json.object([&] {
      json.key("range"), answer.range(page.path, name);
      json.member("kind", uint32_t{1});  // Text
    });
  });
}

}  // namespace rubric
