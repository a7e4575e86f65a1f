#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "lsp/handbooks.h"
#include "lsp/positions.h"
#include "report/json_writer.h"

namespace rubric {

/// Writes places into an answer: URIs as the client knows them, ranges as it counts them. Keeps the texts
/// that it counted in, so is made for one answer. Of one thread.
class PlaceWriter {
 public:
  /// The URI of a file (absolute path): the client's own where it has the file open.
  using UriOf = std::function<std::string(const std::string& path)>;

  /// All must outlive it.
  PlaceWriter(JsonWriter& json, const Handbook& handbook, PositionEncoding encoding, const UriOf& uri_of)
      : json(json), handbook_(handbook), encoding_(encoding), uri_of_(uri_of) {}

  /// What everything else of the answer is written with.
  JsonWriter& json;

  std::string uri(std::string_view path) const { return uri_of_(handbook_.absolute(path)); }

  /// Values, to be written after a key or in an array. Paths are repository-relative.
  void position(EditorPosition position);
  void range(EditorRange range);
  void range(std::string_view path, Span span) { range(places(path).range(span)); }
  /// A `Location`.
  void location(std::string_view path, Span span);
  /// A `Location` of no width, at a place as findings and facts carry it.
  void location(std::string_view path, Position position);

  /// The places of a text as it is now: the editor's, or the disk's; empty when it cannot be read.
  EditorPlaces& places(std::string_view path);

 private:
  struct Text {
    Text(std::string text, PositionEncoding encoding) : source(std::move(text)), places(source, encoding) {}
    Source source;
    EditorPlaces places;
  };

  const Handbook& handbook_;
  PositionEncoding encoding_;
  const UriOf& uri_of_;
  std::map<std::string, std::unique_ptr<Text>, std::less<>> texts_;
};

}  // namespace rubric
