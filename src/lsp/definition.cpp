// A link leads to its page and heading, an include to its file, a shortcode to its template.

#include "lsp/subject.h"

namespace rubric {

void definition(const PageView& page, const Json& params, PlaceWriter& answer) {
  const Subject subject = subject_at(page, page.offset(params["position"]));
  const std::optional<Target> target = target_of(page, subject);
  if (!target) return answer.json.value(nullptr);
  if (!page.support.definition_links) return answer.location(target->path, target->position);
  const uint32_t offset = answer.places(target->path).source().offset(target->position);
  JsonWriter& json = answer.json;
  json.array(std::initializer_list<Span>{{offset, offset}}, [&](Span place) {
    json.object([&] {
      json.key("originSelectionRange"), answer.range(page.path, subject.span);
      json.member("targetUri", answer.uri(target->path));
      json.key("targetRange"), answer.range(target->path, place);
      json.key("targetSelectionRange"), answer.range(target->path, place);
    });
  });
}

}  // namespace rubric
