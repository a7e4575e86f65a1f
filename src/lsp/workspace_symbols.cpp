// How it works: titles of pages are facts, and so are the ids of headings, which hold their words: an id that
// fits the query shows where to read the heading itself. So nothing is parsed.

#include <algorithm>

#include "lsp/feature.h"
#include "lsp/proposals.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr size_t most_symbols = 256;
constexpr uint32_t file_kind = 1, string_kind = 15;  // LSP's SymbolKind

struct FoundSymbol {
  const Page* page = nullptr;
  const Anchor* heading = nullptr;  // null for the page itself
};

// "Opening hours" as an id is written: "opening-hours".
std::string as_id(std::string_view query) {
  std::string id = lower_case(query);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

std::vector<FoundSymbol> find_symbols(const Site& site, std::string_view query) {
  std::vector<FoundSymbol> found;
  for (const Page& page : site.pages()) {
    if (fits(query, page.publication.title) || fits(query, page.path)) found.push_back({&page});
    if (found.size() == most_symbols) return found;
  }
  const std::string id = as_id(query);
  for (const Page& page : site.pages()) {
    for (const Anchor& anchor : page.anchors) {
      if (id.empty() || !fits(id, anchor.id)) continue;
      found.push_back({&page, &anchor});
      if (found.size() == most_symbols) return found;
    }
  }
  return found;
}

// A heading's line without its signs; empty where the id is that of something else.
std::string heading_at(const Source& source, Position position) {
  if (position.line > source.line_count()) return {};
  std::string_view line = source.slice(source.line(position.line));
  line.remove_prefix(std::min(line.find_first_not_of("> \t"), line.size()));
  if (line.empty() || line.front() == '<') return {};
  line.remove_prefix(std::min(line.find_first_not_of("# \t"), line.size()));
  return std::string(line);
}

void write_symbols(const std::vector<FoundSymbol>& symbols, PlaceWriter& places) {
  for (const FoundSymbol& symbol : symbols) {
    const Page& page = *symbol.page;
    const std::string title =
        page.publication.title.empty() ? std::string(name_of(page.path)) : page.publication.title;
    const bool is_page = symbol.heading == nullptr;
    const std::string name =
        is_page ? title : heading_at(places.places(page.path).source(), symbol.heading->position);
    if (name.empty()) continue;
    places.json.object([&] {
      places.json.member("name", name);
      places.json.member("kind", is_page ? file_kind : string_kind);
      places.json.member("containerName", is_page ? page.path : title);
      places.json.key("location");
      places.location(page.path, is_page ? Position{1, 1} : symbol.heading->position);
    });
  }
}

}  // namespace

void workspace_symbols(std::span<const std::unique_ptr<Handbook>> handbooks, const Json& params,
                       JsonWriter& answer, const PlaceWriter::UriOf& uri_of, PositionEncoding encoding) {
  const std::string& query = params["query"].text;
  answer.array(handbooks, [&](const std::unique_ptr<Handbook>& handbook) {
    PlaceWriter places(answer, *handbook, encoding, uri_of);
    handbook->live.visit([&](const Site& site) { write_symbols(find_symbols(site, query), places); });
  });
}

}  // namespace rubric
