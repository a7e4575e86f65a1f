// Everything of a page that leads to a file: links, includes, and the names of shortcodes.

#include <algorithm>

#include "lsp/subject.h"

namespace rubric {

namespace {

struct LinkedSpan {
  Span span;
  Target target;
};

std::vector<LinkedSpan> linked_spans(const PageView& page) {
  std::vector<LinkedSpan> found;
  const auto add = [&](Span span, std::optional<Target> target) {
    if (target && !span.empty()) found.push_back({span, *std::move(target)});
  };
  for (const Link& link : page.page.links) add(link.range.span, target_of(page, link));
  for (const Include& include : page.page.includes) add(include.range.span, target_of(page, include));
  for (const Shortcode& call : page.document.shortcodes.calls) add(call.name_span, target_of(page, call));
  std::stable_sort(found.begin(), found.end(), [](const LinkedSpan& left, const LinkedSpan& right) {
    return left.span.begin < right.span.begin;
  });
  return found;
}

}  // namespace

void document_links(const PageView& page, const Json&, PlaceWriter& answer) {
  JsonWriter& json = answer.json;
  json.array(linked_spans(page), [&](const LinkedSpan& linked) {
    std::string uri = answer.uri(linked.target.path);
    // Editors that know it go to the line; the others leave the fragment of a file's URI alone.
    if (linked.target.anchored) uri += "#L" + std::to_string(linked.target.position.line);
    json.object([&] {
      json.key("range"), answer.range(page.path, linked.span);
      json.member("target", uri);
    });
  });
}

}  // namespace rubric
