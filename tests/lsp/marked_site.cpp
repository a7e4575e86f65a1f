#include "lsp/marked_site.h"

#include <algorithm>
#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "lsp/file_uri.h"

namespace rubric {

namespace {

const std::string cursor = "‸";

std::string call(const Feature& feature, const PageView& view, const Json& params,
                 const PlaceWriter::UriOf& uri_of) {
  std::ostringstream out;
  {
    JsonWriter json(out);
    PlaceWriter writer(json, view.handbook, view.encoding, uri_of);
    feature.of_page(view, params, writer);
  }
  return out.str();
}

// Answers with shorter ranges and without the folder's URI.
std::string readable(std::string answer, const std::string& folder_uri) {
  for (size_t at = answer.find(folder_uri); at != answer.npos; at = answer.find(folder_uri, at))
    answer.erase(at, folder_uri.size() + 1);
  static const std::regex place(R"(\{"line":(\d+),"character":(\d+)\})");
  static const std::regex range(R"(\{"start":([\d:]+),"end":([\d:]+)\})");
  answer = std::regex_replace(answer, place, "$1:$2");
  return std::regex_replace(answer, range, "$1-$2");
}

}  // namespace

MarkedSite::MarkedSite(const std::map<std::string, std::string>& files) {
  for (const auto& [path, text] : files) folder_.write(path, text);
  handbooks_.add_folder(folder_.path);
}

std::string MarkedSite::ask(const std::string& method, const std::string& path,
                            const std::string& marked_text, const std::string& params) {
  return readable(answer(method, path, marked_text, params), uri_of_path(folder_.path));
}

std::string MarkedSite::answer(const std::string& method, const std::string& path,
                               const std::string& marked_text, const std::string& params) {
  std::string text = marked_text;
  const size_t mark = text.find(cursor);
  if (mark != text.npos) text.erase(mark, cursor.size());
  const Source source(text);
  EditorPlaces places(source, PositionEncoding::utf16);
  const EditorPosition at = places.position(static_cast<uint32_t>(std::min(mark, text.size())));
  const auto request = read_json(R"({"position":{"line":)" + std::to_string(at.line) + R"(,"character":)" +
                                 std::to_string(at.character) + "}" + params + "}");
  REQUIRE(request);
  const auto all = features();
  const auto feature =
      std::find_if(all.begin(), all.end(), [&](const Feature& one) { return one.method == method; });
  REQUIRE(feature != all.end());

  const auto file = handbooks_.file(folder_.path + "/" + path);
  REQUIRE(file);
  file->handbook->live.update(path, text);
  const PlaceWriter::UriOf uri_of = [](const std::string& absolute) { return uri_of_path(absolute); };
  const std::function<bool()> cancelled = [] { return false; };
  const std::vector<Diagnostic> findings = file->handbook->live.findings(path);
  std::string answer;
  const bool known = file->handbook->live.visit(path, [&](const Page& page, const Site& site) {
    const Document document(path, text, file->handbook->live.workspace().dialect_of(path));
    const PageView view{path,    document, page,     site, *file->handbook, PositionEncoding::utf16,
                        support, findings, cancelled};
    answer = call(*feature, view, *request, uri_of);
  });
  REQUIRE(known);
  CHECK(read_json(answer));
  return answer;
}

}  // namespace rubric
