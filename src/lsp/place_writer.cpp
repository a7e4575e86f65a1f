#include "lsp/place_writer.h"

namespace rubric {

void PlaceWriter::position(EditorPosition position) {
  json.object([&] {
    json.member("line", position.line);
    json.member("character", position.character);
  });
}

void PlaceWriter::range(EditorRange range) {
  json.object([&] {
    json.key("start"), position(range.begin);
    json.key("end"), position(range.end);
  });
}

void PlaceWriter::location(std::string_view path, Span span) {
  json.object([&] {
    json.member("uri", uri(path));
    json.key("range"), range(path, span);
  });
}

void PlaceWriter::location(std::string_view path, Position position) {
  const uint32_t offset = places(path).source().offset(position);
  location(path, Span{offset, offset});
}

EditorPlaces& PlaceWriter::places(std::string_view path) {
  auto found = texts_.find(path);
  if (found == texts_.end()) {
    auto text = std::make_unique<Text>(handbook_.live.workspace().text(path), encoding_);
    found = texts_.emplace(path, std::move(text)).first;
  }
  return found->second->places;
}

}  // namespace rubric
